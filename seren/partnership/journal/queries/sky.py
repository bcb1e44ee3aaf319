"""The stars of some children, newest first: a list with a place to go on from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, Q, QuerySet, UUIDField

from seren.foundation.access.door import Actor, Many, prepared, visible
from seren.foundation.kernel import clock
from seren.foundation.search.door import read_cursor, sign_cursor
from seren.partnership.journal.models import MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.reading import MomentRead, as_seen
from seren.partnership.journal.queries.rows import Row, gathered, rows
from seren.partnership.journal.terms import Origin
from seren.people.families.queries import Standing

LIST = "journal.sky"


@dataclass(frozen=True, slots=True)
class Sky:
    """Moments, newest first, and the signed places where the list goes on to older and to newer ones."""

    moments: tuple[MomentRead, ...]
    after: str | None
    newer: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One star on a month's sky: its day and where it is from."""

    moment: UUID
    day: date
    origin: Origin


def sky(
    actor: Actor,
    children: Sequence[UUID],
    reads: Sequence[str],
    *,
    standing: Standing | None = None,
    limit: int = 20,
    cursor: str = "",
    newer: str = "",
    month: date | None = None,
    origin: Origin | None = None,
) -> Sky:
    """The skies of these children, as this reader sees them: from `cursor` on, or the ones before `newer`.

    Raises Refused for a cursor not theirs.
    """
    about = "|".join((LIST, *sorted(str(child) for child in children), str(month), str(origin)))
    shared_at, moment = _place(actor, newer or cursor, about) if newer or cursor else (None, None)
    first, end = clock.month_of(month) if month else (None, None)
    walked = _walked(
        actor,
        children=children,
        first=first,
        end=end,
        origin=origin,
        shared_at=shared_at,
        moment=moment,
        forward=bool(newer),
        most=(limit + 1) * max(1, len(children)),
    )
    found = gathered(walked)
    page, more = found[:limit], len(found) > limit
    if newer:
        page.reverse()
    moments = as_seen(actor, page, reads, standing)
    older_there, newer_there = (True, more) if newer else (more, bool(cursor))
    return Sky(
        moments,
        _signed(actor, page[-1].row, about) if page and older_there else None,
        _signed(actor, page[0].row, about) if page and newer_there else None,
    )


@prepared(
    children=Many(UUIDField()),
    first=DateTimeField(),
    end=DateTimeField(),
    shared_at=DateTimeField(),
    moment=UUIDField(),
)
def _walked(
    actor: Actor,
    *,
    children: Sequence[UUID],
    first: datetime | None,
    end: datetime | None,
    origin: Origin | None,
    shared_at: datetime | None,
    moment: UUID | None,
    forward: bool,
    most: int,
) -> "QuerySet[Any, Any]":
    """From a place on (`forward`: to newer ones), or from the newest; within a month, or all."""
    seen = _seen(actor, children, first, end)
    if origin is not None:
        seen = seen.filter(moment__origin=origin)
    if shared_at is not None and moment is not None:
        seen = seen.filter((_after if forward else _before)(shared_at, moment))
    order = ("shared_at", "moment_id") if forward else ("-shared_at", "-moment_id")
    return rows(seen.order_by(*order))[:most]


def _seen(
    actor: Actor, children: Sequence[UUID], first: datetime | None, end: datetime | None
) -> "QuerySet[MomentChild]":
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild)
    seen = seen.filter(child__in=children, shared_at__isnull=False)
    if first is not None and end is not None:
        seen = seen.filter(shared_at__gte=first, shared_at__lt=end)
    return seen


def _signed(actor: Actor, row: Row, about: str) -> str | None:
    if row.shared_at is None:
        return None
    return sign_cursor(actor.person, row.shared_at.isoformat(), row.moment, about=about)


def _place(actor: Actor, cursor: str, about: str) -> tuple[datetime, UUID]:
    shared_at, moment = read_cursor(actor.person, cursor, about=about)
    return datetime.fromisoformat(shared_at), UUID(moment)


def _after(shared_at: datetime, moment: UUID) -> Q:
    return Q(shared_at__gt=shared_at) | Q(shared_at=shared_at, moment__gt=moment)


def _before(shared_at: datetime, moment: UUID) -> Q:
    return Q(shared_at__lt=shared_at) | Q(shared_at=shared_at, moment__lt=moment)
