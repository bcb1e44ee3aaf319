"""What a verb decides on is read anew in its section, and nobody changes it until the section ends."""

from typing import Any
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import db


def hold(row: Any) -> None:
    """Lock the row and read it again: what the page read before may have changed since."""
    rows = system(SystemReason.WRITING, type(row)).select_for_update(of=("self",))
    row.refresh_from_db(from_queryset=rows)


def hold_id(key: UUID) -> None:
    """Two sends of one id come one after the other, also where there is no row yet."""
    db.one_at_a_time(key)
