"""`/room/door/`: who may come for each child today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.ui.door import Page, Sighting, Tab, Table
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.queries.collection import ChildAtDoor, door_list
from seren.partnership.days.views import doorwords as wording
from seren.people.provision.queries.places import for_staff


@dataclass(frozen=True, slots=True)
class DoorPage:
    day: date
    setting: str
    tabs: tuple[Tab, ...]
    children: tuple[wording.DoorCard, ...]
    sightings: tuple[Sighting, ...]


class DoorList(Page):
    action = CollectionAction.SEE_DOOR
    record_class = RecordClass.C7
    template_name = "days/door.html"
    runs_the_day = True

    def read(self, actor: Actor, **said: Any) -> DoorPage:
        place = for_staff(self.request)
        everyone = door_list(actor, place.setting)
        room = ids.parse(self.request.GET.get("room", ""))
        shown = [one for one in everyone if one.room == room] or list(everyone)
        tabs = wording.tabs(everyone, room if len(shown) < len(everyone) else None)
        cards = tuple(wording.card(one) for one in shown)
        return DoorPage(clock.day_of(actor.at), place.place.name, tabs, cards, tuple(map(_sighting, shown)))

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return model.sightings  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    day: date
    at: datetime
    setting: str
    table: Table | None
    sightings: tuple[Sighting, ...]


class PrintDoor(Page):
    """A4: one row a child, words and symbols, no colour needed (C-13)."""

    action = CollectionAction.SEE_DOOR
    record_class = RecordClass.C7
    template_name = "days/door_print.html"
    runs_the_day = True

    def read(self, actor: Actor, **said: Any) -> PrintedPage:
        place = for_staff(self.request)
        everyone = door_list(actor, place.setting)
        table = wording.printed(everyone) if everyone else None
        day = clock.day_of(actor.at)
        return PrintedPage(day, actor.at, place.place.name, table, tuple(map(_sighting, everyone)))

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return model.sightings  # type: ignore[no-any-return]


def _sighting(one: ChildAtDoor) -> Sighting:
    return (RecordClass.C7, one.child.id)
