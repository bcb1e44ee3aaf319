"""The words of a day, and its state tables."""
