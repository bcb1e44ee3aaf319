"""Cover: booked sessions on which neither the key person nor the buddy of a child works (house.md 6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Actor, SystemReason, in_force, system, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask, joined, question
from seren.people.families.models import Booking, Child, Enrolment, KeyPerson
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import EnrolmentState, KeyKind
from seren.people.provision.queries.calendar import calendar_asked, days_open
from seren.people.provision.queries.staff import Roster, roster_asked


class GapChild(NamedTuple):
    """A child of a gap, and whom the family would look for."""

    id: UUID
    name: str
    key_person: str
    paper: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gap:
    """One session of one open day with the children who come without either of their two."""

    day: date
    session: str
    children: tuple[GapChild, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    person: UUID
    name: str
    key: bool
    from_at: datetime
    until_at: datetime | None

    def holds(self, at: datetime) -> bool:
        return self.from_at <= at and (self.until_at is None or self.until_at > at)


class _Booked(NamedTuple):
    child: UUID
    name: str
    paper: tuple[str, str]
    session: UUID
    session_name: str
    starts: time
    weekday: int
    from_day: date
    until_day: date | None

    def comes(self, day: date) -> bool:
        ended = self.until_day is not None and self.until_day < day
        return self.weekday == day.weekday() and self.from_day <= day and not ended


def cover_gaps(actor: Actor, setting: UUID, first: date, last: date) -> tuple[Gap, ...]:
    """Gaps from `first` to `last`, both included, by day. One query, whatever the stretch."""
    return ask(gaps_asked(actor, setting, first, last))


def gaps_asked(actor: Actor, setting: UUID, first: date, last: date) -> Question[tuple[Gap, ...]]:
    return joined(
        lambda is_open, *rest: _gaps(days_open(is_open, first, last), *rest),
        calendar_asked(setting),
        roster_asked(setting, first, last),
        _held_asked(setting),
        _booked_asked(actor, setting, first, last),
    )


def _gaps(
    days: Iterable[date], works: Roster, held: Mapping[UUID, list[_Held]], booked: Sequence[_Booked]
) -> tuple[Gap, ...]:
    found: dict[tuple[date, Any, str], list[GapChild]] = {}
    for day in days:
        noon, at_work = clock.at_london(day, 12), works(day)
        for row in booked:
            if not row.comes(day):
                continue
            theirs = [one for one in held.get(row.child, ()) if one.holds(noon)]
            if any((one.person, row.session) in at_work for one in theirs):
                continue
            key = next((one.name for one in theirs if one.key), "")
            child = GapChild(row.child, row.name, key, row.paper)
            found.setdefault((day, row.starts, row.session_name), []).append(child)
    return tuple(
        Gap(day, session, tuple(sorted(children, key=lambda one: one.name)))
        for (day, _starts, session), children in sorted(found.items())
    )


def _booked_asked(actor: Actor, setting: UUID, first: date, last: date) -> Question[list[_Booked]]:
    here = system(SystemReason.SHOWING, Enrolment).filter(
        in_force(actor.at), setting=setting, state=EnrolmentState.ATTENDING
    )
    seen = visible(actor, FamilyAction.SEE_CHILD, Child).filter(pk__in=here.values("child_id"))
    rows = system(SystemReason.SHOWING, Booking).filter(
        Q(until_day__isnull=True) | Q(until_day__gte=first),
        setting=setting,
        from_day__lte=last,
        child__in=seen.values("pk"),
    )
    child = ("child_id", "child__known_as", "child__tint", "child__cut")
    session = ("session_id", "session__name", "session__starts")
    return question(
        lambda found: [_Booked(key, name, (tint, cut), *rest) for key, name, tint, cut, *rest in found],
        rows.values_list(*child, *session, "weekday", "from_day", "until_day"),
    )


def _held_asked(setting: UUID) -> Question[dict[UUID, list[_Held]]]:
    rows = system(SystemReason.SHOWING, KeyPerson).filter(setting=setting)
    fields = ("child_id", "person_id", "person__given_name", "kind", "from_at", "until_at")
    return question(_by_child, rows.values_list(*fields))


def _by_child(rows: Iterable[tuple[Any, ...]]) -> dict[UUID, list[_Held]]:
    found: dict[UUID, list[_Held]] = {}
    for child, person, name, kind, from_at, until_at in rows:
        found.setdefault(child, []).append(_Held(person, name, kind == KeyKind.KEY, from_at, until_at))
    return found
