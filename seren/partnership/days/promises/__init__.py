"""What the setting says it does on a day, and the evidence."""
