"""What stands at the foot of a family's page: per child, the setting, its telephone and the key person."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from seren.foundation.access.door import Actor, SystemReason, in_force, prepared, system, visible
from seren.people.families.models import Child, Enrolment, KeyPerson
from seren.people.families.policies import FamilyAction, guarded, kept_from_place
from seren.people.families.terms import KeyKind


@dataclass(frozen=True, slots=True)
class AroundChild:
    """One child at one setting. `key_person` is their whole name; empty where there is none today."""

    child: UUID
    name: str
    setting: UUID
    setting_name: str
    phone: str
    welsh_first: bool
    key_person: str


def around_children(actor: Actor) -> tuple[AroundChild, ...]:
    """For the actor's own children, by name. One query."""
    return tuple(
        AroundChild(child, name, setting, there, phone, welsh, f"{given} {family}" if given else "")
        for child, name, setting, there, phone, welsh, given, family in _around(actor)
    )


@prepared()
def _around(actor: Actor) -> "QuerySet[Any, Any]":
    key = system(SystemReason.SHOWING, KeyPerson).filter(
        in_force(actor.at), child=OuterRef("child"), setting=OuterRef("setting"), kind=KeyKind.KEY
    )
    return places_told(actor).values_list(
        "child_id",
        "child__known_as",
        "setting_id",
        "setting__name",
        "setting__phone",
        "setting__welsh_first",
        Subquery(key.values("person__given_name")[:1]),
        Subquery(key.values("person__family_name")[:1]),
    )


def places_told(actor: Actor) -> "QuerySet[Enrolment]":
    """Where the actor's own children have a place, by name.

    Where a child is is C7: it is told to no viewer, and to nobody a restriction keeps it from.
    """
    return (
        system(SystemReason.SHOWING, Enrolment)
        .filter(
            Q(until_at__isnull=True) | Q(until_at__gt=actor.at),
            ~kept_from_place("child_id").when(actor),
            child__in=visible(actor, FamilyAction.FOLLOW_CHILD, Child).filter(pk__in=guarded(actor)),
        )
        .order_by("child__known_as", "setting__name", "id")
    )
