"""The door: the children of a setting today, who may come for each, who has gone home and with whom."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet

from seren.foundation.access.door import Actor, NotThere, SystemReason, in_force, may, system, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import ask, ask_all
from seren.foundation.rules import door as rules
from seren.partnership.days.models import CollectWord, Release, WrongPassword
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.terms import Ended, WordKind
from seren.people.families.queries.children import ChildShown
from seren.people.families.queries.door import AtDoor, who_comes
from seren.people.families.queries.room import ChildOfRoom, children_asked
from seren.people.families.terms import NEVER, EnrolmentState, Outcome
from seren.people.provision.queries import nation_of
from seren.people.provision.queries.calendar import calendar_asked

TRIES = rules.need("collector.tries")


@dataclass(frozen=True, slots=True)
class GoneHome:
    """A release in force, or one that was written wrongly: then `ended` says how."""

    id: UUID
    name: str
    at: datetime
    by: str
    ended: Ended | None
    why: str


@dataclass(frozen=True, slots=True)
class ChildAtDoor:
    """`until` None: not booked today. `gone`: with whom, when. `locked`: too many wrong passwords."""

    child: ChildShown
    place: UUID
    room: UUID
    room_name: str
    until: time | None
    who: tuple[AtDoor, ...]
    gone: GoneHome | None
    locked: bool

    @property
    def said_today(self) -> tuple[AtDoor, ...]:
        return tuple(one for one in self.who if one.day and one.outcome is Outcome.MAY)

    @property
    def may(self) -> tuple[AtDoor, ...]:
        return tuple(one for one in self.who if not one.day and one.outcome is Outcome.MAY)

    @property
    def ask(self) -> tuple[AtDoor, ...]:
        return tuple(one for one in self.who if one.outcome is Outcome.ASK)

    @property
    def never(self) -> tuple[AtDoor, ...]:
        return tuple(one for one in self.who if one.outcome in NEVER)


def door_list(actor: Actor, setting: UUID) -> tuple[ChildAtDoor, ...]:
    """The children booked here today whom this actor may hand over, by name. The queries do not grow."""
    day = clock.day_of(actor.at)
    everyone, is_open = ask_all(children_asked(actor, setting, day), calendar_asked(setting))
    if not is_open(day):
        return ()
    here = [one for one in everyone if one.stretches and one.state is EnrolmentState.ATTENDING]
    return _at_door(actor, setting, here, day)


def child_at_door(actor: Actor, setting: UUID, child: UUID) -> ChildAtDoor:
    """One child, booked today or not: whoever is here goes home. Raises NotThere."""
    day = clock.day_of(actor.at)
    everyone = ask(children_asked(actor, setting, day))
    found = _at_door(actor, setting, [one for one in everyone if one.child.id == child], day)
    if not found:
        raise NotThere("no such child at this door")
    return found[0]


def _at_door(
    actor: Actor, setting: UUID, children: Iterable[ChildOfRoom], day: date
) -> tuple[ChildAtDoor, ...]:
    places = _places(actor, CollectionAction.SEE_DOOR, setting)
    open_to = dict(places.values_list("child_id", "id"))
    shown = [one for one in children if one.child.id in open_to]
    ids = [one.child.id for one in shown]
    who, gone, locked = on_the_list(actor, ids, day), _gone(actor, ids, day), locked_doors(setting, ids, day)
    return tuple(
        ChildAtDoor(
            child=one.child,
            place=open_to[one.child.id],
            room=one.room,
            room_name=one.room_name,
            until=one.stretches[-1].ends if one.stretches else None,
            who=who[one.child.id],
            gone=gone.get(one.child.id),
            locked=one.child.id in locked,
        )
        for one in shown
    )


def find_place(actor: Actor, action: CollectionAction, setting: UUID, child: UUID) -> Any:
    """The child's place here, for a verb. Raises NotThere."""
    row = _places(actor, action, setting).filter(child=child).first()
    if row is None:
        raise NotThere("no such child at this door")
    return row


def leads_at_door(actor: Actor, place: UUID) -> bool:
    return may(actor, CollectionAction.LEAD_AT_DOOR, place)


def on_the_list(actor: Actor, children: Collection[UUID], day: date) -> dict[UUID, tuple[AtDoor, ...]]:
    """Who may come, less who was found not fit today: for them a leader decides (P-15)."""
    unfit = system(SystemReason.SHOWING, CollectWord).filter(child__in=children, day=day, kind=WordKind.UNFIT)
    turned = {(child, adult or one) for child, adult, one in unfit.values_list("child", "adult", "collector")}
    return {
        child: tuple(
            one.asked_first() if (child, one.adult or one.collector) in turned else one for one in them
        )
        for child, them in who_comes(actor, children, day).items()
    }


def locked_doors(setting: UUID, children: Collection[UUID], day: date) -> set[UUID]:
    """Children at whose door too many passwords were wrong, and no leader has looked."""
    most = rules.setting_value(setting, nation_of(setting), TRIES, day).number
    held = system(SystemReason.SHOWING, WrongPassword).filter(
        child__in=children, cleared_at__isnull=True, number__gte=most
    )
    return set(held.values_list("child_id", flat=True))


def releases_of(actor: Actor, child: UUID, day: date) -> tuple[GoneHome, ...]:
    """All that was written down for a day, the newest first; what was wrong with it too."""
    rows = _releases(actor, [child], day).select_related("released_by").order_by("-released_at")
    return tuple(_shown(row) for row in rows)


def find_release(actor: Actor, release: UUID) -> Release:
    """Raises NotThere."""
    row = visible(actor, CollectionAction.SEE_RELEASE, Release).filter(pk=release).first()
    if row is None:
        raise NotThere("no such release")
    return row


def _gone(actor: Actor, children: Collection[UUID], day: date) -> dict[UUID, GoneHome]:
    rows = _releases(actor, children, day).filter(ended_at__isnull=True).select_related("released_by")
    return {row.child_id: _shown(row) for row in rows}


def _releases(actor: Actor, children: Collection[UUID], day: date) -> "QuerySet[Release]":
    seen = visible(actor, CollectionAction.SEE_RELEASE, Release)
    return seen.filter(child__in=children, day=day, released_at__isnull=False)


def _shown(row: Release) -> GoneHome:
    at: Any = row.released_at
    by: Any = row.released_by
    ended = Ended(row.ended_how) if row.ended_how else None
    return GoneHome(row.id, row.name, at, by.given_name, ended, (row.ended_why or "") if ended else "")


def _places(actor: Actor, action: CollectionAction, setting: UUID) -> "QuerySet[Any]":
    seen: Any = visible(actor, action, apps.get_model("families.Enrolment"))
    return seen.filter(in_force(actor.at), setting=setting)  # type: ignore[no-any-return]
