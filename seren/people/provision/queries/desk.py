"""The desk: the setting somebody leads, and what its pages say of rooms, sessions, days and staff."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, find, prepared, system, visible
from seren.foundation.ui.door import Tab
from seren.people.provision.models import Closure, Membership, Room, Session, Setting, Term
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.terms import Nation


@dataclass(frozen=True, slots=True)
class Desk:
    """The setting whose desk is open. `runs`: this actor may change it, not only look."""

    id: UUID
    name: str
    nation: Nation
    phone: str
    runs: bool


@dataclass(frozen=True, slots=True)
class RoomShown:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class SessionShown:
    id: UUID
    code: str
    name: str
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class TermShown:
    id: UUID
    name: str
    first_day: date
    last_day: date
    half_term_from: date | None
    half_term_to: date | None


@dataclass(frozen=True, slots=True)
class ClosureShown:
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class SettingShown:
    """All of `/desk/setting/`. Closures are those still to come."""

    desk: Desk
    key_person_word: str
    email: str
    address: str
    rooms: tuple[RoomShown, ...]
    closed_rooms: tuple[RoomShown, ...]
    sessions: tuple[SessionShown, ...]
    terms: tuple[TermShown, ...]
    closures: tuple[ClosureShown, ...]


@dataclass(frozen=True, slots=True)
class StatementShown:
    """One's own role at one setting, and when the confidentiality statement was given."""

    membership: UUID
    setting: str
    role: str
    given_at: datetime | None


def wished_setting(request: HttpRequest) -> UUID | None:
    """The setting this person looked at last."""
    wished: UUID | None = getattr(getattr(request, "who", None), "current_setting", None)
    return wished


def desk_of(actor: Actor, wished: UUID | None = None) -> Desk:
    """The setting they looked at last where they lead it, else the first by name. Raises NotThere."""
    rows = _led(actor)
    if not rows:
        raise NotThere("no desk")
    key, name, nation, phone, may_run = next((row for row in rows if row[0] == wished), rows[0])
    return Desk(key, name, Nation(nation), phone, bool(may_run))


@prepared()
def _led(actor: Actor) -> "QuerySet[Setting, Any]":
    runs = Exists(visible(actor, ProvisionAction.RUN_SETTING, Setting).filter(pk=OuterRef("pk")))
    led = visible(actor, ProvisionAction.OVERSEE_SETTING, Setting).annotate(runs=runs)
    return led.order_by("name").values_list("id", "name", "nation", "phone", "runs")


def setting_to_run(actor: Actor, wished: UUID | None) -> Setting:
    """For a verb. Raises NotThere where this actor may look but not change."""
    return find(actor, ProvisionAction.RUN_SETTING, Setting, desk_of(actor, wished).id)


def rooms_shown(setting: UUID) -> tuple[RoomShown, ...]:
    """The open rooms. The caller has asked who may look."""
    return tuple(room for room, closed in _rooms(setting) if closed is None)


def _rooms(setting: UUID) -> tuple[tuple[RoomShown, datetime | None], ...]:
    """All of them by name, and when they closed."""
    rows = system(SystemReason.SHOWING, Room).filter(setting=setting).order_by("name")
    fields = rows.values_list("id", "name", "closed_at")
    return tuple((RoomShown(pk, name), closed) for pk, name, closed in fields)


def sessions_shown(setting: UUID) -> tuple[SessionShown, ...]:
    rows = system(SystemReason.SHOWING, Session).filter(setting=setting).order_by("starts", "code")
    return tuple(SessionShown(*row) for row in rows.values_list("id", "code", "name", "starts", "ends"))


def setting_shown(actor: Actor, wished: UUID | None, today: date) -> SettingShown:
    desk = desk_of(actor, wished)
    row = system(SystemReason.SHOWING, Setting).get(pk=desk.id)
    rooms = _rooms(desk.id)
    terms = system(SystemReason.SHOWING, Term).filter(setting=desk.id, last_day__gte=today)
    closures = system(SystemReason.SHOWING, Closure).filter(setting=desk.id, day__gte=today)
    fields = ("id", "name", "first_day", "last_day", "half_term_from", "half_term_to")
    return SettingShown(
        desk=desk,
        key_person_word=row.key_person_word,
        email=row.email,
        address=row.address,
        rooms=tuple(room for room, closed in rooms if closed is None),
        closed_rooms=tuple(room for room, closed in rooms if closed is not None),
        sessions=sessions_shown(desk.id),
        terms=tuple(TermShown(*one) for one in terms.order_by("first_day").values_list(*fields)),
        closures=tuple(ClosureShown(*one) for one in closures.order_by("day").values_list("day", "reason")),
    )


def statements_of(actor: Actor) -> tuple[StatementShown, ...]:
    """One's own roles that have not ended, those without a statement first."""
    shown = [StatementShown(*row) for row in _roles(actor)]
    return tuple(sorted(shown, key=lambda one: one.given_at is not None))


@prepared()
def _roles(actor: Actor) -> "QuerySet[Membership, Any]":
    mine = visible(actor, ProvisionAction.SIGN_STATEMENT, Membership).filter(_going_on(actor.at))
    return mine.order_by("statement_at", "from_at").values_list("id", "setting__name", "role", "statement_at")


def _going_on(at: datetime) -> Q:
    return Q(until_at__isnull=True) | Q(until_at__gt=at)


def people_tabs(here: str) -> tuple[Tab, ...]:
    """The desk’s pages about people, one beside the other."""
    places = (
        ("/desk/people/", _("Staff")),
        ("/desk/people/key-people/", _("Key people")),
        ("/desk/people/cover/", _("Cover")),
    )
    return tuple(Tab(url, words, url == here) for url, words in places)
