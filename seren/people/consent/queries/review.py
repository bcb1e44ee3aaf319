"""The yearly review (C-05): what would be asked anew, of whom; and how far a review has come."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet

from seren.foundation.access.door import Actor, SystemReason, in_force, system, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, known, question
from seren.foundation.rules.door import need, value
from seren.people.consent.models import Asked, Round
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import newest, state_of, with_standing
from seren.people.consent.queries.standings import Line, lines_of
from seren.people.consent.queries.whom import Silence, answered_by, silences_of
from seren.people.consent.terms import NAMED_BY_A_PARENT, Code, Renewal, RoundKind, State
from seren.people.consent.words import permissions_on
from seren.people.families.policies import responsible_ties
from seren.people.provision.queries.desk import Desk

REVIEW = need("permissions.review")
STOOD = frozenset({State.IN_FORCE, State.DISPUTED, State.LAPSED})


@dataclass(frozen=True, slots=True)
class Anew:
    """One question that a review would ask again. `stands`: a yes holds, or two disagree."""

    place: UUID
    child: UUID
    name: str
    code: Code
    scope: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One adult of one child in a review: how many of their questions they have answered."""

    of: Silence
    answered: int

    @property
    def all(self) -> int:
        return len(self.of.lines)


@dataclass(frozen=True, slots=True)
class Progress:
    """`heard`: questions with somebody’s answer."""

    started_on: date
    questions: int
    heard: int
    adults: tuple[Reviewed, ...]


def review_year(nation: str, today: date) -> int | None:
    """The year whose review may be started now: from its month on until the year ends."""
    month = value(nation, REVIEW, today).number
    return today.year if today.month >= month else None


def review_month(nation: str, today: date) -> date:
    """The first day of the month of the next review, or of this year’s."""
    return date(today.year, value(nation, REVIEW, today).number, 1)


def review_of(setting: UUID, year: int) -> Round | None:
    """The caller has asked who may look."""
    rows = system(SystemReason.SHOWING, Round).filter(setting=setting, kind=RoundKind.REVIEW, year=year)
    return rows.first()


def last_review(setting: UUID, at: Any) -> Round | None:
    rows = system(SystemReason.SHOWING, Round).filter(setting=setting, kind=RoundKind.REVIEW, at__lte=at)
    return rows.order_by("at").last()


def asked_anew(actor: Actor, setting: UUID, nation: str) -> tuple[Anew, ...]:
    """What stands, or stood, and is gone through each year; not what was asked since the month began.

    A no is not asked about again: a family changes it when they like. Two queries.
    """
    places = places_to_ask(actor).filter(setting=setting).values_list("pk", "child_id", "child__known_as")
    held = {child: (pk, name) for pk, child, name in places}
    return standing_before(
        actor, setting, held, clock.at_london(review_month(nation, clock.day_of(actor.at)))
    )


def places_to_ask(actor: Actor) -> "QuerySet[Any]":
    """Of children somebody may answer for, where this actor asks."""
    places: QuerySet[Any] = visible(actor, ConsentAction.ASK, apps.get_model("families.Enrolment"))
    somebody = responsible_ties().filter(in_force(actor.at), child=OuterRef("child"))
    return places.filter(Exists(somebody), in_force(actor.at))


def standing_before(
    actor: Actor, setting: UUID, held: dict[UUID, tuple[UUID, str]], before: datetime
) -> tuple[Anew, ...]:
    """Of these children (each with its place and name): what stands, or stood, and was asked before."""
    rows = with_standing(newest(system(SystemReason.DECIDING, Asked), actor.at), actor).filter(
        setting=setting,
        child__in=list(held),
        code__in=yearly(clock.day_of(actor.at)),
        asked_at__lt=before,
    )
    found = [
        Anew(*_of(held[row.child_id], row), stands=state_of(row) is not State.LAPSED)
        for row in rows
        if state_of(row) in STOOD
    ]
    order = list(Code)
    return tuple(sorted(found, key=lambda one: (order.index(one.code), one.name, str(one.child), one.scope)))


def _of(place: tuple[UUID, str], row: Any) -> tuple[UUID, UUID, str, Code, str]:
    return place[0], row.child_id, place[1], Code(row.code), row.scope


def yearly(on: date) -> tuple[Code, ...]:
    return tuple(
        one.code
        for one in permissions_on(on)
        if one.asked and one.renewal is Renewal.YEARLY and one.code not in NAMED_BY_A_PARENT
    )


def progress(actor: Actor, made: Round) -> Progress:
    """Who has answered, who not. Three queries."""
    ids = set(system(SystemReason.SHOWING, Asked).filter(round=made).values_list("pk", flat=True))
    lines: list[Line] = [line for line in lines_of(actor, made.setting_id) if line.id in ids]
    said = answered_by(actor, [line.id for line in lines])
    adults = tuple(
        Reviewed(one, sum((line.id, one.account.person) in said for line in one.lines))
        for one in silences_of(actor, lines)
    )
    heard = len({asked for asked, _adult in said})
    return Progress(
        clock.day_of(made.at),
        len(lines),
        heard,
        tuple(sorted(adults, key=lambda one: one.answered >= one.all)),
    )


def review_due_asked(desk: Desk, today: date) -> Question[date | None]:
    """The last day of the month of review, where it is here and nobody has started it."""
    first = review_month(desk.nation.value, today)
    if (today.year, today.month) != (first.year, first.month) or not desk.runs:
        return known(None)
    last = clock.last_day(clock.month_of(first)[1])
    done = system(SystemReason.SHOWING, Round).filter(setting=desk.id, kind=RoundKind.REVIEW, year=today.year)
    return question(lambda rows: None if rows else last, done.values_list("pk"))
