"""`/desk/children/`: every child of a setting, by room; who looks after them and when they come."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from seren.foundation.access.door import Action, Actor, NotThere, SystemReason, system, visible
from seren.foundation.kernel import clock, text
from seren.foundation.kernel.questions import Question, ask_all, question
from seren.people.families.models import Booking, Child, Enrolment, KeyPerson
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import EnrolmentState, KeyKind
from seren.people.provision.queries.desk import Desk

MOST = 60  # children who left, on one page


class Show(StrEnum):
    HERE = "here"
    JOINING = "joining"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Weekly:
    """One session and the weekdays a child comes to it."""

    session: str
    weekdays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChildRow:
    """C2 of one child, as the desk lists them. `ends_on` is the last day, where it is known."""

    id: UUID
    name: str
    family_name: str
    tint: str
    cut: str
    room: str
    starts_on: date
    ends_on: date | None
    key_person: str
    buddy: str
    sessions: tuple[Weekly, ...]


@dataclass(frozen=True, slots=True)
class ChildrenPage:
    """`groups`: room names and their children. `counts`: by what is shown. `more`: others left earlier."""

    show: Show
    words: str
    groups: tuple[tuple[str, tuple[ChildRow, ...]], ...]
    counts: dict[Show, int]
    more: bool


def children_at_desk(actor: Actor, desk: Desk, show: Show, words: str = "") -> ChildrenPage:
    """Five queries, whatever the number of children."""
    places = _places(actor, desk.id)
    found = _named(_shown(places, show, actor.at), words)
    most = MOST if show is Show.LEFT else len(found)
    more, found = len(found) > most, found[:most]
    children = [place.child_id for place in found]
    held, weeks = ask_all(
        carers_asked(desk.id, children, actor.at), weeks_asked(desk.id, children, clock.day_of(actor.at))
    )
    rows = [_row(place, held.get(place.child_id, {}), weeks.get(place.child_id, ())) for place in found]
    return ChildrenPage(show, words, _by_room(rows, show), _counts(places, actor.at), more)


def carers_asked(
    setting: UUID, children: "Collection[UUID] | QuerySet[Any, Any]", at: datetime
) -> Question[dict[UUID, dict[KeyKind, str]]]:
    """Per child the names of key person and buddy: now, else of whoever is named for later."""
    rows = system(SystemReason.SHOWING, KeyPerson).filter(going_on(at), setting=setting, child__in=children)
    fields = ("child_id", "kind", "person__given_name", "person__family_name")
    return question(_carers, rows.order_by("-from_at").values_list(*fields))


def _carers(rows: Iterable[tuple[Any, ...]]) -> dict[UUID, dict[KeyKind, str]]:
    found: dict[UUID, dict[KeyKind, str]] = {}
    for child, kind, given, family in rows:
        found.setdefault(child, {})[KeyKind(kind)] = f"{given} {family}"
    return found


def weeks_asked(
    setting: UUID, children: "Collection[UUID] | QuerySet[Any, Any]", today: date
) -> Question[dict[UUID, tuple[Weekly, ...]]]:
    """The sessions each child is booked for, now or from a day to come."""
    rows = system(SystemReason.SHOWING, Booking).filter(
        Q(until_day__isnull=True) | Q(until_day__gte=today), setting=setting, child__in=children
    )
    fields = ("child_id", "session__name", "weekday", "session__starts")
    ordered = rows.order_by("child_id", "session__starts", "session__name", "weekday")
    return question(_weeks, ordered.values_list(*fields).distinct())


def _weeks(rows: Iterable[tuple[Any, ...]]) -> dict[UUID, tuple[Weekly, ...]]:
    weeks: dict[UUID, tuple[Weekly, ...]] = {}
    for child, of_child in groupby(rows, key=lambda row: row[0]):
        sessions = groupby(of_child, key=lambda row: row[1])
        weeks[child] = tuple(Weekly(name, tuple(row[2] for row in days)) for name, days in sessions)
    return weeks


def going_on(at: datetime) -> Q:
    """In force, or to begin."""
    return Q(until_at__isnull=True) | Q(until_at__gt=at)


def _places(actor: Actor, setting: UUID) -> "QuerySet[Enrolment]":
    """The places at this setting of children the actor may see."""
    seen = visible(actor, FamilyAction.SEE_CHILD, Child).values("pk")
    return system(SystemReason.SHOWING, Enrolment).filter(setting=setting, child__in=seen)


def _shown(places: "QuerySet[Enrolment]", show: Show, at: datetime) -> "QuerySet[Enrolment]":
    if show is Show.LEFT:
        later = system(SystemReason.SHOWING, Enrolment).filter(
            child=OuterRef("child"), setting=OuterRef("setting"), from_at__gt=OuterRef("from_at")
        )
        gone = places.filter(~Exists(later), until_at__lte=at)
        return gone.select_related("child", "room").order_by("-until_at", "child_id")
    state = EnrolmentState.ATTENDING if show is Show.HERE else EnrolmentState.JOINING
    now = places.filter(going_on(at), state=state).select_related("child", "room")
    return now.order_by("room__name", "child__known_as", "child__family_name", "child_id")


def _named(places: "QuerySet[Enrolment]", words: str) -> list[Enrolment]:
    """Those with every word in their names, accents and capitals aside."""
    wanted = text.words(words)
    return [place for place in places if _has(place.child, wanted)]


def _has(child: Child, wanted: Sequence[str]) -> bool:
    names = text.words(f"{child.known_as} {child.given_name} {child.family_name}")
    return all(any(name.startswith(word) for name in names) for word in wanted)


def _counts(places: "QuerySet[Enrolment]", at: datetime) -> dict[Show, int]:
    now = places.filter(going_on(at)).values("state").annotate(number=Count("child", distinct=True))
    by_state = dict(now.values_list("state", "number"))
    everyone = places.values("child").distinct().count()
    here, joining = (
        by_state.get(EnrolmentState.ATTENDING.value, 0),
        by_state.get(EnrolmentState.JOINING.value, 0),
    )
    return {Show.HERE: here, Show.JOINING: joining, Show.LEFT: everyone - here - joining}


def _row(place: Enrolment, held: dict[KeyKind, str], week: tuple[Weekly, ...]) -> ChildRow:
    child = place.child
    return ChildRow(
        id=child.id,
        name=child.known_as,
        family_name=child.family_name,
        tint=child.tint,
        cut=child.cut,
        room=place.room.name,
        starts_on=place.starts_on,
        ends_on=clock.last_day(place.until_at) if place.until_at else None,
        key_person=held.get(KeyKind.KEY, ""),
        buddy=held.get(KeyKind.BUDDY, ""),
        sessions=week,
    )


def _by_room(rows: list[ChildRow], show: Show) -> tuple[tuple[str, tuple[ChildRow, ...]], ...]:
    if show is Show.LEFT:
        return (("", tuple(rows)),) if rows else ()
    return tuple((room, tuple(same)) for room, same in groupby(rows, key=lambda row: row.room))


def bookings_now(setting: UUID, child: UUID) -> tuple[tuple[int, UUID], ...]:
    """(weekday, session) pairs that go on, for the form that changes them."""
    rows = system(SystemReason.SHOWING, Booking).filter(setting=setting, child=child, until_day__isnull=True)
    return tuple(rows.order_by("weekday").values_list("weekday", "session_id"))


def child_at(actor: Actor, setting: UUID, action: Action, child: UUID) -> Child:
    """A child with a place there, now or ever. Raises NotThere unless the actor may do this to it."""
    places = system(SystemReason.SHOWING, Enrolment).filter(setting=setting, child=OuterRef("pk"))
    row = visible(actor, action, Child).filter(Exists(places), pk=child).first()
    if row is None:
        raise NotThere("no child of this desk")
    return row


def first_day_of(setting: UUID, child: UUID) -> date | None:
    """The first day of the place a child has there, for the form that changes it."""
    rows = system(SystemReason.SHOWING, Enrolment).filter(setting=setting, child=child)
    return rows.order_by("-from_at").values_list("starts_on", flat=True).first()
