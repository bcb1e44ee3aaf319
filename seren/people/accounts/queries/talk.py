"""How adults like to be talked with: for staff who know already that they may talk with them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.people.accounts.models import Person
from seren.people.accounts.terms import Format


@dataclass(frozen=True, slots=True)
class TalkWishes:
    """Languages and ways. No address and no number."""

    speaks: tuple[str, ...]
    reads: str
    format: Format
    on_paper: bool
    interpreter: bool
    prefers_talking: bool


_FIELDS = (
    "spoken_language",
    "also_speaks",
    "read_language",
    "reach__format",
    "reach__on_paper",
    "reach__interpreter",
    "reach__prefers_talking",
    "login_id",
)


def talk_wishes(people: Collection[UUID]) -> dict[UUID, TalkWishes]:
    """By person, for those whose account is open. One query."""
    rows = system(SystemReason.SHOWING, Person).filter(pk__in=list(people), closed_at__isnull=True)
    return {
        pk: TalkWishes(
            (spoken, *also),
            reads,
            Format(format_ or Format.PAGE),
            bool(on_paper) or login is None,
            bool(interpreter),
            bool(talking),
        )
        for pk, spoken, also, reads, format_, on_paper, interpreter, talking, login in rows.values_list(
            "id", *_FIELDS
        )
    }
