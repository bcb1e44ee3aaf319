"""Seren: the partnership between pre-schools, out-of-school clubs and the families they serve."""

__version__ = "0.1.0"
