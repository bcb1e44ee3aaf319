"""The skies over `/stars/`: each month’s marks, and the reader’s own stars that nobody else sees yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, Q, QuerySet, UUIDField

from seren.foundation.access.door import Actor, Many, prepared, visible
from seren.foundation.kernel import clock
from seren.foundation.ui.door import SkyStar
from seren.partnership.journal.models import MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.sky import Mark
from seren.partnership.journal.terms import MomentState, Origin

HEIGHTS = (1, 3, 2, 4)  # in a month’s sky: no two stars beside each other stand at one height


@dataclass(frozen=True, slots=True)
class DraftRead:
    """A star of the reader's own that nobody else sees yet."""

    url: str
    written_on: date


def skies_and_drafts(
    actor: Actor, children: Sequence[UUID], span: tuple[date, date] | None, *, drafts: bool
) -> tuple[dict[date, list[SkyStar]], tuple[DraftRead, ...]]:
    """The marks of these months; and stars the reader wrote and did not share, so that nothing is lost.

    One query for both.
    """
    first, end = (clock.month_of(span[0])[0], clock.month_of(span[1])[1]) if span else (None, None)
    seen = _marked(actor, children=children, first=first, end=end, drafts=drafts)
    marks: dict[date, list[Mark]] = {}
    kept: list[DraftRead] = []
    for moment, shared_at, origin, state, written_at in sorted(set(seen), key=_by_id):
        if state == MomentState.DRAFT:
            kept.append(DraftRead(f"/stars/{moment}/", clock.day_of(written_at)))
        elif shared_at is not None:
            day = clock.day_of(shared_at)
            marks.setdefault(day.replace(day=1), []).append(Mark(moment, day, Origin(origin)))
    return {month: _in_the_sky(found) for month, found in marks.items()}, tuple(kept)


@prepared(children=Many(UUIDField()), first=DateTimeField(), end=DateTimeField())
def _marked(
    actor: Actor, *, children: Sequence[UUID], first: datetime | None, end: datetime | None, drafts: bool
) -> "QuerySet[Any, Any]":
    wanted = Q(pk__in=[])
    if drafts:
        wanted |= Q(moment__author=actor.person, moment__origin=Origin.HOME, moment__state=MomentState.DRAFT)
    if first is not None and end is not None:
        wanted |= Q(shared_at__gte=first, shared_at__lt=end, moment__state=MomentState.SHARED)
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(wanted, child__in=children)
    return seen.values_list("moment_id", "shared_at", "moment__origin", "moment__state", "moment__written_at")


def _by_id(row: tuple[UUID, object, object, object, object]) -> UUID:
    return row[0]


def _in_the_sky(marks: list[Mark]) -> list[SkyStar]:
    """A star's day says how far along. Its height keeps it off its neighbours, its size is drawn from its
    id: both mean nothing.
    """
    along = sorted(marks, key=lambda mark: mark.day)
    return [_placed(mark, HEIGHTS[nth % len(HEIGHTS)]) for nth, mark in enumerate(along)]


def _placed(mark: Mark, height: int) -> SkyStar:
    kind = "home" if mark.origin == Origin.HOME else "setting"
    return SkyStar(kind, mark.day.day, height, ("", "wee", "big")[mark.moment.int % 3])
