"""Small worlds made row by row, for what no verb lets happen and for figures one can count on a hand."""
