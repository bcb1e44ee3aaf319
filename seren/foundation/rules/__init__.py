"""Dated numbers and sentences of law and practice, per nation and edition. No number of law is code."""
