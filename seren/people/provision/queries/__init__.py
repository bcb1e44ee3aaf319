"""What can be read of settings and staff."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from seren.foundation.access.door import Actor, SystemReason, in_force, prepared, system, visible
from seren.people.accounts.terms import Hat
from seren.people.provision.models import (
    Membership,
    Room,
    Session,
    Setting,
    WorkingPattern,
)
from seren.people.provision.policies import ROLES_OF, ProvisionAction, active
from seren.people.provision.queries.calendar import calendar_of, days_open
from seren.people.provision.terms import LEADING, SAFEGUARDING, WITH_CHILDREN, Nation, Role


@dataclass(frozen=True, slots=True)
class Workplace:
    """A setting somebody has a role at, and what they are there."""

    setting: UUID
    name: str
    phone: str
    welsh_first: bool
    role: Role


def workplaces(actor: Actor) -> tuple[Workplace, ...]:
    """The settings where this adult has any role, by name. One query."""
    return _workplaces(actor, Role)


def workplaces_as(actor: Actor, hat: Hat) -> tuple[Workplace, ...]:
    """The settings where this adult wears this hat, by name. None for families. One query."""
    return _workplaces(actor, ROLES_OF.get(hat, ()))


def current_of(places: Sequence[Workplace], kept: UUID | None) -> Workplace | None:
    """The current setting: the one chosen at the top of the page, while it is still theirs, or the first."""
    return next((place for place in places if place.setting == kept), places[0] if places else None)


def _workplaces(actor: Actor, roles: Collection[Role]) -> tuple[Workplace, ...]:
    held = _held_as(actor, roles=tuple(sorted(roles)))
    order = [role.value for role in Role]
    found: dict[UUID, Workplace] = {}
    for setting, name, phone, welsh_first, role in sorted(
        held, key=lambda row: (row[1], order.index(row[4]))
    ):
        found.setdefault(setting, Workplace(setting, name, phone, welsh_first, Role(role)))
    return tuple(found.values())


@prepared()
def _held_as(actor: Actor, *, roles: tuple[Role, ...]) -> "QuerySet[Membership, Any]":
    return active(actor, roles).values_list(
        "setting_id", "setting__name", "setting__phone", "setting__welsh_first", "role"
    )


def nation_of(setting: UUID) -> Nation:
    """Whose rules hold there."""
    return Nation(system(SystemReason.DECIDING, Setting).values_list("nation", flat=True).get(pk=setting))


def works_with_children(person: UUID, setting: UUID, at: datetime) -> bool:
    """Whether somebody holds a role with children there at that instant, statement given or to come."""
    held = system(SystemReason.DECIDING, Membership).filter(in_force(at), person=person, setting=setting)
    return held.filter(role__in=list(WITH_CHILDREN)).exists()


def settings_run_by(actor: Actor) -> "QuerySet[Setting]":
    """Settings whose desk this actor may open."""
    return visible(actor, ProvisionAction.OVERSEE_SETTING, Setting).order_by("name")


def leaders_of(setting: UUID, at: datetime) -> set[UUID]:
    """Managers and deputies of a setting with their statement given: for telling them something."""
    return _holding(setting, LEADING, at)


def colleagues_of(person: UUID, at: datetime) -> set[UUID]:
    """Everybody with a role at a setting where this adult has one, statements given."""
    mine = system(SystemReason.TELLING, Membership).filter(in_force(at), person=person).values("setting")
    held = system(SystemReason.TELLING, Membership).filter(
        in_force(at), setting__in=mine, statement_at__lte=at
    )
    return set(held.values_list("person_id", flat=True))


def who_decide_at(setting: UUID, at: datetime) -> set[UUID]:
    """Leaders, and safeguarding leads with them, statements given."""
    return _holding(setting, LEADING | SAFEGUARDING, at)


def _holding(setting: UUID, roles: Collection[Role], at: datetime) -> set[UUID]:
    held = system(SystemReason.TELLING, Membership).filter(
        in_force(at), setting=setting, statement_at__lte=at
    )
    return set(held.filter(role__in=list(roles)).values_list("person_id", flat=True))


def staff_of(settings: Collection[UUID], at: datetime) -> "QuerySet[Membership]":
    """Who works with children at these settings now, for a page that names staff."""
    members = system(SystemReason.SHOWING, Membership).filter(in_force(at), setting__in=settings)
    return members.filter(role__in=list(WITH_CHILDREN), statement_at__lte=at)


def works_on(day: date) -> Q:
    """A pattern that holds on that day of the week."""
    return Q(weekday=day.weekday(), from_day__lte=day) & (Q(until_day__isnull=True) | Q(until_day__gte=day))


def is_open(setting: UUID, day: date) -> bool:
    """An open day: in term, outside half-term, not a closure, a weekday some session is worked."""
    return open_days(setting, day, day) == [day]


def open_days(setting: UUID, first: date, last: date) -> list[date]:
    """The open days from `first` to `last`, both included, in one query whatever the stretch."""
    return days_open(calendar_of(setting), first, last)


def setting_called(slug: str) -> Setting | None:
    """For the console, which knows a setting by its slug."""
    return system(SystemReason.IMPORTING, Setting).filter(slug=slug).first()


def setting_with(key: UUID) -> Setting:
    """For verbs of upper rooms that hand a setting on to the verbs of this one."""
    return system(SystemReason.WRITING, Setting).get(pk=key)


def rooms_to_import(setting: UUID) -> list[Room]:
    return list(system(SystemReason.IMPORTING, Room).filter(setting=setting))


def sessions_to_import(setting: UUID) -> list[Session]:
    return list(system(SystemReason.IMPORTING, Session).filter(setting=setting))


def roles_to_import(setting: UUID) -> list[Membership]:
    """Every role ever held at a setting, the newest first, with its room."""
    held = system(SystemReason.IMPORTING, Membership).filter(setting=setting)
    return list(held.select_related("room").order_by("-from_at", "-id"))


def hours_to_import(setting: UUID) -> list[tuple[UUID, int, str]]:
    """(person, weekday, session code) of the weeks that have no end yet."""
    patterns = system(SystemReason.IMPORTING, WorkingPattern).filter(setting=setting, until_day__isnull=True)
    return list(patterns.values_list("person_id", "weekday", "session__code"))


def staff_with_children(setting: UUID, at: datetime) -> set[UUID]:
    """Who can be named for a child there: a role with children in force, statement given or to come."""
    held = system(SystemReason.IMPORTING, Membership).filter(in_force(at), setting=setting)
    return set(held.filter(role__in=list(WITH_CHILDREN)).values_list("person_id", flat=True))
