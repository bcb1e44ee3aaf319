"""The pages of outings: planned, agreed, asked, listed, printed; and what families see of them."""
