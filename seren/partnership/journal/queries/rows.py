"""The rows behind a list of moments: one walk along the skies of children, one row per child in a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery

from seren.foundation.access.door import SystemReason, system
from seren.partnership.journal.models import MomentChild

FIELDS = (
    "moment_id",
    "moment__setting_id",
    "child_id",
    "moment__origin",
    "moment__state",
    "moment__author_id",
    "moment__keyed_by_id",
    "moment__audience",
    "moment__text_id",
    "own_text_id",
    "moment__quick_word",
    "moment__happened_at",
    "moment__happened_precision",
    "moment__written_at",
    "moment__shared_at",
    "moment__withdrawn_at",
    "moment__thanked_at",
    "moment__thanked_by_id",
    "together",
)


class Row(NamedTuple):
    """FIELDS, by name."""

    moment: UUID
    setting: UUID
    child: UUID
    origin: str
    state: str
    author: UUID
    keyed_by: UUID | None
    audience: str
    text: UUID | None
    own_text: UUID | None
    quick_word: str
    happened_at: datetime
    precision: str
    written_at: datetime
    shared_at: datetime | None
    withdrawn_at: datetime | None
    thanked_at: datetime | None
    thanked_by: UUID | None
    together: int


@dataclass(frozen=True, slots=True)
class Found:
    """One moment, and the children by whom the reader came to it; what is read of each, in the same order."""

    row: Row
    children: tuple[UUID, ...]
    texts: tuple[UUID | None, ...]


def rows(seen: "QuerySet[MomentChild]") -> "QuerySet[MomentChild, Any]":
    """The fields of rows the reader may see, with the number of children in the whole moment."""
    everyone = (
        system(SystemReason.SHOWING, MomentChild)
        .filter(moment=OuterRef("moment"))
        .order_by()
        .values("moment")
        .annotate(number=Count("pk"))
        .values("number")
    )
    together = Subquery(everyone, output_field=IntegerField())
    return seen.annotate(together=together).values_list(*FIELDS)


def gathered(found: Sequence[Any]) -> list[Found]:
    """Rows of one moment put together, in the order they came."""
    moments: dict[UUID, list[Row]] = {}
    for values in found:
        row = Row(*values)
        moments.setdefault(row.moment, []).append(row)
    return [
        Found(
            several[0],
            tuple(row.child for row in several),
            tuple(row.own_text or row.text for row in several),
        )
        for several in moments.values()
    ]
