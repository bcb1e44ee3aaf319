"""Mechanisms used by every room. No word of the product is said here."""
