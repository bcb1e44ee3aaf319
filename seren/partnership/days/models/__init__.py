"""What is kept of a day."""
