"""What can be done on a day."""
