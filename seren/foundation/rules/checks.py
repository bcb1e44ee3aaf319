"""Start-up checks: packs that are not in order, or a rule that code needs and no pack has, stop the start."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register

from seren.foundation.rules.lookup import missing
from seren.foundation.rules.packs import BadPacks, library


@register()
def the_packs_are_in_order(**_: Any) -> Sequence[CheckMessage]:
    try:
        library()
    except BadPacks as bad:
        return [Error(fault, id="rules.E001") for fault in bad.faults]
    return [Error(f"no pack has the rule {name}", id="rules.E002") for name in missing()]
