"""Children as pages show them: the name they are known by, and their paper."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from seren.foundation.access.door import Actor, SystemReason, in_force, prepared, system, visible
from seren.people.families.models import Child, Enrolment
from seren.people.families.policies import FamilyAction, guarded


@dataclass(frozen=True, slots=True)
class ChildShown:
    """C2 of one child: known-as name and paper. Not `own`: followed by a viewer, who is told no name."""

    id: UUID
    name: str
    tint: str
    cut: str
    own: bool = True

    @property
    def initial(self) -> str:
        return self.name[:1]


@dataclass(frozen=True, slots=True)
class ChildNames:
    """All names of one child, for comparing words with. Never shown."""

    id: UUID
    first_names: tuple[str, ...]
    family_name: str

    @property
    def all_names(self) -> tuple[str, ...]:
        return (*self.first_names, self.family_name)


def children_followed(actor: Actor) -> tuple[ChildShown, ...]:
    """The children whose stars this actor follows as family: own ones by name, then those shown by others."""
    shown = [
        ChildShown(pk, name if own else "", tint, cut, own) for pk, name, tint, cut, own in _followed(actor)
    ]
    return tuple(sorted(shown, key=lambda child: not child.own))


@prepared()
def _followed(actor: Actor) -> "QuerySet[Any, Any]":
    tied = Q(pk__in=guarded(actor).values("pk"))
    rows = visible(actor, FamilyAction.FOLLOW_CHILD, Child).annotate(
        own=ExpressionWrapper(tied, BooleanField())
    )
    return rows.order_by("known_as", "id").values_list("id", "known_as", "tint", "cut", "own")


def children_shown(actor: Actor, children: Collection[UUID]) -> dict[UUID, ChildShown]:
    """Those of the given children whom this actor may see at all."""
    seen = visible(actor, FamilyAction.SEE_CHILD, Child).filter(pk__in=children)
    return {child.id: child for child in _shown(seen)}


def names_at_setting(setting: UUID, at: datetime) -> tuple[ChildNames, ...]:
    """The names of every child enrolled there, for the check before sharing."""
    enrolled = system(SystemReason.WRITING, Enrolment).filter(in_force(at), setting=setting)
    rows = enrolled.values_list("child_id", "child__known_as", "child__given_name", "child__family_name")
    return tuple(
        ChildNames(child, tuple(dict.fromkeys((known_as, given_name))), family_name)
        for child, known_as, given_name, family_name in rows
    )


def settings_of_children(children: Collection[UUID], at: datetime) -> list[UUID]:
    """The settings where every one of these children is enrolled now."""
    rows = system(SystemReason.WRITING, Enrolment).filter(in_force(at), child__in=children)
    found: dict[UUID, set[UUID]] = {}
    for setting, child in rows.values_list("setting_id", "child_id"):
        found.setdefault(setting, set()).add(child)
    return sorted(setting for setting, held in found.items() if held == set(children))


def _shown(children: "QuerySet[Child]") -> tuple[ChildShown, ...]:
    rows = children.order_by("known_as", "id").values_list("id", "known_as", "tint", "cut")
    return tuple(ChildShown(*row) for row in rows)
