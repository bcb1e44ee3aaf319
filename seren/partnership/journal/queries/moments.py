"""One moment; the drafts somebody still has to file; the stars that wait for a thank you."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Actor, NotThere, visible
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.reading import MomentRead, as_seen
from seren.partnership.journal.queries.rows import gathered, rows
from seren.partnership.journal.terms import MomentState, Origin


def one_moment(actor: Actor, moment: UUID, reads: Sequence[str]) -> MomentRead:
    """Raises NotThere."""
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(moment=moment)
    found = gathered(list(rows(seen.order_by("child__known_as"))))
    if not found:
        raise NotThere("moment")
    return as_seen(actor, found, reads)[0]


def unfiled(actor: Actor, reads: Sequence[str], *, limit: int = 50) -> tuple[MomentRead, ...]:
    """Drafts this person may file, the oldest first."""
    drafts = visible(actor, JournalAction.SEE_UNFILED, Moment)
    return read_moments(actor, drafts.order_by("written_at").values_list("id", flat=True)[:limit], reads)


def staff_waiting(
    actor: Actor, reads: Sequence[str], *, children: Sequence[UUID] | None = None, limit: int = 50
) -> tuple[MomentRead, ...]:
    """Stars from home that nobody has thanked for, the oldest first."""
    waiting = visible(actor, JournalAction.THANK, Moment).filter(
        Q(origin=Origin.HOME, state=MomentState.SHARED, thanked_at__isnull=True)
    )
    if children is not None:
        waiting = waiting.filter(children__child__in=children)
    return read_moments(actor, waiting.order_by("shared_at").values_list("id", flat=True)[:limit], reads)


def read_moments(actor: Actor, moments: Iterable[UUID], reads: Sequence[str]) -> tuple[MomentRead, ...]:
    ids = list(moments)
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(moment__in=ids)
    found = {one.row.moment: one for one in gathered(list(rows(seen.order_by("child__known_as"))))}
    return as_seen(actor, [found[moment] for moment in ids if moment in found], reads)
