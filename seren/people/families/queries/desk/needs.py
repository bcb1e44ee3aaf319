"""What of families needs a leader: a first day without a key person, a restriction to decide on or to look at
again, an asking to lift one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, QuerySet, UUIDField

from seren.foundation.access.door import Actor, SystemReason, prepared_question, system, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.people.families.models import Child, Enrolment, KeyPerson, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.children import going_on
from seren.people.families.terms import KeyKind


@dataclass(frozen=True, slots=True)
class Unkeyed:
    """A child with a place and no key person, now or to come. `on` is the first day."""

    child: UUID
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A restriction whose day to be looked at again comes. Its words stay on the child's page."""

    child: UUID
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class DecisionDue:
    """A restriction nobody has decided on. Overdue, it stands all the same, and is said before all else."""

    child: UUID
    name: str
    on: date
    overdue: bool


@dataclass(frozen=True, slots=True)
class LiftAsked:
    """Somebody else asks to lift a restriction: the reader may agree, or say that it stays."""

    child: UUID
    name: str
    on: date


@prepared_question(setting=UUIDField())
def unkeyed_asked(actor: Actor, setting: UUID) -> Question[tuple[Unkeyed, ...]]:
    seen = visible(actor, FamilyAction.SEE_CHILD, Child).values("pk")
    named = system(SystemReason.SHOWING, KeyPerson).filter(
        going_on(actor.at), child=OuterRef("child"), setting=setting, kind=KeyKind.KEY
    )
    rows = system(SystemReason.SHOWING, Enrolment).filter(
        going_on(actor.at), ~Exists(named), setting=setting, child__in=seen
    )
    fields = ("child_id", "child__known_as", "starts_on")
    listed = rows.order_by("starts_on", "id").values_list(*fields)
    return question(lambda found: tuple(Unkeyed(*row) for row in found), listed)


@prepared_question(setting=UUIDField(), until=DateField())
def reviews_asked(actor: Actor, setting: UUID, until: date) -> Question[tuple[ReviewDue, ...]]:
    rows = _standing(actor, setting).filter(review_on__lte=until)
    fields = ("child_id", "child__known_as", "review_on")
    listed = rows.order_by("review_on", "id").values_list(*fields)
    return question(lambda found: tuple(ReviewDue(*row) for row in found), listed)


@prepared_question(setting=UUIDField())
def decisions_asked(actor: Actor, setting: UUID) -> Question[tuple[DecisionDue, ...]]:
    """A safeguarding decision to let nobody collect waits for its paper; a caution for a decision."""
    rows = _standing(actor, setting).filter(decide_by__isnull=False, decided_at__isnull=True)
    listed = rows.order_by("decide_by", "id").values_list("child_id", "child__known_as", "decide_by")
    return question(partial(_decisions, actor.at), listed)


def _decisions(now: datetime, rows: Iterable[tuple[UUID, str, datetime]]) -> tuple[DecisionDue, ...]:
    return tuple(DecisionDue(child, name, clock.last_day(by), by <= now) for child, name, by in rows)


@prepared_question(setting=UUIDField())
def lifts_asked(actor: Actor, setting: UUID) -> Question[tuple[LiftAsked, ...]]:
    rows = _standing(actor, setting).filter(lift_asked_by__isnull=False).exclude(lift_asked_by=actor.person)
    listed = rows.order_by("lift_asked_at", "id").values_list("child_id", "child__known_as", "lift_asked_at")
    return question(
        lambda found: tuple(LiftAsked(child, name, clock.day_of(at)) for child, name, at in found), listed
    )


def _standing(actor: Actor, setting: UUID) -> "QuerySet[Restriction]":
    """For those only who may decide on restrictions of that child."""
    open_to = visible(actor, FamilyAction.RESTRICT, Child).values("pk")
    here = system(SystemReason.SHOWING, Enrolment).filter(
        going_on(actor.at), setting=setting, child__in=open_to
    )
    held = system(SystemReason.SHOWING, Restriction).filter(lifted_at__isnull=True)
    return held.filter(child__in=here.values("child_id"))
