"""One moment; the drafts somebody still has to file."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import BooleanField, Case, Value, When

from seren.foundation.access.door import Actor, NotThere, through, visible
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.reading import MomentRead, as_seen
from seren.partnership.journal.queries.rows import gathered, rows
from seren.people.families.queries import ChildShown, standing_among


def one_moment(actor: Actor, moment: UUID, reads: Sequence[str]) -> MomentRead:
    """Raises NotThere."""
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(moment=moment)
    found = gathered(list(rows(seen.order_by("child__known_as"))))
    if not found:
        raise NotThere("moment")
    return as_seen(actor, found, reads)[0]


def unfiled(
    actor: Actor, reads: Sequence[str], *, limit: int = 50
) -> tuple[tuple[MomentRead, ...], dict[UUID, ChildShown], set[UUID]]:
    """Drafts this person may see, the oldest first; the children by name; which they may file."""
    may_file = Case(
        When(through(actor, JournalAction.EDIT_MOMENT, Moment, "pk"), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    drafts = visible(actor, JournalAction.SEE_UNFILED, Moment).annotate(may_file=may_file)
    listed = dict(drafts.order_by("written_at").values_list("id", "may_file")[:limit])
    moments, names = read_with_names(actor, listed, reads)
    return moments, names, {moment for moment, may in listed.items() if may}


def read_with_names(
    actor: Actor, moments: Iterable[UUID], reads: Sequence[str]
) -> tuple[tuple[MomentRead, ...], dict[UUID, ChildShown]]:
    """In the order asked for; and the children in them whom this reader may call by name."""
    ids = list(moments)
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(moment__in=ids)
    found = {one.row.moment: one for one in gathered(list(rows(seen.order_by("child__known_as"))))}
    listed = [found[moment] for moment in ids if moment in found]
    standing = standing_among(actor, list({child for one in listed for child in one.children}))
    return as_seen(actor, listed, reads, standing), standing.named
