"""Search over the moments a member of staff may see at one setting."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from seren.foundation.access.door import Actor
from seren.foundation.search import door as search
from seren.foundation.ui.door import MomentCard
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.moments import read_with_names
from seren.partnership.journal.queries.showing import card_of

PAGE = 20


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Best first. `older` is the signed place where the list goes on."""

    words: str
    cards: tuple[MomentCard, ...]
    older: str
    children: frozenset[UUID] = frozenset()


def found_page(
    actor: Actor, reads: Sequence[str], setting: UUID, words: str, cursor: str, *, limit: int = PAGE
) -> FoundPage:
    """Raises Refused for a cursor not theirs."""
    if not words.strip():
        return FoundPage("", (), "")
    hits = search.find(
        actor, JournalAction.SEE_MOMENT, Moment, words, limit=limit, cursor=cursor, setting=setting
    )
    moments, named = read_with_names(actor, hits.ids, reads)
    cards = tuple(card_of(read, actor.at, named=named) for read in moments)
    children = frozenset(child for read in moments for child in read.children)
    return FoundPage(words, cards, hits.next, children)
