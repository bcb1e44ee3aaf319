"""A day as a badge of the desk's list."""

from datetime import date

from seren.foundation.ui.door import Due, DueState


def due_on(day: date, today: date) -> Due:
    """Late, today, soon (a week), or further on."""
    if day < today:
        return Due(DueState.LATE, day)
    if day == today:
        return Due(DueState.TODAY, day)
    return Due(DueState.SOON if (day - today).days <= 7 else DueState.TRACK, day)
