"""The stars of some children, newest first: a list with a place to go on from, and the marks of a month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from seren.foundation.access.door import Actor, visible
from seren.foundation.kernel import clock
from seren.foundation.search.door import read_cursor, sign_cursor
from seren.partnership.journal.models import MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.reading import MomentRead, as_seen
from seren.partnership.journal.queries.rows import gathered, rows
from seren.partnership.journal.terms import Origin
from seren.people.families.queries import Standing

LIST = "journal.sky"


@dataclass(frozen=True, slots=True)
class Sky:
    """Moments, newest first, and the signed place where the list goes on."""

    moments: tuple[MomentRead, ...]
    after: str | None


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
    month: date | None = None,
    origin: Origin | None = None,
) -> Sky:
    """The skies of these children, as this reader sees them. Raises Refused for a cursor not theirs."""
    about = "|".join((LIST, *sorted(str(child) for child in children), str(month), str(origin)))
    seen = _seen(actor, children, month, origin)
    if cursor:
        shared_at, moment = read_cursor(actor.person, cursor, about=about)
        seen = seen.filter(_before(datetime.fromisoformat(shared_at), UUID(moment)))
    several = max(1, len(children))
    found = gathered(list(rows(seen.order_by("-shared_at", "-moment_id"))[: (limit + 1) * several]))
    page = found[:limit]
    last = page[-1].row if len(found) > limit else None
    after = None
    if last is not None and last.shared_at is not None:
        after = sign_cursor(actor.person, last.shared_at.isoformat(), last.moment, about=about)
    return Sky(as_seen(actor, page, reads, standing), after)


def marks(actor: Actor, children: Sequence[UUID], month: date) -> tuple[Mark, ...]:
    """Every star of a month, for its picture of the night sky."""
    seen = _seen(actor, children, month, None).values_list("moment_id", "shared_at", "moment__origin")
    return tuple(
        Mark(moment, clock.day_of(shared_at), Origin(origin))
        for moment, shared_at, origin in seen.order_by("shared_at").distinct()
        if shared_at is not None
    )


def _seen(
    actor: Actor, children: Sequence[UUID], month: date | None, origin: Origin | None
) -> "QuerySet[MomentChild]":
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild)
    seen = seen.filter(child__in=children, shared_at__isnull=False)
    if month is not None:
        first, end = clock.month_of(month)
        seen = seen.filter(shared_at__gte=first, shared_at__lt=end)
    return seen.filter(moment__origin=origin) if origin is not None else seen


def _before(shared_at: datetime, moment: UUID) -> Q:
    return Q(shared_at__lt=shared_at) | Q(shared_at=shared_at, moment__lt=moment)
