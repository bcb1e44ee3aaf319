"""Where the page stands in the desk's list."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.doors.web.promises.board import HOME
from seren.foundation.ui.door import Place


def our_promises(request: HttpRequest) -> Iterable[Place]:
    return (Place(HOME, _("Our promises"), "star", 70),)
