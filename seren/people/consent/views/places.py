"""Where permissions have pages, for the navigation."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Place


def of_the_family(request: HttpRequest) -> Iterable[Place]:
    return (Place("/family/permissions/", _("Yes or no"), "tick", 40),)


def on_the_desk(request: HttpRequest) -> Iterable[Place]:
    return (Place("/desk/permissions/", _("Permissions"), "tick", 25),)
