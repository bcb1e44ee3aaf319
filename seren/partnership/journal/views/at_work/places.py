"""The places at a thumb’s reach: Snap, Room, My families, To finish; helpers have the room alone."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import NotThere
from seren.foundation.ui.door import Place
from seren.people.provision.queries.places import here_on

ROOM = Place("/room/", _("Room"), "door", 20)
MORE = (
    Place("/room/snap/", _("Snap"), "camera", 10),
    Place("/mine/", _("My families"), "people", 30),
    Place("/mine/unfiled/", _("To finish"), "pen", 40),
)


def in_the_room(request: HttpRequest) -> Iterable[Place]:
    try:
        return (ROOM,) if here_on(request).helps else (ROOM, *MORE)
    except NotThere:
        return ()
