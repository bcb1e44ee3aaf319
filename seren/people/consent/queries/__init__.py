"""What can be read of what was asked and answered."""
