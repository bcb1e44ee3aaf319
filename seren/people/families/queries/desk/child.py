"""`/desk/children/<id>/`: one child, all that leaders keep of them. What is closed is never loaded."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Value, When

from seren.foundation.access.door import Actor, NotThere, SystemReason, in_force, system, through, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask_all, question
from seren.people.families.models import Child, Collector, Enrolment, KeyPerson, SafetyNote
from seren.people.families.policies import FamilyAction, counts
from seren.people.families.queries.desk.childfamily import (
    adults_asked,
    belonging_asked,
    circumstances_known,
    homes_of,
)
from seren.people.families.queries.desk.children import weeks_asked
from seren.people.families.queries.desk.childshapes import ChildPage, CollectorShown, NoteShown, PastKeyPerson
from seren.people.families.queries.desk.restrictions import restrictions_of
from seren.people.families.terms import ChangeReason, EnrolmentState, KeyKind, Relation, SafetyKind
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
        adults_asked(actor, child),
        belonging_asked(actor, child),
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
        homes=homes_of(actor, child, belonging) if whole else (),
        restrictions=restrictions_of(actor, child) if whole else (),
        whole=whole,
        runs=desk.runs,
    )


def _child_asked(actor: Actor, child: UUID) -> Question[tuple[Any, ...]]:
    """The child's own facts, and whether the reader may know the family's circumstances."""
    whole = Case(
        When(circumstances_known(actor, "pk"), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
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
    rows = visible(actor, FamilyAction.SEE_COLLECTOR, Collector).filter(child=child)
    counted = Case(When(counts(actor), then=Value(True)), default=Value(False), output_field=BooleanField())
    fields = ("name", "relation", "named_by__given_name", "named_by__family_name", "day")
    return question(
        lambda found: tuple(
            CollectorShown(name, Relation(relation), f"{given} {family}", day, counted)
            for name, relation, given, family, day, counted in found
        ),
        rows.order_by("name", "id").values_list(*fields, counted),
    )
