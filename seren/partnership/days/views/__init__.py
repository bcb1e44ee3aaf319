"""The pages of a day."""
