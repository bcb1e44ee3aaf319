"""The laws of the house as checks that read the source."""
