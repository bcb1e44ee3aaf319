"""What the desk's forms choose from: adults, homes, who looks after how many."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count

from seren.foundation.access.door import Actor, SystemReason, in_force, system, visible
from seren.foundation.kernel.questions import ask, question
from seren.people.families.models import (
    Child,
    Enrolment,
    FamilyViewer,
    Guardianship,
    Household,
    HouseholdMember,
    KeyPerson,
    Lives,
)
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.children import going_on
from seren.people.families.terms import KeyKind, Relation
from seren.people.provision.queries.staff import roles_held


class AdultOf(NamedTuple):
    person: UUID
    name: str
    relation: Relation


def held_now(setting: UUID, child: UUID, kind: KeyKind, at: datetime) -> UUID | None:
    """Who is, or is named to be, this child's key person or buddy."""
    rows = system(SystemReason.SHOWING, KeyPerson).filter(going_on(at), child=child, setting=setting)
    return rows.filter(kind=kind, until_at__isnull=True).values_list("person_id", flat=True).first()


def loads_at(setting: UUID, at: datetime) -> dict[UUID, int]:
    """How many children each is key person of."""
    rows = system(SystemReason.SHOWING, KeyPerson).filter(in_force(at), setting=setting, kind=KeyKind.KEY)
    counted = rows.values("person_id").annotate(number=Count("child", distinct=True))
    return dict(counted.values_list("person_id", "number"))


def adults_of_child(child: Child, at: datetime) -> tuple[AdultOf, ...]:
    """Everybody tied to a child: guardians, then those a guardian lets see. The caller may restrict."""
    ties = system(SystemReason.SHOWING, Guardianship).filter(in_force(at), child=child)
    viewers = system(SystemReason.SHOWING, FamilyViewer).filter(in_force(at), child=child)
    found: dict[UUID, AdultOf] = {}
    for rows in (ties, viewers):
        for row in rows.select_related("adult").order_by("from_at", "id"):
            one = AdultOf(row.adult_id, row.adult.name, Relation(row.relation))
            found.setdefault(row.adult_id, one)
    return tuple(found.values())


def adults_known(actor: Actor, setting: UUID, beside: Child) -> Iterable[tuple[UUID, str]]:
    """Adults of other children of this setting whose families this actor may know, by name.

    Who is an adult of this child already is none of them.
    """
    open_to = visible(actor, FamilyAction.RESTRICT, Child).values("pk")
    here = system(SystemReason.SHOWING, Enrolment).filter(setting=setting, child__in=open_to)
    ties = system(SystemReason.SHOWING, Guardianship).filter(
        in_force(actor.at), child__in=here.values("child_id"), adult__closed_at__isnull=True
    )
    theirs = system(SystemReason.SHOWING, Guardianship).filter(in_force(actor.at), child=beside)
    others = ties.exclude(adult__in=theirs.values("adult_id"))
    rows = others.values_list("adult_id", "adult__given_name", "adult__family_name").distinct()
    return sorted(((key, f"{given} {family}") for key, given, family in rows), key=lambda one: one[1])


def homes_of_child(actor: Actor, child: Child) -> tuple[tuple[UUID, tuple[str, ...]], ...]:
    """Each home of a child the actor may see, with the names of its adults."""
    seen = visible(actor, FamilyAction.SEE_HOUSEHOLD, Household).values("pk")
    living = system(SystemReason.SHOWING, Lives).filter(in_force(actor.at), child=child, household__in=seen)
    known = living.order_by("from_at", "id").values_list("household_id", flat=True)
    homes: dict[UUID, tuple[str, ...]] = dict.fromkeys(known, ())
    members = system(SystemReason.SHOWING, HouseholdMember).filter(in_force(actor.at), household__in=homes)
    fields = ("household_id", "person__given_name", "person__family_name")
    for home, given, family in members.order_by("from_at", "id").values_list(*fields):
        homes[home] = (*homes[home], f"{given} {family}")
    return tuple(homes.items())


def setting_knows(setting: UUID, person: UUID, at: datetime) -> bool:
    """Staff of the setting, or an adult tied to a child with a place there."""
    children = (
        system(SystemReason.SHOWING, Enrolment).filter(going_on(at), setting=setting).values("child_id")
    )
    ties = system(SystemReason.SHOWING, Guardianship).filter(in_force(at), child__in=children, adult=person)
    viewers = system(SystemReason.SHOWING, FamilyViewer).filter(
        in_force(at), child__in=children, adult=person
    )
    held = [rows.values_list("pk")[:1] for rows in (ties, viewers, roles_held(person, setting, at))]
    return ask(question(lambda *found: any(found), *held))
