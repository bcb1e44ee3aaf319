"""Where families have pages, for the navigation."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Place


def on_the_desk(request: HttpRequest) -> Iterable[Place]:
    return (
        Place("/desk/families/", _("Families"), "family", 15),
        Place("/desk/children/", _("Children"), "door", 20),
        Place("/desk/notices/", _("Told alike"), "share", 62),
        Place("/desk/import/", _("Bring in a list"), "get", 90),
    )


def of_the_family(request: HttpRequest) -> Iterable[Place]:
    return (Place("/family/people/", _("Our family"), "family", 50, also=("/family/record/",)),)
