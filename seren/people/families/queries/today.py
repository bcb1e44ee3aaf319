"""A family's day: when each own child is booked, and who looks after them today.

Where a child is is C7: it is told to no viewer, and to nobody a restriction keeps it from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, UUIDField

from seren.foundation.access.door import Actor, SystemReason, in_force, prepared, system
from seren.foundation.kernel import clock
from seren.people.families.models import Booking, KeyPerson
from seren.people.families.queries.around import AroundChild, places_told
from seren.people.families.terms import EnrolmentState, KeyKind
from seren.people.provision.queries.days import calendars_of, worked_on
from seren.people.provision.terms import Nation

_LOOKS_AHEAD = 120  # days: past the longest holidays


@dataclass(frozen=True, slots=True)
class Looking:
    """Key person or buddy of one child. `until`: when their work ends today; None: not here today."""

    person: UUID
    name: str
    family_name: str
    languages: tuple[str, ...]
    until: time | None


@dataclass(frozen=True, slots=True)
class DayOfChild(AroundChild):
    """One own child at one setting today. `starts` and `ends`: booked today. `next_day`: the next one."""

    tint: str
    cut: str
    nation: Nation
    open_today: bool
    starts: time | None
    ends: time | None
    next_day: date | None
    starts_on: date
    joining: bool
    key: Looking | None
    buddy: Looking | None
    new_since: date


def days_of_children(actor: Actor) -> tuple[DayOfChild, ...]:
    """Three queries, whatever the number of children."""
    day = clock.day_of(actor.at)
    rows = _rows(actor, day)
    settings = {row["setting_id"] for row in rows}
    calendars = calendars_of(settings) if settings else {}
    booked = _booked([row["child_id"] for row in rows])
    return tuple(_day(row, day, calendars[row["setting_id"]], booked) for row in rows)


def _rows(actor: Actor, day: date) -> list[dict[str, Any]]:
    return [dict(zip((*_PLACE, *_KEYED), row, strict=True)) for row in _placed(actor, day=day)]


_ABOUT = {
    "person": "person_id",
    "given": "person__given_name",
    "family": "person__family_name",
    "spoken": "person__spoken_language",
    "also": "person__also_speaks",
    "until": "until_today",
}
_PLACE = (
    "child_id",
    "child__known_as",
    "child__tint",
    "child__cut",
    "setting_id",
    "setting__name",
    "setting__phone",
    "setting__welsh_first",
    "setting__nation",
    "state",
    "starts_on",
)


_KEYED = {f"{kind.value}_{name}": (kind, field) for kind in KeyKind for name, field in _ABOUT.items()}


@prepared()
def _placed(actor: Actor, *, day: date) -> "QuerySet[Any, Any]":
    held = {
        name: Subquery(
            _keyed(actor, kind, day).values(field)[:1],
            output_field=UUIDField() if field == "person_id" else None,
        )
        for name, (kind, field) in _KEYED.items()
    }
    return places_told(actor).annotate(**held).values_list(*_PLACE, *held)


def _keyed(actor: Actor, kind: KeyKind, day: date) -> "QuerySet[KeyPerson]":
    worked = worked_on(day).filter(person=OuterRef("person"), setting=OuterRef("setting"))
    ends = worked.order_by("-session__ends").values("session__ends")[:1]
    held = system(SystemReason.SHOWING, KeyPerson).filter(
        in_force(actor.at), child=OuterRef("child"), setting=OuterRef("setting"), kind=kind
    )
    return held.annotate(until_today=Subquery(ends))


def _booked(children: Sequence[UUID]) -> list[tuple[UUID, UUID, int, date, date | None, time, time]]:
    rows = system(SystemReason.SHOWING, Booking).filter(child__in=children)
    return list(
        rows.values_list(
            "child_id",
            "setting_id",
            "weekday",
            "from_day",
            "until_day",
            "session__starts",
            "session__ends",
        )
    )


def _day(row: dict[str, Any], day: date, is_open: Any, booked: Sequence[Any]) -> DayOfChild:
    mine = [one[2:] for one in booked if one[:2] == (row["child_id"], row["setting_id"])]
    joining = row["state"] == EnrolmentState.JOINING
    today = _sessions(mine, day) if is_open(day) and not joining and row["starts_on"] <= day else []
    key, buddy = (_looking(row, kind) for kind in (KeyKind.KEY, KeyKind.BUDDY))
    return DayOfChild(
        child=row["child_id"],
        name=row["child__known_as"],
        setting=row["setting_id"],
        setting_name=row["setting__name"],
        phone=row["setting__phone"],
        welsh_first=row["setting__welsh_first"],
        key_person=f"{key.name} {key.family_name}" if key else "",
        tint=row["child__tint"],
        cut=row["child__cut"],
        nation=Nation(row["setting__nation"]),
        open_today=is_open(day),
        starts=min((starts for starts, _ends in today), default=None),
        ends=max((ends for _starts, ends in today), default=None),
        next_day=_next(mine, max(day, row["starts_on"]), day, is_open),
        starts_on=row["starts_on"],
        joining=joining,
        key=key,
        buddy=buddy,
        new_since=_some_open_days_ago(day, is_open),
    )


def _sessions(mine: Sequence[Any], day: date) -> list[tuple[time, time]]:
    return [
        (starts, ends)
        for weekday, first, last, starts, ends in mine
        if weekday == day.weekday() and first <= day and (last is None or day <= last)
    ]


def _next(mine: Sequence[Any], first: date, today: date, is_open: Any) -> date | None:
    """The next open day with a booking, after today."""
    days = (date.fromordinal(first.toordinal() + ahead) for ahead in range(_LOOKS_AHEAD))
    return next((one for one in days if one > today and is_open(one) and _sessions(mine, one)), None)


def _some_open_days_ago(day: date, is_open: Any, number: int = 3) -> date:
    """The day from which a star is new: the third open day back, today counted."""
    one = day
    for _back in range(_LOOKS_AHEAD):
        if is_open(one):
            number -= 1
            if number == 0:
                return one
        one = date.fromordinal(one.toordinal() - 1)
    return day


def _looking(row: dict[str, Any], kind: KeyKind) -> Looking | None:
    def of(name: str) -> Any:
        return row[f"{kind.value}_{name}"]

    if of("person") is None:
        return None
    languages = tuple(dict.fromkeys((of("spoken"), *(of("also") or ()))))
    return Looking(of("person"), of("given"), of("family"), languages, of("until"))
