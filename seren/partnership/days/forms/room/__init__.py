"""What staff fill in about a day."""
