"""The adults around some children by name: to whom something may be told, for whoever is about to tell it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.access.door import SystemReason, in_force, system
from seren.foundation.kernel.questions import Question, question
from seren.people.families.models import FamilyViewer, Guardianship
from seren.people.families.policies import TIE
from seren.people.families.terms import Relation

_NAMED = ("adult_id", "adult__given_name", "relation", "adult__closed_at")


@dataclass(frozen=True, slots=True)
class Near:
    """One adult near a child. `guardian`: not a viewer only. `closed`: their account opens nothing."""

    person: UUID
    name: str
    relation: Relation
    guardian: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Around:
    """The adults near some children, guardians first; and all who are or were a guardian of one of them."""

    near: tuple[Near, ...]
    ever: frozenset[UUID]


def around_asked(children: "QuerySet[Any, Any] | Collection[UUID]", at: datetime) -> Question[Around]:
    """`children` may be a queryset of ids. The caller has asked who may know them."""
    guardians = system(SystemReason.TELLING, Guardianship).filter(child__in=children)
    viewers = system(SystemReason.TELLING, FamilyViewer).filter(in_force(at), child__in=children)
    return question(
        _around,
        guardians.filter(TIE, in_force(at)).order_by("from_at", "id").values_list(*_NAMED),
        viewers.order_by("from_at", "id").values_list(*_NAMED),
        guardians.order_by().values_list("adult_id").distinct(),
    )


def _around(guardians: list[Any], viewers: list[Any], ever: list[Any]) -> Around:
    found: dict[UUID, Near] = {}
    for rows, guardian in ((guardians, True), (viewers, False)):
        for person, name, relation, closed in rows:
            found.setdefault(person, Near(person, name, Relation(relation), guardian, closed is not None))
    return Around(tuple(found.values()), frozenset(person for (person,) in ever))
