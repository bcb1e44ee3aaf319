"""Start-up checks: a view that declares nothing, or an action nobody has a rule for, stops the start."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register

from seren.foundation.access.rules import declared
from seren.foundation.access.views import routes


@register()
def every_view_declares_its_action(**_: Any) -> Sequence[CheckMessage]:
    known = declared()
    faults: list[CheckMessage] = []
    for route in routes():
        if route.action is None or route.record_class is None:
            faults.append(Error(f"{route.path} ({route.name}) declares no action", id="access.E001"))
        elif route.action not in known:
            faults.append(Error(f"{route.path} declares {route.action}, which has no rule", id="access.E002"))
    return faults
