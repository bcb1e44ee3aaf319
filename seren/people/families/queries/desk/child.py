"""`/desk/children/<id>/`: one child, all that leaders keep of them. What is closed is never loaded."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from seren.foundation.access.door import (
    Actor,
    NotThere,
    SystemReason,
    in_force,
    system,
    through,
    visible,
)
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask_all, question
from seren.people.families.models import (
    Child,
    Collector,
    Enrolment,
    Guardianship,
    Household,
    HouseholdMember,
    KeyPerson,
    Lives,
    Restriction,
    SafetyNote,
)
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.children import weeks_asked
from seren.people.families.queries.desk.childshapes import (
    AdultShown,
    ChildPage,
    CollectorShown,
    HomeShown,
    NoteShown,
    PastKeyPerson,
    RestrictionShown,
)
from seren.people.families.terms import (
    ChangeReason,
    EnrolmentState,
    EvidenceSeen,
    KeyKind,
    LivesWith,
    Pattern,
    Relation,
    Responsibility,
    ResponsibilityBasis,
    RestrictionBasis,
    RestrictionCode,
    SafetyKind,
)
from seren.people.provision.queries.desk import Desk

_CHILD = (
    "id",
    "known_as",
    "given_name",
    "family_name",
    "tint",
    "cut",
    "date_of_birth",
    "home_languages",
)
_PLACE = ("room__name", "state", "starts_on", "until_at")
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


def child_page(actor: Actor, desk: Desk, child: UUID) -> ChildPage:
    """Raises NotThere where this is no child of the desk, or not one whose details they may see.

    What is sealed is asked for by itself: the notes, the homes, the restrictions.
    """
    known, place, sessions, key_people, collectors, adults, belonging = ask_all(
        _child_asked(actor, child),
        _place_asked(child, desk),
        weeks_asked(desk.id, [child], clock.day_of(actor.at)),
        _key_people_asked(child, desk, actor.at),
        _collectors_asked(actor, child),
        _adults_asked(actor, child),
        _belonging_asked(actor, child),
    )
    *facts, whole = known
    key, name, given_name, family_name, tint, cut, born, languages = facts
    room, state, starts_on, until_at = place
    return ChildPage(
        id=key,
        name=name,
        given_name=given_name,
        family_name=family_name,
        tint=tint,
        cut=cut,
        born=born,
        home_languages=tuple(languages),
        room=room,
        state=EnrolmentState(state) if until_at is None or until_at > actor.at else None,
        starts_on=starts_on,
        ends_on=clock.last_day(until_at) if until_at else None,
        sessions=sessions.get(child, ()),
        key_people=key_people,
        notes=_notes(actor, child),
        collectors=collectors,
        adults=adults,
        homes=_homes(actor, child, belonging) if whole else (),
        restrictions=_restrictions(actor, child) if whole else (),
        whole=whole,
        runs=desk.runs,
    )


def _child_asked(actor: Actor, child: UUID) -> Question[tuple[Any, ...]]:
    """The child's own facts, and whether the reader may know the family's circumstances."""
    whole = Case(
        When(_known(actor, "pk"), then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    rows = visible(actor, FamilyAction.SEE_DETAILS, Child).filter(pk=child).annotate(whole=whole)
    return question(_the_one, rows.values_list(*_CHILD, "whole"))


def _place_asked(child: UUID, desk: Desk) -> Question[tuple[Any, ...]]:
    """The newest place here. A child of another setting of the provider is not of this desk."""
    places = system(SystemReason.SHOWING, Enrolment).filter(child=child, setting=desk.id)
    return question(_the_one, places.order_by("-from_at").values_list(*_PLACE)[:1])


def _the_one(rows: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    if not rows:
        raise NotThere("no child here")
    return rows[0]


def _known(actor: Actor, field: str) -> Q:
    """Rows of a child whose family's circumstances the reader may know."""
    return through(actor, FamilyAction.RESTRICT, Child, field)


def _key_people_asked(child: UUID, desk: Desk, at: datetime) -> Question[tuple[PastKeyPerson, ...]]:
    rows = system(SystemReason.SHOWING, KeyPerson).filter(child=child, setting=desk.id)
    fields = ("kind", "person__given_name", "person__family_name", "from_at", "until_at", "reason")
    return question(partial(_key_people, at), rows.order_by("-from_at").values_list(*fields))


def _key_people(at: datetime, rows: Iterable[tuple[Any, ...]]) -> tuple[PastKeyPerson, ...]:
    return tuple(
        PastKeyPerson(
            kind=KeyKind(kind),
            name=f"{given} {family}",
            from_day=clock.day_of(from_at),
            until_day=clock.last_day(until_at) if until_at else None,
            reason=ChangeReason(reason),
            current=from_at <= at and (until_at is None or until_at > at),
            to_come=from_at > at,
        )
        for kind, given, family, from_at, until_at, reason in rows
    )


def _notes(actor: Actor, child: UUID) -> tuple[NoteShown, ...]:
    open_to = through(actor, FamilyAction.SEE_SAFETY, Child, "child")
    rows = system(SystemReason.SHOWING, SafetyNote).filter(open_to, in_force(actor.at), child=child)
    return tuple(NoteShown(row.id, SafetyKind(row.kind), row.words) for row in rows.order_by("kind", "id"))


def _collectors_asked(actor: Actor, child: UUID) -> Question[tuple[CollectorShown, ...]]:
    rows = visible(actor, FamilyAction.SEE_COLLECTOR, Collector).filter(in_force(actor.at), child=child)
    fields = ("name", "relation", "named_by__given_name", "named_by__family_name")
    return question(
        lambda found: tuple(
            CollectorShown(name, Relation(relation), f"{given} {family}")
            for name, relation, given, family in found
        ),
        rows.order_by("name").values_list(*fields),
    )


def _adults_asked(actor: Actor, child: UUID) -> Question[tuple[AdultShown, ...]]:
    known = _known(actor, "child")
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
    return living.filter(_known(actor, "child"))


def _belonging_asked(actor: Actor, child: UUID) -> Question[dict[UUID, list[str]]]:
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


def _homes(actor: Actor, child: UUID, names: Mapping[UUID, list[str]]) -> tuple[HomeShown, ...]:
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


def _restrictions(actor: Actor, child: UUID) -> tuple[RestrictionShown, ...]:
    rows = system(SystemReason.SHOWING, Restriction).filter(child=child)
    return tuple(
        RestrictionShown(
            id=row.id,
            adult=row.adult.name,
            code=RestrictionCode(row.code),
            basis=RestrictionBasis(row.basis),
            reason=row.reason,
            set_by=row.imposed_by.name,
            set_on=clock.day_of(row.imposed_at),
            review_on=row.review_on,
            lifted_on=clock.day_of(row.lifted_at) if row.lifted_at else None,
            may_lift=row.lifted_at is None and row.imposed_by_id != actor.person,
        )
        for row in rows.select_related("adult", "imposed_by").order_by("lifted_at", "-imposed_at")
    )
