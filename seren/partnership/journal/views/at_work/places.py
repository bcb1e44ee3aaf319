"""The places at a thumb’s reach: Snap, Room, My families, To finish; helpers have the room alone."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Place
from seren.people.provision.queries.places import helps_here

ROOM = Place("/room/", _("Room"), "door", 20)
MORE = (
    Place("/room/snap/", _("Snap"), "camera", 10),
    Place("/mine/", _("My families"), "people", 30),
    Place("/mine/unfiled/", _("To finish"), "pen", 40),
)


def in_the_room(request: HttpRequest) -> Iterable[Place]:
    """Helpers are told apart where the page has looked already: on the pages they may open."""
    return (ROOM,) if helps_here(request) else (ROOM, *MORE)
