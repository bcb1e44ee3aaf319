"""Who looks after a child: the key person and the buddy, as a family is shown them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from seren.foundation.access.door import SystemReason, in_force, system
from seren.foundation.kernel.questions import Question, ask, question
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
    return ask(key_people_asked(children, at))


def key_people_asked(children: Collection[UUID], at: datetime) -> Question[tuple[KeyPersonShown, ...]]:
    rows = system(SystemReason.SHOWING, KeyPerson).filter(in_force(at), child__in=children).order_by("kind")
    person = ("person__given_name", "person__family_name", "person__spoken_language", "person__also_speaks")
    return question(_shown, rows.values_list("person_id", "child_id", "setting_id", "kind", *person))


def _shown(rows: Iterable[tuple[Any, ...]]) -> tuple[KeyPersonShown, ...]:
    shown = [
        KeyPersonShown(person, child, setting, KeyKind(kind), name, family_name, (spoken, *also))
        for person, child, setting, kind, name, family_name, spoken, also in rows
    ]
    return tuple(sorted(shown, key=lambda one: one.kind != KeyKind.KEY))
