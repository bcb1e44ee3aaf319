"""Start-up check: the words of a kind are fixed sentences. A gap to fill in would let a name out."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.utils import translation

from seren.foundation.notify.kinds import all_kinds


@register()
def words_of_kinds_have_no_gaps(**_: Any) -> Sequence[CheckMessage]:
    with translation.override("en"):
        return [
            Error(f"{kind.code}: its words have a gap to fill in", id="notify.E001")
            for kind in all_kinds()
            if any(mark in f"{kind.title} {kind.line}" for mark in ("%", "{", "\n"))
        ]
