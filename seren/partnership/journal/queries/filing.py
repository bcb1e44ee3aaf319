"""Drafts and the bin, as one member of staff may deal with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import read
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.people.families.queries import children_shown

LENGTH = rules.need("bin.length")


@dataclass(frozen=True, slots=True)
class Binned:
    """A moment in the bin. `names`: its children whom the reader may see."""

    id: UUID
    author: str
    names: str
    words: WordsShown | None
    binned_on: date


@dataclass(frozen=True, slots=True)
class InBin:
    rows: tuple[Binned, ...]
    days: int


def binned(actor: Actor, reads: Sequence[str], *, limit: int = 50) -> InBin:
    """The newest first, with how many days they stay. Four queries."""
    few = visible(actor, JournalAction.FIND_IN_BIN, Moment).filter(binned_at__isnull=False)  # by their index
    rows = few.order_by("-binned_at", "-id")
    fields = ("id", "author__given_name", "text_id", "binned_at")
    found = list(rows.values_list(*fields)[:limit])
    texts = read([text for _pk, _name, text, _at in found if text], reads)
    in_it = _children([pk for pk, *_rest in found])
    named = children_shown(actor, {child for children in in_it.values() for child in children})
    return InBin(
        tuple(
            Binned(
                pk,
                author,
                ", ".join(named[child].name for child in in_it.get(pk, ()) if child in named),
                texts.get(text) if text else None,
                clock.day_of(at),
            )
            for pk, author, text, at in found
        ),
        rules.value("england", LENGTH, clock.day_of(actor.at)).number,
    )


def _children(moments: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    rows = system(SystemReason.SHOWING, MomentChild).filter(moment__in=moments)
    found: dict[UUID, list[UUID]] = {}
    for moment, child in rows.order_by("child__known_as").values_list("moment_id", "child_id"):
        found.setdefault(moment, []).append(child)
    return found
