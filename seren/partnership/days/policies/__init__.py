"""Who may see and do what about a day."""
