"""The sheet beside the door, the camera or the sun cream: yes or no for each child of a day (C-13)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import Actor, SystemReason, in_force, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask_all, question
from seren.people.consent.queries.outcomes import outcomes, things_in_force
from seren.people.consent.terms import Code
from seren.people.consent.words import permission
from seren.people.families.queries.room import ChildOfRoom, children_asked
from seren.people.families.terms import EnrolmentState
from seren.people.provision.queries.calendar import calendar_asked


class Sheet(StrEnum):
    DOOR = "door"
    CAMERA = "camera"
    CREAM = "cream"


CODES: dict[Sheet, tuple[Code, ...]] = {
    Sheet.DOOR: (Code.OUT_ROUTINE, Code.TRANSPORT, Code.WALK_HOME),
    Sheet.CAMERA: (
        Code.PHOTO_JOURNAL_OTHERS,
        Code.PHOTO_DISPLAY,
        Code.PHOTO_WEB,
        Code.PHOTO_SOCIAL,
        Code.PHOTO_PRESS,
        Code.PHOTO_STUDENT,
        Code.VIDEO,
    ),
    Sheet.CREAM: (Code.SUN_CREAM, Code.NAPPY_CREAM, Code.PLASTERS, Code.FACE_PAINT),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Yes or no; of a named thing, the things with a yes."""

    yes: bool
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfChild:
    id: UUID
    name: str
    room: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class SheetRead:
    """`left_out`: children of the room whose outcome this reader may not know."""

    sheet: Sheet
    day: date
    codes: tuple[Code, ...]
    rooms: tuple[tuple[UUID, str], ...]
    room: UUID | None
    booked: tuple[OfChild, ...]
    others: tuple[OfChild, ...]
    left_out: int


def sheet_of(
    actor: Actor, setting: UUID, sheet: Sheet, day: date, room: UUID | None, mine: Iterable[UUID] = ()
) -> SheetRead:
    """Three queries, whatever the number of children. `mine`: rooms the reader works in, the first choice."""
    everyone, is_open, families = ask_all(
        children_asked(actor, setting, day), calendar_asked(setting), _families(actor, setting)
    )
    rooms = dict(sorted({one.room: one.room_name for one in everyone}.items(), key=lambda held: held[1]))
    room = room if room in rooms else next((one for one in rooms if one in set(mine)), None)
    children = [one for one in everyone if room is None or one.room == room]
    codes = CODES[sheet]
    on = clock.day_of(actor.at)
    named = [code for code in codes if permission(code, on).named]
    held = outcomes(actor, setting, [code for code in codes if code not in named])
    things = things_in_force(actor, setting, named)

    def row(one: ChildOfRoom) -> OfChild:
        found = tuple(
            Outcome(bool(of), of) if code in named else Outcome(code in held[one.child.id])
            for code in codes
            for of in [things.get(one.child.id, {}).get(code, ())]
        )
        return OfChild(one.child.id, names[one.child.id], one.room_name, found)

    names = _told_apart(children, families)
    told = [one for one in children if one.child.id in held]
    booked = [one for one in told if is_open(day) and _comes(one)]
    return SheetRead(
        sheet=sheet,
        day=day,
        codes=codes,
        rooms=tuple(rooms.items()),
        room=room,
        booked=tuple(map(row, booked)),
        others=tuple(row(one) for one in told if one not in booked),
        left_out=len(children) - len(told),
    )


def _families(actor: Actor, setting: UUID) -> Question[dict[UUID, str]]:
    places: Any = system(SystemReason.SHOWING, apps.get_model("families.Enrolment"))
    return question(
        dict, places.filter(in_force(actor.at), setting=setting).values_list("child_id", "child__family_name")
    )


def _told_apart(children: Sequence[ChildOfRoom], families: dict[UUID, str]) -> dict[UUID, str]:
    """First names; where two are the same, with the first letter of the other name, or all of it."""
    names = {one.child.id: one.child.name for one in children}
    for short in (True, False):
        twice = Counter(names.values())
        for one in children:
            if twice[names[one.child.id]] > 1:
                of = families.get(one.child.id, "")
                names[one.child.id] = f"{one.child.name} {of[:1] if short else of}"
    return names


def _comes(one: ChildOfRoom) -> bool:
    return one.state == EnrolmentState.ATTENDING and bool(one.stretches)
