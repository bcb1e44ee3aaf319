"""The adults around children: whom a notice may concern, who shares a home, how they are called."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import DateTimeField, QuerySet, UUIDField

from seren.foundation.access.door import (
    Many,
    SystemReason,
    in_force,
    prepared,
    system,
)
from seren.foundation.kernel.questions import Question, ask, joined, question
from seren.people.families.models import (
    FamilyViewer,
    Guardianship,
    HouseholdMember,
    Lives,
)


def adults_near(children: Collection[UUID], at: datetime) -> set[UUID]:
    """Every adult a notice about these children may concern. Whether it does, access says at sending."""
    guardians = system(SystemReason.TELLING, Guardianship).filter(in_force(at), child__in=children)
    viewers = system(SystemReason.TELLING, FamilyViewer).filter(in_force(at), child__in=children)
    return {*guardians.values_list("adult_id", flat=True), *viewers.values_list("adult_id", flat=True)}


def homes_of_children(children: Collection[UUID], at: datetime) -> dict[UUID, list[frozenset[UUID]]]:
    """Per child with a home: its households, each as the adults who belong there. One query."""
    return _homes(_living(children=children, at=at))


def homes_asked(
    children: "QuerySet[Any, Any] | Collection[UUID]", at: datetime
) -> Question[dict[UUID, list[frozenset[UUID]]]]:
    """The same as a question; `children` may be a queryset of ids."""
    return question(_homes, _living_in(children, at))


def _homes(rows: Iterable[tuple[UUID, UUID, UUID]]) -> dict[UUID, list[frozenset[UUID]]]:
    households: dict[tuple[UUID, UUID], set[UUID]] = {}
    for child, household, person in rows:
        households.setdefault((child, household), set()).add(person)
    found: dict[UUID, list[frozenset[UUID]]] = {}
    for (child, _household), adults in households.items():
        found.setdefault(child, []).append(frozenset(adults))
    return found


@prepared(children=Many(UUIDField()), at=DateTimeField())
def _living(*, children: Collection[UUID], at: datetime) -> "QuerySet[Any, Any]":
    return _living_in(children, at)


def _living_in(children: "QuerySet[Any, Any] | Collection[UUID]", at: datetime) -> "QuerySet[Any, Any]":
    living = system(SystemReason.DECIDING, Lives).filter(in_force(at), child__in=children)
    belongs = living.filter(in_force(at, "household__members__"))
    return belongs.values_list("child_id", "household_id", "household__members__person_id")


def home_of(person: UUID, child: UUID, at: datetime) -> UUID | None:
    """The household this adult shares with the child; None where none is known."""
    lives = system(SystemReason.DECIDING, Lives).filter(in_force(at), child=child)
    member = system(SystemReason.DECIDING, HouseholdMember).filter(in_force(at), person=person)
    homes = member.filter(household__in=lives.values("household_id")).order_by("from_at")
    return homes.values_list("household_id", flat=True).first()


def names_of(people: Iterable[UUID]) -> dict[UUID, str]:
    """Given names, for people whose name this reader may be told: the caller has asked access."""
    return ask(names_asked(people))


def names_asked(people: Iterable[UUID]) -> Question[dict[UUID, str]]:
    """The same as a question."""
    return joined(lambda found: dict(found), _names.asked(people=set(people)))


@prepared(people=Many(UUIDField()))
def _names(*, people: Collection[UUID]) -> "QuerySet[Any, Any]":
    rows = system(SystemReason.SHOWING, apps.get_model("accounts.Person")).filter(pk__in=people)
    return rows.values_list("id", "given_name")
