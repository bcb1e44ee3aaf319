"""Where the day has pages, for the navigation."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Place
from seren.people.provision.queries.places import helps_here

DOOR = Place("/room/door/", _("Door"), "family", 25)


def in_the_room(request: HttpRequest) -> Iterable[Place]:
    """Helpers hand nobody over."""
    return () if helps_here(request) else (DOOR,)
