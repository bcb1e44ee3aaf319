"""The children of a setting on one day, as those who look after them see them; and what keeps them safe."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, UUIDField

from seren.foundation.access.door import Actor, SystemReason, in_force, prepared_question, system, visible
from seren.foundation.kernel.questions import Question, ask, question
from seren.people.families.models import Booking, Child, Enrolment, SafetyNote
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.children import ChildShown
from seren.people.families.terms import EnrolmentState, SafetyKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """A session the child is booked for that day."""

    name: str
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class ChildOfRoom:
    """A child with a place here, the room, and the sessions booked for the day asked about, in order."""

    child: ChildShown
    room: UUID
    room_name: str
    state: EnrolmentState
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class SafetyShown:
    """C5: what all who look after the child must know. Showing it is watched (`audit.saw`)."""

    kind: SafetyKind
    words: str


def children_of_setting(actor: Actor, setting: UUID, day: date) -> tuple[ChildOfRoom, ...]:
    """Those this actor may call by name, by name. One query, whatever their number.

    Bookings are told as they stand; whether the setting is open that day the caller knows.
    """
    return ask(children_asked(actor, setting, day))


@prepared_question(setting=UUIDField())
def children_asked(actor: Actor, setting: UUID, day: date) -> Question[tuple[ChildOfRoom, ...]]:
    seen = visible(actor, FamilyAction.SEE_FIRST_NAME, Child)
    places = system(SystemReason.SHOWING, Enrolment).filter(
        in_force(actor.at), setting=setting, child__in=seen.values("pk")
    )
    fields = ("child_id", "child__known_as", "child__tint", "child__cut", "room_id", "room__name", "state")
    rows = places.order_by("child__known_as", "child_id").values_list(*fields)
    return question(_children, rows, _booked(setting, day))


def _children(rows: Iterable[tuple[Any, ...]], booked: Iterable[tuple[Any, ...]]) -> tuple[ChildOfRoom, ...]:
    stretches: dict[UUID, list[Stretch]] = defaultdict(list)
    for child, *session in booked:
        stretches[child].append(Stretch(*session))
    return tuple(
        ChildOfRoom(
            ChildShown(child, name, tint, cut),
            room,
            room_name,
            EnrolmentState(state),
            tuple(stretches[child]),
        )
        for child, name, tint, cut, room, room_name, state in rows
    )


def safety_of(actor: Actor, children: Collection[UUID]) -> dict[UUID, tuple[SafetyShown, ...]]:
    """What each child needs to be safe, as far as this actor may know: helpers learn of allergies."""
    staff = visible(actor, FamilyAction.SEE_SAFETY, Child).values("pk")
    helper = visible(actor, FamilyAction.SEE_ALLERGIES, Child).values("pk")
    notes = system(SystemReason.SHOWING, SafetyNote).filter(
        Q(child__in=staff) | Q(child__in=helper, kind=SafetyKind.ALLERGY),
        in_force(actor.at),
        child__in=children,
    )
    found: dict[UUID, list[SafetyShown]] = defaultdict(list)
    for note in notes.order_by("kind", "from_at"):
        found[note.child_id].append(SafetyShown(SafetyKind(note.kind), note.words))
    return {child: tuple(items) for child, items in found.items()}


def _booked(setting: UUID, day: date) -> "QuerySet[Booking, Any]":
    booked = system(SystemReason.SHOWING, Booking).filter(
        Q(until_day__isnull=True) | Q(until_day__gte=day),
        setting=setting,
        weekday=day.weekday(),
        from_day__lte=day,
    )
    fields = ("child_id", "session__name", "session__starts", "session__ends")
    return booked.order_by("session__starts").values_list(*fields)
