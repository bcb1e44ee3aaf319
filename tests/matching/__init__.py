"""The rules beside the independent oracle: one batch of small worlds in the database, every actor asked."""
