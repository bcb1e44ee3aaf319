"""What people type about moments, and what has no sense at all."""
