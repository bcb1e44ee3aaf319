"""What can be read of a day: one read model for each page."""
