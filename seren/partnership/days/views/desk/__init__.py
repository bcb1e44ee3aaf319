"""Pages of the day at the desk."""
