"""Readings of a child's record that its guardians are told of: which pages, which classes (trust.md 4.5).

Only pages about the child itself are named here, by the room they are of. Left out, and to be left out: lists
(the day's list tells on which days a child is there; a list of adults tells of the other home), contact and
collectors (they are a home's), and what guardians may never learn of (C11, C12, C14).
"""

from seren.foundation.access.door import Action, RecordClass

Watched = tuple[Action, RecordClass]
TOLD_CLASSES = frozenset({RecordClass.C4, RecordClass.C5, RecordClass.C8})

_told: set[Watched] = set()


def tell_readings(*pages: Watched) -> None:
    """Called by a room's policies. Raises ValueError for a class that guardians are not told of."""
    for page, record_class in pages:
        if record_class not in TOLD_CLASSES:
            raise ValueError(f"{page}: guardians are told of no readings of {record_class}")
        _told.add((page, record_class))


def told_readings() -> frozenset[Watched]:
    return frozenset(_told)
