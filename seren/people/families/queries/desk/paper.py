"""A change of key person as words on paper, for an adult who has no page to open (E-01)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from seren.foundation.access.door import Actor, SystemReason, may, system
from seren.foundation.kernel import clock
from seren.people.families.models import KeyPerson
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import KeyKind


@dataclass(frozen=True, slots=True)
class KeyPersonNews:
    child: str
    name: str
    buddy: bool
    from_day: date


def key_person_news(named: UUID, *, reader: Actor, printer: Actor) -> KeyPersonNews | None:
    """Never the reason, never the handover. None where one of the two may not know the child."""
    rows = system(SystemReason.TELLING, KeyPerson).filter(pk=named).select_related("person", "child")
    row = rows.first()
    if row is None or row.until_at is not None:
        return None
    if not all(may(who, FamilyAction.SEE_CHILD, row.child_id) for who in (reader, printer)):
        return None
    if not may(reader, FamilyAction.FOLLOW_CHILD, row.child_id):
        return None
    buddy = row.kind == KeyKind.BUDDY
    return KeyPersonNews(row.child.known_as, row.person.given_name, buddy, clock.day_of(row.from_at))
