"""The room's page for one adult who works there: what each may know, and no more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from seren.doors.web.room import wording
from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import ask_all
from seren.foundation.ui.door import ChildShown, Tab, TaskShown
from seren.partnership.days.queries.care_room import to_tell_asked
from seren.partnership.journal.queries.camera import cameras_asked
from seren.partnership.journal.queries.staffwords import begins, from_home_words
from seren.partnership.journal.queries.waiting import FromHome, waiting_asked, with_words
from seren.partnership.journal.terms import Camera
from seren.people.families.queries.keypeople import KeyPersonShown, key_people_asked
from seren.people.families.queries.room import ChildOfRoom, SafetyShown, children_asked, safety_of
from seren.people.families.terms import EnrolmentState, KeyKind
from seren.people.provision.queries.calendar import calendar_asked
from seren.people.provision.queries.places import Here, away_asked


@dataclass(frozen=True, slots=True)
class SafeLine:
    """What one child needs to be safe, in the words of the setting."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoomPage:
    """`watched`: the children whose C5 is on the page."""

    title: str
    setting: str
    day: date
    line: str
    tabs: tuple[Tab, ...]
    helps: bool
    safe: tuple[SafeLine, ...]
    here: tuple[ChildShown, ...]
    not_today: tuple[ChildShown, ...]
    to_tell: tuple[TaskShown, ...]
    from_home: tuple[TaskShown, ...]
    key_people: tuple[str, ...]
    away: str
    watched: tuple[UUID, ...]


def room_page(actor: Actor, place: Here, reads: Sequence[str], asked: UUID | None) -> RoomPage:
    """`asked`: a room of the setting; else the one they work in, else all."""
    day = clock.day_of(actor.at)
    everyone, cameras, is_open, away = ask_all(
        children_asked(actor, place.setting, day),
        cameras_asked(actor, setting=place.setting),
        calendar_asked(place.setting),
        away_asked(place.setting, day),
    )
    room = _room(place, everyone, asked)
    children = [one for one in everyone if room is None or one.room == room]
    ids = [one.child.id for one in children]
    safety = safety_of(actor, ids)
    waiting, keyed, untold = ((), (), ()) if place.helps else ask_all(
        waiting_asked(actor, ids), key_people_asked(ids, actor.at), to_tell_asked(actor, ids)
    )  # fmt: skip
    open_today = is_open(day)
    about = _About(place, safety, cameras)
    booked = [one for one in children if _is_here(one, open_today)]
    others = [one for one in children if not _is_here(one, open_today)]
    return RoomPage(
        title=next((one.room_name for one in children if one.room == room), place.place.name),
        setting=place.place.name,
        day=day,
        line=wording.how_many(len(booked), open_today),
        tabs=_tabs(everyone, room),
        helps=place.helps,
        safe=_safe(booked, safety),
        here=tuple(_child(one, about, today=True) for one in booked),
        not_today=tuple(_child(one, about, today=False) for one in others),
        to_tell=tuple(_to_tell(untold, children)),
        from_home=_from_home(actor, with_words(waiting, reads), children),
        key_people=_key_people(actor, keyed, children, place.setting),
        away=wording.away(away) if open_today else "",
        watched=tuple({*safety, *(child for child in ids if child in cameras)}),
    )


def _room(place: Here, everyone: Iterable[ChildOfRoom], asked: UUID | None) -> UUID | None:
    rooms = {one.room for one in everyone}
    if asked in rooms:
        return asked
    mine = place.rooms & rooms
    return min(mine) if mine else None


def _is_here(one: ChildOfRoom, open_today: bool) -> bool:
    return open_today and one.state == EnrolmentState.ATTENDING and bool(one.stretches)


def _tabs(everyone: Iterable[ChildOfRoom], room: UUID | None) -> tuple[Tab, ...]:
    rooms = dict(sorted({one.room: one.room_name for one in everyone}.items(), key=lambda item: item[1]))
    if len(rooms) < 2:
        return ()
    return tuple(Tab(f"/room/?room={pk}", name, pk == room) for pk, name in rooms.items())


def _key_people(
    actor: Actor, keyed: Iterable[KeyPersonShown], children: Sequence[ChildOfRoom], setting: UUID
) -> tuple[str, ...]:
    """Who is whose key person or buddy: the reader first."""
    names = {one.child.id: one.child.name for one in children}
    held: dict[tuple[bool, bool, str, UUID], list[str]] = {}
    for one in keyed:
        if one.setting == setting:
            key = (one.person != actor.person, one.kind == KeyKind.BUDDY, one.name, one.person)
            held.setdefault(key, []).append(names[one.child])
    return tuple(
        wording.key_person(name, sorted(whose), me=not other, buddy=buddy)
        for (other, buddy, name, _person), whose in sorted(held.items())
    )


@dataclass(frozen=True, slots=True)
class _About:
    """What is known of all children of the page."""

    place: Here
    safety: Mapping[UUID, tuple[SafetyShown, ...]]
    cameras: Mapping[UUID, Camera]


def _child(one: ChildOfRoom, about: _About, *, today: bool) -> ChildShown:
    child, crossed = one.child, about.cameras.get(one.child.id)
    held = about.safety.get(child.id, ())
    care = tuple(wording.tag_for(item.words, str(item.kind.label)) for item in held)
    joining = one.state == EnrolmentState.JOINING
    say = _("Joining soon") if joining else _("Not in today")
    if today:
        say = wording.until(one.stretches[-1].ends)
    return ChildShown(
        child.name,
        child.tint,
        child.cut,
        url="" if about.place.helps else f"/room/child/{child.id}/",
        away=not today,
        no_photo=crossed is not None,
        photo_say=crossed.label if crossed else "",
        say=say,
        care=care,
    )


def _safe(
    booked: Iterable[ChildOfRoom], safety: Mapping[UUID, tuple[SafetyShown, ...]]
) -> tuple[SafeLine, ...]:
    return tuple(
        SafeLine(one.child.name, tuple(item.words for item in safety[one.child.id]))
        for one in booked
        if one.child.id in safety
    )


def _to_tell(untold: Iterable[tuple[UUID, UUID]], children: Sequence[ChildOfRoom]) -> Iterable[TaskShown]:
    """A medicine or an accident nobody of the family knows of yet: that there is one, and not what it was."""
    names = {one.child.id: one.child.name for one in children}
    for entry, child in untold:
        yield TaskShown(wording.tell_family(names[child]), f"/room/care/{entry}/")


def _from_home(
    actor: Actor, waiting: Iterable[FromHome], children: Sequence[ChildOfRoom]
) -> tuple[TaskShown, ...]:
    names = {one.child.id: one.child.name for one in children}
    return tuple(
        TaskShown(
            title=begins(one.words.body if one.words else ""),
            url=f"/stars/{one.moment}/" if one.is_star else f"/stars/{one.moment}/#talk",
            hint=from_home_words(one, [names[child] for child in one.children], actor.at),
            star="home",
            language=one.words.language if one.words else "",
        )
        for one in waiting
    )
