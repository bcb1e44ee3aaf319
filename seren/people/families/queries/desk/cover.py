"""Cover: booked sessions on which neither the key person nor the buddy of a child works (house.md 6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Actor, SystemReason, in_force, system, visible
from seren.foundation.kernel import clock
from seren.people.families.models import Booking, Child, Enrolment, KeyPerson
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import EnrolmentState, KeyKind
from seren.people.provision.queries import open_days
from seren.people.provision.queries.staff import roster


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


def cover_gaps(actor: Actor, setting: UUID, first: date, last: date) -> tuple[Gap, ...]:
    """Gaps from `first` to `last`, both included, by day. Six queries, whatever the stretch."""
    days = open_days(setting, first, last)
    works, held = roster(setting, first, last), _held(setting)
    bookings = _bookings(actor, setting, first, last)
    found: dict[tuple[date, Any, str], list[GapChild]] = {}
    for day in days:
        noon, at_work = clock.at_london(day, 12), works(day)
        for row in bookings:
            if not _comes(row, day):
                continue
            theirs = [one for one in held.get(row.child_id, ()) if one.holds(noon)]
            if any((one.person, row.session_id) in at_work for one in theirs):
                continue
            key = next((one.name for one in theirs if one.key), "")
            child = GapChild(row.child_id, row.child.known_as, key, (row.child.tint, row.child.cut))
            found.setdefault((day, row.session.starts, row.session.name), []).append(child)
    return tuple(
        Gap(day, session, tuple(sorted(children, key=lambda one: one.name)))
        for (day, _starts, session), children in sorted(found.items())
    )


def _bookings(actor: Actor, setting: UUID, first: date, last: date) -> list[Booking]:
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
    return list(rows.select_related("child", "session"))


def _comes(row: Booking, day: date) -> bool:
    ended = row.until_day is not None and row.until_day < day
    return row.weekday == day.weekday() and row.from_day <= day and not ended


def _held(setting: UUID) -> dict[UUID, list[_Held]]:
    rows: Iterable[Any] = (
        system(SystemReason.SHOWING, KeyPerson).filter(setting=setting).select_related("person")
    )
    found: dict[UUID, list[_Held]] = {}
    for row in rows:
        one = _Held(row.person_id, row.person.given_name, row.kind == KeyKind.KEY, row.from_at, row.until_at)
        found.setdefault(row.child_id, []).append(one)
    return found
