"""A child’s family as leaders keep it: adults and homes. Who may not know them loads nothing."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from seren.foundation.access.door import Actor, SystemReason, in_force, system, through, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.people.families.models import Child, Guardianship, Household, HouseholdMember, Lives, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.childshapes import AdultShown, HomeShown
from seren.people.families.terms import (
    EvidenceSeen,
    LivesWith,
    Pattern,
    Relation,
    Responsibility,
    ResponsibilityBasis,
    RestrictionCode,
)

_TIE = (
    "id",
    "adult_id",
    "adult__given_name",
    "adult__family_name",
    "relation",
    "natural_parent",
    "responsibility",
    "basis",
    "evidence",
    "seen_on",
    "lives_with",
    "day_to_day_care",
    "can_collect",
    "emergency_order",
    "adult__login_id",
)


def circumstances_known(actor: Actor, field: str) -> Q:
    """Rows of a child whose family's circumstances the reader may know."""
    return through(actor, FamilyAction.RESTRICT, Child, field)


def adults_asked(actor: Actor, child: UUID) -> Question[tuple[AdultShown, ...]]:
    known = circumstances_known(actor, "child")
    ties = system(SystemReason.SHOWING, Guardianship).filter(known, in_force(actor.at), child=child)
    bound = system(SystemReason.SHOWING, Restriction).filter(known, child=child, lifted_at__isnull=True)
    return question(
        _adults,
        ties.order_by("from_at", "id").values_list(*_TIE),
        bound.order_by("imposed_at").values_list("adult_id", "code"),
    )


def _adults(rows: Iterable[tuple[Any, ...]], bound: Iterable[tuple[UUID, str]]) -> tuple[AdultShown, ...]:
    codes: dict[UUID, list[RestrictionCode]] = {}
    for adult, code in bound:
        codes.setdefault(adult, []).append(RestrictionCode(code))
    return tuple(_adult(*row, bound_by=tuple(codes.get(row[1], ()))) for row in rows)


def _adult(
    tie: UUID, person: UUID, given: str, family: str, *facts: Any, bound_by: tuple[RestrictionCode, ...]
) -> AdultShown:
    relation, natural_parent, responsibility, basis, evidence, seen_on, lives_with, *rest = facts
    day_to_day_care, can_collect, emergency_order, login = rest
    return AdultShown(
        tie=tie,
        person=person,
        name=f"{given} {family}",
        relation=Relation(relation),
        natural_parent=natural_parent,
        responsibility=Responsibility(responsibility),
        basis=ResponsibilityBasis(basis) if basis else None,
        evidence=EvidenceSeen(evidence),
        seen_on=seen_on,
        lives_with=LivesWith(lives_with),
        day_to_day_care=day_to_day_care,
        can_collect=can_collect,
        emergency_order=emergency_order,
        signs_in=login is not None,
        bound_by=bound_by,
    )


def _living(actor: Actor, child: UUID) -> "QuerySet[Lives]":
    seen = visible(actor, FamilyAction.SEE_HOUSEHOLD, Household).values("pk")
    living = system(SystemReason.SHOWING, Lives).filter(in_force(actor.at), child=child, household__in=seen)
    return living.filter(circumstances_known(actor, "child"))


def belonging_asked(actor: Actor, child: UUID) -> Question[dict[UUID, list[str]]]:
    """The names of the adults of each of the child's homes."""
    belongs = system(SystemReason.SHOWING, HouseholdMember).filter(
        in_force(actor.at), household__in=_living(actor, child).values("household_id")
    )
    fields = ("household_id", "person__given_name", "person__family_name")
    return question(_names, belongs.order_by("from_at", "id").values_list(*fields))


def _names(rows: Iterable[tuple[UUID, str, str]]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for home, given, family in rows:
        found.setdefault(home, []).append(f"{given} {family}")
    return found


def homes_of(actor: Actor, child: UUID, names: Mapping[UUID, list[str]]) -> tuple[HomeShown, ...]:
    rows = _living(actor, child).select_related("household").order_by("from_at", "id")
    return tuple(
        HomeShown(
            id=row.household_id,
            adults=tuple(names.get(row.household_id, ())),
            pattern=Pattern(row.pattern),
            lines=lines_of(row.household.address),
            phone=row.household.phone or "",
            ends_on=clock.last_day(row.until_at) if row.until_at else None,
        )
        for row in rows
    )


def lines_of(address: Any) -> tuple[str, ...]:
    """A sealed address as lines for a page or a window envelope."""
    if not address:
        return ()
    parts: Iterable[str] = (*address.get("lines", ()), address.get("town", ""), address.get("postcode", ""))
    return tuple(part for part in parts if part)
