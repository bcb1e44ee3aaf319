"""Who came into another room since the yearly questions were asked: they are gone through then too (C-05)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet, UUIDField

from seren.foundation.access.door import Actor, SystemReason, prepared_question, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.people.consent.models import Asked
from seren.people.consent.policies.standing import KEY, yeses
from seren.people.consent.queries.review import STOOD, Anew, places_to_ask, standing_before, yearly
from seren.people.consent.queries.standing import newest
from seren.people.consent.terms import Code, State

Row = tuple[UUID, str, str | None, datetime]


@dataclass(frozen=True, slots=True)
class Mover:
    """A child who came into this room on that day."""

    child: UUID
    name: str
    room: str
    on: date


@dataclass(frozen=True, slots=True)
class Moved:
    """What is asked again of one of them."""

    of: Mover
    anew: tuple[Anew, ...]


def moved(actor: Actor, setting: UUID, child: UUID) -> Moved | None:
    """None where all was asked since, nothing of it stands, or this reader may not ask. Two queries."""
    row = _came(actor).filter(setting=setting, child=child).values_list("pk", *_FIELDS).first()
    if row is None:
        return None
    place, _child, name, _room, at = row
    found = standing_before(actor, setting, {child: (place, name)}, at)
    return Moved(_mover(row[1:]), found) if found else None


def movers_asked(actor: Actor, setting: UUID) -> Question[tuple[Mover, ...]]:
    """Those with a yearly yes from before their move, the latest first: where this actor asks."""
    codes = tuple(code.value for code in yearly(clock.day_of(actor.at)))
    return _movers(actor, setting=setting, codes=codes)


@prepared_question(setting=UUIDField())
def _movers(actor: Actor, *, setting: UUID, codes: tuple[str, ...]) -> Question[tuple[Mover, ...]]:
    asked = newest(system(SystemReason.DECIDING, Asked).filter(code__in=codes), actor.at)
    held = asked.filter(
        Exists(yeses(actor).filter(**{field: OuterRef(field) for field in KEY})),
        child=OuterRef("child"),
        setting=OuterRef("setting"),
        asked_at__lt=OuterRef("from_at"),
    )
    rows = _came(actor).filter(Exists(held), setting=setting).order_by("-from_at", "child__known_as", "id")
    return question(_shown, rows.values_list(*_FIELDS))


_FIELDS = ("child_id", "child__known_as", "room__name", "from_at")


def _came(actor: Actor) -> "QuerySet[Any]":
    return places_to_ask(actor).filter(changed_rooms())


def changed_rooms() -> Exists:
    """On a place: it began where another of the same child here ended."""
    places = system(SystemReason.DECIDING, apps.get_model("families.Enrolment"))
    return Exists(
        places.filter(child=OuterRef("child"), setting=OuterRef("setting"), until_at=OuterRef("from_at"))
    )


def _mover(row: Row) -> Mover:
    child, name, room, at = row
    return Mover(child, name, room or "", clock.day_of(at))


def is_asked_again(code: Code, state: State, asked_at: datetime, came_at: datetime, on: date) -> bool:
    """In another room since `came_at`: of one question, as `moved` says it of all."""
    return asked_at < came_at and state in STOOD and code in yearly(on)


def _shown(rows: Sequence[Row]) -> tuple[Mover, ...]:
    return tuple(_mover(row) for row in rows)
