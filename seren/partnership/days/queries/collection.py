"""The door: the children of a setting today, who may come for each, who has gone home and with whom."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet, UUIDField

from seren.foundation.access.door import (
    Actor,
    Many,
    NotThere,
    SystemReason,
    in_force,
    may,
    prepared_question,
    system,
    visible,
)
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask, ask_all, joined, question
from seren.foundation.rules import door as rules
from seren.partnership.days.models import CollectWord, Release, WrongPassword
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.terms import Ended, WordKind
from seren.people.families.queries.children import ChildShown
from seren.people.families.queries.collectorphotos import CollectorPhoto, collector_photos
from seren.people.families.queries.door import AtDoor, Children, who_comes_asked
from seren.people.families.queries.room import ChildOfRoom, children_asked
from seren.people.families.terms import NEVER, EnrolmentState, Outcome
from seren.people.provision.queries import nation_of
from seren.people.provision.queries.calendar import calendar_asked

TRIES = rules.need("collector.tries")
Places = dict[UUID, tuple[UUID, bool, bool]]


@dataclass(frozen=True, slots=True)
class GoneHome:
    """A release in force, or one that was written wrongly: then `ended` says how."""

    id: UUID
    name: str
    at: datetime
    by: str
    ended: Ended | None


@dataclass(frozen=True, slots=True)
class ChildAtDoor:
    """`until` None: not booked today. `gone`: with whom, when; `earlier`: what was written wrongly.

    `hands`: the reader may hand the child over. `locked`: too many wrong passwords, for who `leads`.
    """

    child: ChildShown
    place: UUID
    hands: bool
    leads: bool
    room: UUID
    room_name: str
    until: time | None
    who: tuple[AtDoor, ...]
    gone: GoneHome | None
    earlier: tuple[GoneHome, ...]
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
    """The children booked here today whom this actor may hand over, by name. Asked at once, for all."""
    day = clock.day_of(actor.at)
    is_open, found = ask_all(calendar_asked(setting), _at_door_asked(actor, setting, None, day))
    if not is_open(day):
        return ()
    here = [one for one, state in found if one.until and state is EnrolmentState.ATTENDING]
    return _locked(setting, here, day)


def child_at_door(actor: Actor, setting: UUID, child: UUID) -> ChildAtDoor:
    """One child, booked today or not: whoever is here goes home. Raises NotThere."""
    day = clock.day_of(actor.at)
    found = ask(_at_door_asked(actor, setting, [child], day))
    if not found:
        raise NotThere("no such child at this door")
    return _locked(setting, [found[0][0]], day)[0]


@prepared_question(setting=UUIDField(), children=Many(UUIDField()))
def _at_door_asked(
    actor: Actor, setting: UUID, children: Collection[UUID] | None, day: date
) -> Question[list[tuple[ChildAtDoor, EnrolmentState]]]:
    """Of these, or of all. `tried`, for now: whether any password was wrong. What that means is asked only
    then.
    """
    places = _places(actor, CollectionAction.SEE_DOOR, setting)
    if children is None:
        of: Children = places.values("child_id")
    else:
        of, places = children, places.filter(child__in=children)
    here: Any = apps.get_model("families.Enrolment")
    may_hand, may_lead = (
        Exists(visible(actor, action, here).filter(pk=OuterRef("pk")))
        for action in (CollectionAction.RELEASE, CollectionAction.LEAD_AT_DOOR)
    )
    wrong = system(SystemReason.SHOWING, WrongPassword).filter(child__in=of, cleared_at__isnull=True)
    return joined(
        _at_door,
        children_asked(actor, setting, day),
        question(_by_child, places.values_list("child_id", "id", may_hand, may_lead)),
        on_the_list_asked(actor, of, day),
        question(_releases, _released(actor, of, day)),
        question(lambda rows: {child for (child,) in rows}, wrong.values_list("child_id")),
    )


def _by_child(rows: Iterable[tuple[UUID, UUID, bool, bool]]) -> Places:
    return {child: (place, bool(hands), bool(leads)) for child, place, hands, leads in rows}


def _at_door(
    everyone: Iterable[ChildOfRoom],
    places: Places,
    who: Callable[[UUID], tuple[AtDoor, ...]],
    released: dict[UUID, list[GoneHome]],
    tried: set[UUID],
) -> list[tuple[ChildAtDoor, EnrolmentState]]:
    found = []
    for one in everyone:
        child = one.child.id
        if child not in places:
            continue
        place, hands, leads = places[child]
        written = released.get(child, [])
        shown = ChildAtDoor(
            child=one.child,
            place=place,
            hands=hands,
            leads=leads,
            room=one.room,
            room_name=one.room_name,
            until=one.stretches[-1].ends if one.stretches else None,
            who=who(child),
            gone=next((gone for gone in written if gone.ended is None), None),
            earlier=tuple(gone for gone in written if gone.ended is not None),
            locked=child in tried,
        )
        found.append((shown, one.state))
    return found


def _locked(setting: UUID, shown: Sequence[ChildAtDoor], day: date) -> tuple[ChildAtDoor, ...]:
    """A wrong password locks no door; some of them do."""
    tried = [one.child.id for one in shown if one.locked]
    locked = locked_doors(setting, tried, day) if tried else set()
    return tuple(replace(one, locked=one.child.id in locked) for one in shown)


def find_place(actor: Actor, action: CollectionAction, setting: UUID, child: UUID) -> Any:
    """The child's place here, for a verb. Raises NotThere."""
    row = _places(actor, action, setting).filter(child=child).first()
    if row is None:
        raise NotThere("no such child at this door")
    return row


