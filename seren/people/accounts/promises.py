"""What accounts know for promises: whom our words reach."""

from collections.abc import Collection
from enum import StrEnum
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.people.accounts.models import Person


class Reached(StrEnum):
    JOINED = "joined"
    PAPER = "paper"  # chose paper: every notice is printed
    NOT_YET = "not-yet"


def reached(people: Collection[UUID]) -> dict[UUID, Reached]:
    """How each of these adults is reached, in one query. A closed account reaches nobody."""
    rows = system(SystemReason.PROVING, Person).filter(pk__in=list(people))
    facts = rows.values_list("pk", "login", "closed_at", "reach__on_paper")
    return {person: _reached(login, closed, paper) for person, login, closed, paper in facts}


def _reached(login: UUID | None, closed: object, paper: bool | None) -> Reached:
    if closed is not None:
        return Reached.NOT_YET
    if paper:
        return Reached.PAPER
    return Reached.NOT_YET if login is None else Reached.JOINED
