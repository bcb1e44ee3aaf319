"""What is filled in about a day."""
