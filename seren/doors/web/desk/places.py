"""Where the desk itself has pages, for the navigation."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Place


def on_the_desk(request: HttpRequest) -> Iterable[Place]:
    return (
        Place("/desk/", _("Needs you today"), "today", 10),
        Place("/desk/print/", _("Letters"), "print", 60),
    )