def leads_at_door(actor: Actor, place: UUID) -> bool:
    return may(actor, CollectionAction.LEAD_AT_DOOR, place)


def on_the_list(actor: Actor, child: UUID, day: date) -> tuple[AtDoor, ...]:
    """For a verb: as it stands now."""
    return ask(on_the_list_asked(actor, [child], day))(child)


def on_the_list_asked(
    actor: Actor, children: Children, day: date
) -> Question[Callable[[UUID], tuple[AtDoor, ...]]]:
    """Who may come, less who was found not fit today: for them a leader decides (P-15)."""
    unfit = system(SystemReason.SHOWING, CollectWord).filter(child__in=children, day=day, kind=WordKind.UNFIT)
    turned = question(
        lambda rows: {(child, adult or one) for child, adult, one in rows},
        unfit.values_list("child_id", "adult_id", "collector_id"),
    )
    return joined(_less, who_comes_asked(actor, children, day), turned)


def _less(
    who: Callable[[UUID], tuple[AtDoor, ...]], turned: set[tuple[UUID, UUID]]
) -> Callable[[UUID], tuple[AtDoor, ...]]:
    def of(child: UUID) -> tuple[AtDoor, ...]:
        return tuple(
            one.asked_first() if (child, one.adult or one.collector) in turned else one for one in who(child)
        )

    return of


def locked_doors(setting: UUID, children: Collection[UUID], day: date) -> set[UUID]:
    """Children at whose door too many passwords were wrong, and no leader has looked."""
    most = rules.setting_value(setting, nation_of(setting), TRIES, day).number
    held = system(SystemReason.SHOWING, WrongPassword).filter(
        child__in=children, cleared_at__isnull=True, number__gte=most
    )
    return set(held.values_list("child_id", flat=True))


def find_release(actor: Actor, release: UUID) -> Release:
    """Raises NotThere."""
    row = visible(actor, CollectionAction.SEE_RELEASE, Release).filter(pk=release).first()
    if row is None:
        raise NotThere("no such release")
    return row


def _released(actor: Actor, children: Children, day: date) -> "QuerySet[Release, Any]":
    """All that was written down for a day; what was wrong with it is sealed, and opened row by row."""
    seen = visible(actor, CollectionAction.SEE_RELEASE, Release)
    rows = seen.filter(child__in=children, day=day, released_at__isnull=False).order_by("-released_at", "id")
    return rows.values_list("child_id", "id", "name", "released_at", "released_by__given_name", "ended_how")


def _releases(rows: Iterable[tuple[Any, ...]]) -> dict[UUID, list[GoneHome]]:
    found: dict[UUID, list[GoneHome]] = {}
    for child, row, name, at, by, ended in rows:
        found.setdefault(child, []).append(GoneHome(row, name, at, by, Ended(ended) if ended else None))
    return found


def what_was_wrong(actor: Actor, releases: Sequence[GoneHome]) -> dict[UUID, str]:
    """For the page of one child: the words of a correction."""
    if not releases:
        return {}
    seen = visible(actor, CollectionAction.SEE_RELEASE, Release)
    return {row.id: row.ended_why or "" for row in seen.filter(pk__in=[one.id for one in releases])}


def photos_at_door(actor: Actor, one: ChildAtDoor) -> tuple[CollectorPhoto, ...]:
    """Of those on the list, in its order, for comparing with who is here. None once the child has gone."""
    if one.gone is not None:
        return ()
    return tuple(_photos(actor, one, one.who).values())


def photo_of(actor: Actor, one: ChildAtDoor, collector: UUID | None) -> CollectorPhoto | None:
    """Of who was checked, as long as they stand on the list."""
    chosen = [who for who in one.who if who.collector is not None and who.collector == collector]
    return next(iter(_photos(actor, one, chosen).values()), None)


def _photos(actor: Actor, one: ChildAtDoor, who: Iterable[AtDoor]) -> dict[UUID, CollectorPhoto]:
    named = {listed.pictured: listed.name for listed in who if listed.pictured is not None}
    found = collector_photos(actor, named, one.child.name) if named else {}
    return {row: found[row] for row in named if row in found and not found[row].sorry}


def _places(actor: Actor, action: CollectionAction, setting: UUID) -> "QuerySet[Any]":
    seen: Any = visible(actor, action, apps.get_model("families.Enrolment"))
    return seen.filter(in_force(actor.at), setting=setting)  # type: ignore[no-any-return]
