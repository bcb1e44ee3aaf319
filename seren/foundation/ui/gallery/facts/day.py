"""The fixed day of the workshop, and where its links lead."""

from datetime import date

TODAY = date(2025, 5, 14)
FRIDAY = date(2025, 5, 16)
HERE = "#main"
