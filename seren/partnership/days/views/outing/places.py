"""Where outings have pages, for the navigation."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Place
from seren.people.provision.queries.places import helps_here


def of_the_family(request: HttpRequest) -> Iterable[Place]:
    return (Place("/on/", _("What’s on"), "on", 30),)


def on_the_desk(request: HttpRequest) -> Iterable[Place]:
    return (Place("/room/outings/", _("Outings"), "go", 45),)


def in_the_room(request: HttpRequest) -> Iterable[Place]:
    return () if helps_here(request) else (Place("/room/outings/", _("Outings"), "go", 50),)
