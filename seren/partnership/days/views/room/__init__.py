"""Pages of the day for those who look after children."""
