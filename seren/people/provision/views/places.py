"""Where the setting has pages of its own, for the navigation."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Place


def on_the_desk(request: HttpRequest) -> Iterable[Place]:
    return (
        Place("/desk/people/", _("Staff"), "people", 30),
        Place("/desk/setting/", _("Your setting"), "home", 80),
    )
