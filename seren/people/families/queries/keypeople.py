"""Who looks after a child: the key person and the buddy, as a family is shown them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from seren.foundation.access.door import SystemReason, in_force, system
from seren.people.families.models import KeyPerson
from seren.people.families.terms import KeyKind


@dataclass(frozen=True, slots=True)
class KeyPersonShown:
    """Name, languages and setting of one key person or buddy."""

    person: UUID
    child: UUID
    setting: UUID
    kind: KeyKind
    name: str
    family_name: str
    languages: tuple[str, ...]


def key_people_of(children: Collection[UUID], at: datetime) -> tuple[KeyPersonShown, ...]:
    """Key persons first, then buddies. The caller has asked whether the children may be seen."""
    rows = (
        system(SystemReason.SHOWING, KeyPerson)
        .filter(in_force(at), child__in=children)
        .select_related("person")
        .order_by("kind")
    )
    shown = [
        KeyPersonShown(
            row.person_id,
            row.child_id,
            row.setting_id,
            KeyKind(row.kind),
            row.person.given_name,
            row.person.family_name,
            (row.person.spoken_language, *row.person.also_speaks),
        )
        for row in rows
    ]
    return tuple(sorted(shown, key=lambda one: one.kind != KeyKind.KEY))
