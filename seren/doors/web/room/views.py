"""`/room/`: the tablet's first page."""

from collections.abc import Iterable
from typing import Any

from seren.doors.web.room.reading import RoomPage, room_page
from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import ids
from seren.foundation.ui.door import Page, Sighting
from seren.people.families.policies import FamilyAction
from seren.people.provision.queries.places import here_on


class Room(Page):
    action = FamilyAction.SEE_FIRST_NAME
    record_class = RecordClass.C2
    template_name = "web/room/room.html"
    runs_the_day = True

    def read(self, actor: Actor, **said: Any) -> RoomPage:
        asked = ids.parse(self.request.GET.get("room", ""))
        reads = self.request.who.reads  # type: ignore[attr-defined]
        return room_page(actor, here_on(self.request), reads, asked)

    def sightings(self, model: RoomPage) -> Iterable[Sighting]:
        return [(RecordClass.C5, child) for child in model.watched]
