"""What families and staff do together."""
