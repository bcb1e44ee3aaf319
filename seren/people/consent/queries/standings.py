"""`/desk/permissions/`: how every question of a setting stands, by room, permission and state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, UUIDField

from seren.foundation.access.door import Actor, SystemReason, prepared, system, visible
from seren.foundation.kernel import clock, text
from seren.people.consent.models import Answer, Asked
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import holds, newest, state_of, talked_about, with_standing
from seren.people.consent.terms import Code, State

MOST = 40


class Show(StrEnum):
    ALL = "all"
    DISPUTED = "disputed"
    TALK = "talk"
    SILENT = "silent"
    ENDED = "ended"
    NO = "no"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Line:
    """One question about one child. `silent`: nobody has answered this asking yet, and they may."""

    id: UUID
    child: UUID
    name: str
    family_name: str
    room: UUID
    room_name: str
    code: Code
    scope: str
    state: State
    in_force: bool
    asked_on: date
    last_day: date | None
    silent: bool
    talk: bool


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What somebody wants to see. None and empty: all of it."""

    show: Show = Show.ALL
    room: UUID | None = None
    code: Code | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Standings:
    """`counts`: by what may be shown, of what the other choices leave. `codes`: asked here at all."""

    lines: tuple[Line, ...]
    counts: dict[Show, int]
    rooms: tuple[tuple[UUID, str], ...]
    codes: tuple[Code, ...]
    by: Narrowed
    first: int
    more: bool


def standings(actor: Actor, setting: UUID, by: Narrowed, first: int = 0) -> Standings:
    """One query, whatever the number of children and questions."""
    every = lines_of(actor, setting)
    chosen = [line for line in every if _meant(line, by)]
    found = sorted((line for line in chosen if passes(line, by.show)), key=_pressing_first)
    return Standings(
        lines=tuple(found[first : first + MOST]),
        counts={show: sum(passes(line, show) for line in chosen) for show in Show},
        rooms=tuple(sorted({(line.room, line.room_name) for line in every}, key=lambda room: room[1])),
        codes=tuple(code for code in Code if any(line.code is code for line in every)),
        by=by,
        first=first,
        more=len(found) > first + MOST,
    )


def lines_of(actor: Actor, setting: UUID) -> tuple[Line, ...]:
    """Of children with a place there, whose answers this actor may read."""
    return tuple(_line(dict(zip(_FIELDS, row, strict=True))) for row in _rows(actor, setting=setting))


@prepared(setting=UUIDField())
def _rows(actor: Actor, *, setting: UUID) -> "QuerySet[Any, Any]":
    rows = with_standing(newest(visible(actor, ConsentAction.LOOK, Asked), actor.at), actor)
    return of_children_here(rows.filter(setting=setting), actor).values_list(*_FIELDS)


def of_children_here(rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
    """Those about children with a place, now or to come; with the room, and whether somebody spoke."""
    places: Any = system(SystemReason.SHOWING, apps.get_model("families.Enrolment"))
    here = places.filter(
        Q(until_at__isnull=True) | Q(until_at__gt=actor.at),
        child=OuterRef("child"),
        setting=OuterRef("setting"),
    ).order_by("from_at")
    answers = system(SystemReason.SHOWING, Answer).filter(asked=OuterRef("pk"), at__lte=actor.at)
    found: QuerySet[Any] = rows.filter(Exists(here)).annotate(
        room=Subquery(here.values("room_id")[:1], output_field=UUIDField()),
        room_name=Subquery(here.values("room__name")[:1]),
        answered=Exists(answers),
        talk=talked_about(actor),
    )
    return found


_FIELDS = (
    "pk", "child_id", "child__known_as", "child__family_name", "room", "room_name", "code", "scope",
    "asked_at", "until_at", "yes", "no", "decided", "over", "answered", "talk",
)  # fmt: skip


class _Row:
    """What `state_of` and `holds` read of a row."""

    __slots__ = ("code", "decided", "no", "over", "yes")

    def __init__(self, row: dict[str, Any]) -> None:
        for name in self.__slots__:
            setattr(self, name, row[name])


def _line(row: dict[str, Any]) -> Line:
    stands = _Row(row)
    return Line(
        id=row["pk"],
        child=row["child_id"],
        name=row["child__known_as"],
        family_name=row["child__family_name"],
        room=row["room"],
        room_name=row["room_name"],
        code=Code(row["code"]),
        scope=row["scope"],
        state=state_of(stands),
        in_force=holds(stands),
        asked_on=clock.day_of(row["asked_at"]),
        last_day=clock.last_day(row["until_at"]) if row["until_at"] else None,
        silent=not row["answered"] and not row["over"],
        talk=row["talk"],
    )


_STATES = {
    Show.DISPUTED: State.DISPUTED,
    Show.ENDED: State.LAPSED,
    Show.NO: State.REFUSED,
    Show.YES: State.IN_FORCE,
}


def passes(line: Line, show: Show) -> bool:
    if show is Show.TALK:
        return line.talk
    if show is Show.SILENT:
        return line.silent
    return show is Show.ALL or line.state is _STATES[show]


def _meant(line: Line, by: Narrowed) -> bool:
    names = text.words(f"{line.name} {line.family_name}")
    return (
        (by.room is None or line.room == by.room)
        and (by.code is None or line.code is by.code)
        and all(any(name.startswith(word) for name in names) for word in text.words(by.words))
    )


_ORDER = (State.DISPUTED, State.LAPSED, State.ASKED, State.REFUSED, State.IN_FORCE)


def _pressing_first(line: Line) -> tuple[Any, ...]:
    codes: Sequence[Code] = tuple(Code)
    place = (line.family_name, line.name, str(line.child), codes.index(line.code), line.scope)
    return (
        line.state is not State.DISPUTED,
        not line.talk,
        _ORDER.index(line.state),
        not line.silent,
        *place,
    )
