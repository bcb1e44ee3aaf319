"""A start-up check: a catalogue that is not in order stops the start."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register

from seren.people.consent.words.catalogue import BadCatalogue, catalogue


@register()
def the_catalogue_is_in_order(**_: Any) -> Sequence[CheckMessage]:
    try:
        catalogue()
    except BadCatalogue as bad:
        return [Error(fault, id="consent.E001") for fault in bad.faults]
    return []
