"""Where the day has pages, for the navigation."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Place, register_places
from seren.people.provision.queries.places import helps_here

ROOM, FAMILY = "/room/", "/family/people/"


def of_the_family(request: HttpRequest) -> Iterable[Place]:
    return (
        Place("/on/", _("What’s on"), "on", 30),
        Place("/family/care/", _("Care"), "heart", 45, within=FAMILY),
    )


def in_the_room(request: HttpRequest) -> Iterable[Place]:
    """Helpers hand nobody over, give no medicine, and plan nothing."""
    if helps_here(request):
        return ()
    return (
        Place("/room/door/", _("Door"), "family", 25, within=ROOM),
        Place("/room/care/", _("Care"), "heart", 40, within=ROOM),
        Place("/room/outings/", _("Outings"), "on", 50, within=ROOM, also=("/room/outing/",)),
    )


def on_the_desk(request: HttpRequest) -> Iterable[Place]:
    return (
        Place("/desk/care/", _("Care"), "heart", 30),
        Place("/room/outings/", _("Outings"), "on", 45),
    )


def register() -> None:
    register_places("family", of_the_family)
    register_places("room", in_the_room)
    register_places("desk", on_the_desk)
