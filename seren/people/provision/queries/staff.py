"""Staff of a setting as its desk lists them: roles, rooms, statement, hours, days away."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.people.provision.models import Absence, Membership, WorkingPattern
from seren.people.provision.terms import WITH_CHILDREN, Role


@dataclass(frozen=True, slots=True)
class RoleShown:
    """One role of somebody. It opens nothing before `statement_on` (E-10)."""

    membership: UUID
    role: Role
    room: str
    from_day: date
    until_day: date | None
    statement_on: date | None
    begun: bool


@dataclass(frozen=True, slots=True)
class AwayShown:
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class StaffShown:
    """One adult who works here now or soon. `weeks`: session names with their weekdays."""

    person: UUID
    name: str
    given_name: str
    languages: tuple[str, ...]
    signs_in: bool
    roles: tuple[RoleShown, ...]
    weeks: tuple[tuple[str, tuple[int, ...]], ...]
    away: tuple[AwayShown, ...]

    @property
    def with_children(self) -> bool:
        return any(one.role in WITH_CHILDREN for one in self.roles)


def staff_at(setting: UUID, at: datetime) -> tuple[StaffShown, ...]:
    """Everybody with a role there that has not ended, by name. Three queries."""
    today = clock.day_of(at)
    going_on = Q(until_at__isnull=True) | Q(until_at__gt=at)
    rows = system(SystemReason.SHOWING, Membership).filter(going_on, setting=setting)
    members = rows.select_related("person", "room").order_by(
        "person__given_name", "person__family_name", "person_id", "from_at"
    )
    weeks, away = _weeks(setting, today), _away(setting, today)
    return tuple(
        _staff(list(roles), weeks.get(person, ()), away.get(person, ()), at)
        for person, roles in groupby(members, key=lambda row: row.person_id)
    )


def _staff(rows: list[Membership], weeks: Any, away: Any, at: datetime) -> StaffShown:
    person: Any = rows[0].person
    return StaffShown(
        person=person.id,
        name=person.name,
        given_name=person.given_name,
        languages=(person.spoken_language, *person.also_speaks),
        signs_in=person.login_id is not None,
        roles=tuple(_role(row, at) for row in rows),
        weeks=weeks,
        away=away,
    )


def _role(row: Membership, at: datetime) -> RoleShown:
    return RoleShown(
        membership=row.id,
        role=Role(row.role),
        room=row.room.name if row.room else "",
        from_day=clock.day_of(row.from_at),
        until_day=clock.last_day(row.until_at) if row.until_at else None,
        statement_on=clock.day_of(row.statement_at) if row.statement_at else None,
        begun=row.from_at <= at,
    )


def _weeks(setting: UUID, today: date) -> dict[UUID, tuple[tuple[str, tuple[int, ...]], ...]]:
    rows = system(SystemReason.SHOWING, WorkingPattern).filter(
        Q(until_day__isnull=True) | Q(until_day__gte=today), setting=setting
    )
    worked = rows.order_by("person_id", "session__starts", "session__name", "weekday").values_list(
        "person_id", "session__name", "weekday"
    )
    found: dict[UUID, tuple[tuple[str, tuple[int, ...]], ...]] = {}
    for person, of_person in groupby(worked.distinct(), key=lambda row: row[0]):
        found[person] = tuple(_by_session(of_person))
    return found


def _by_session(rows: Iterable[Any]) -> Iterable[tuple[str, tuple[int, ...]]]:
    for session, days in groupby(rows, key=lambda row: row[1]):
        yield session, tuple(row[2] for row in days)


def _away(setting: UUID, today: date) -> dict[UUID, tuple[AwayShown, ...]]:
    rows = system(SystemReason.SHOWING, Absence).filter(setting=setting, last_day__gte=today)
    found: dict[UUID, tuple[AwayShown, ...]] = {}
    for person, first, last in rows.order_by("first_day").values_list("person_id", "first_day", "last_day"):
        found[person] = (*found.get(person, ()), AwayShown(first, last))
    return found


Roster = Callable[[date], set[tuple[UUID, UUID]]]


def roster_asked(setting: UUID, first: date, last: date) -> Question[Roster]:
    """Who works which session, as (person, session), on a day of this stretch, less those away."""
    patterns = system(SystemReason.SHOWING, WorkingPattern).filter(
        Q(until_day__isnull=True) | Q(until_day__gte=first), setting=setting, from_day__lte=last
    )
    away = system(SystemReason.SHOWING, Absence).filter(
        setting=setting, first_day__lte=last, last_day__gte=first
    )
    return question(
        _roster,
        patterns.values_list("person_id", "session_id", "weekday", "from_day", "until_day"),
        away.values_list("person_id", "first_day", "last_day"),
    )


def _roster(patterns: Sequence[tuple[Any, ...]], away: Sequence[tuple[UUID, date, date]]) -> Roster:
    def at_work(day: date) -> set[tuple[UUID, UUID]]:
        gone = {person for person, begins, ends in away if begins <= day <= ends}
        return {
            (person, session)
            for person, session, weekday, begins, ends in patterns
            if weekday == day.weekday()
            and begins <= day
            and (ends is None or ends >= day)
            and person not in gone
        }

    return at_work


@dataclass(frozen=True, slots=True)
class StatementMissing:
    """A role that opens nothing yet, because its confidentiality statement has not been given (E-10)."""

    name: str
    role: Role
    from_day: date


def statements_asked(setting: UUID, at: datetime) -> Question[tuple[StatementMissing, ...]]:
    rows = system(SystemReason.SHOWING, Membership).filter(
        Q(until_at__isnull=True) | Q(until_at__gt=at), setting=setting, statement_at__isnull=True
    )
    fields = ("person__given_name", "person__family_name", "role", "from_at")
    return question(
        lambda found: tuple(
            StatementMissing(f"{given} {family}", Role(role), clock.day_of(from_at))
            for given, family, role, from_at in found
        ),
        rows.order_by("from_at", "id").values_list(*fields),
    )


def works_now(setting: UUID, person: UUID) -> tuple[tuple[int, UUID], ...]:
    """(weekday, session) pairs that go on, for the form that changes them."""
    rows = system(SystemReason.SHOWING, WorkingPattern).filter(
        setting=setting, person=person, until_day__isnull=True
    )
    return tuple(rows.order_by("weekday").values_list("weekday", "session_id"))


def has_role(person: UUID, setting: UUID, at: datetime) -> bool:
    """Any role there that has not ended, begun or not, statement given or not."""
    return roles_held(person, setting, at).exists()


def roles_held(person: UUID, setting: UUID, at: datetime) -> "QuerySet[Membership]":
    rows = system(SystemReason.SHOWING, Membership).filter(person=person, setting=setting)
    return rows.filter(Q(until_at__isnull=True) | Q(until_at__gt=at))
