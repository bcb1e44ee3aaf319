"""`/stars/` for one reader: home and setting in one line of time, month by month, each under its own sky."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, system, visible
from seren.foundation.kernel import clock
from seren.foundation.search import door as search
from seren.foundation.ui.door import ChildShown, MomentCard, SkyStar, month_words
from seren.partnership.journal.models import MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.reading import MomentRead, as_seen
from seren.partnership.journal.queries.rows import gathered, rows
from seren.partnership.journal.queries.showing import card_of, family_note
from seren.partnership.journal.queries.skies import DraftRead, skies_and_drafts
from seren.partnership.journal.queries.sky import sky
from seren.partnership.journal.terms import MomentState, Origin
from seren.people.families.queries import ChildShown as Followed
from seren.people.families.queries import children_followed, standing_in_family

LIMIT = 20
FOUND = 40  # as many as one page of a search shows


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader chose to see. `child` and `place` narrow; `words` searches."""

    child: UUID | None = None
    place: Origin | None = None
    words: str = ""
    older: str = ""
    newer: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the list: its sky, and the cards of this page that belong to it.

    `child`: the one the list is narrowed to.
    """

    first: date
    stars: tuple[SkyStar, ...]
    cards: tuple[MomentCard, ...]
    child: UUID | None = None

    @property
    def slug(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def anchor(self) -> str:
        return f"m-{self.slug}"

    @property
    def name(self) -> str:
        return month_words(self.first)

    @property
    def album(self) -> str:
        """Where the month is, to be printed."""
        here = f"/stars/album/{self.slug}/"
        return f"{here}?child={self.child}" if self.child else here

    @property
    def printing(self) -> str:
        return _("Print %(month)s") % {"month": self.name}


@dataclass(frozen=True, slots=True)
class StarsRead:
    """All of the page. `own`: the reader has a child here, and may share stars."""

    followed: tuple[Followed, ...]
    asked: Asked
    own: bool
    drafts: tuple["DraftRead", ...]
    months: tuple[Month, ...]
    found: tuple[MomentCard, ...]
    older: str
    newer: str

    @property
    def empty(self) -> bool:
        return not (self.months or self.found or self.drafts)


def stars_of(actor: Actor, reads: Sequence[str], asked: Asked) -> StarsRead:
    """The same few queries for any number of stars. Raises NotThere for a child not followed."""
    followed = children_followed(actor)
    chosen = _chosen(followed, asked.child)
    if asked.words:
        return _found(actor, reads, asked, followed, chosen)
    children = [child.id for child in chosen]
    page = sky(
        actor,
        children,
        reads,
        standing=standing_in_family(actor, followed),
        limit=LIMIT,
        cursor=asked.older,
        newer=asked.newer,
        origin=asked.place,
    )
    on_first = not (asked.older or asked.newer)
    skies, drafts = skies_and_drafts(actor, children, _span(page.moments), drafts=on_first)
    return StarsRead(
        followed=followed,
        asked=asked,
        own=any(child.own for child in followed),
        drafts=drafts,
        months=tuple(_months(actor, page.moments, skies, followed, child=asked.child)),
        found=(),
        older=page.after or "",
        newer=page.newer or "",
    )


def month_of_stars(actor: Actor, reads: Sequence[str], month: date, child: UUID | None) -> StarsRead:
    """One whole month, for its album: only what stands, the first day first."""
    followed = children_followed(actor)
    chosen = [one.id for one in _chosen(followed, child)]
    page = sky(actor, chosen, reads, standing=standing_in_family(actor, followed), limit=200, month=month)
    kept = tuple(one for one in reversed(page.moments) if one.state == MomentState.SHARED)
    skies, _drafts = skies_and_drafts(actor, chosen, _span(kept), drafts=False)
    months = tuple(_months(actor, kept, skies, followed, child=child, paper=True))
    return StarsRead(
        followed, Asked(child), any(one.own for one in followed), (), months, (), page.after or "", ""
    )


def chips(read: StarsRead, url: str) -> tuple[tuple[ChildShown, bool], ...]:
    """One chip per child the reader may name, where they follow several."""
    named = [child for child in read.followed if child.name]
    if len(named) < 2:
        return ()
    return tuple(
        (
            ChildShown(child.name, child.tint, child.cut, url=f"{url}?child={child.id}"),
            child.id == read.asked.child,
        )
        for child in named
    )


def _chosen(followed: Sequence[Followed], child: UUID | None) -> list[Followed]:
    chosen = [one for one in followed if child is None or one.id == child]
    if child is not None and not chosen:
        raise NotThere("child")
    return chosen


def _months(
    actor: Actor,
    moments: Sequence[MomentRead],
    skies: Mapping[date, Sequence[SkyStar]],
    followed: Sequence[Followed],
    *,
    child: UUID | None,
    paper: bool = False,
) -> Iterator[Month]:
    for first, held in groupby(moments, _month):
        cards = tuple(_card(actor, one, followed, paper=paper) for one in held)
        yield Month(first, tuple(skies.get(first, ())), cards, child)


def _span(moments: Sequence[MomentRead]) -> tuple[date, date] | None:
    """The first and the last month of a list that runs from the newest on."""
    return (_month(moments[-1]), _month(moments[0])) if moments else None


def _card(actor: Actor, one: MomentRead, followed: Sequence[Followed], *, paper: bool = False) -> MomentCard:
    own = {child.id: child for child in followed if child.own}
    note = family_note(one) if any(child in own for child in one.children) else ""
    size = "page" if paper else "thumb"
    named = own if len(own) > 1 else None
    return card_of(one, actor.at, named=named, note=note, size=size, lasting=paper)


def _month(one: MomentRead) -> date:
    return clock.day_of(one.shared_at or one.written_at).replace(day=1)


def _found(
    actor: Actor, reads: Sequence[str], asked: Asked, followed: tuple[Followed, ...], chosen: list[Followed]
) -> StarsRead:
    """What a search finds among the stars this reader may see, each once; on each page the newest first."""
    children = [child.id for child in chosen]
    hits = search.find(
        actor,
        JournalAction.WALK_SKY,
        MomentChild,
        asked.words,
        limit=FOUND,
        cursor=asked.older,
        among=_narrowed(actor, asked, children),
        by="moment_id",
    )
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(moment__in=hits.ids, child__in=children)
    newest = F("shared_at").desc(nulls_first=True)  # what the reader has not shared yet comes first
    found = gathered(list(rows(seen.order_by(newest, "-moment_id"))))
    moments = as_seen(actor, found, reads, standing_in_family(actor, followed))
    return StarsRead(
        followed=followed,
        asked=asked,
        own=any(child.own for child in followed),
        drafts=(),
        months=(),
        found=tuple(_card(actor, one, followed) for one in moments),
        older=hits.next,
        newer="",
    )


def _narrowed(actor: Actor, asked: Asked, children: Sequence[UUID]) -> search.Among | None:
    """The stars of one child, or of one place, where the reader chose so; never those of a reader's work."""
    if asked.child is None and asked.place is None and not actor.at_work:
        return None
    some = system(SystemReason.SHOWING, MomentChild).filter(child__in=children)
    if asked.place is not None:
        some = some.filter(moment__origin=asked.place)
    return search.Among(f"{asked.child} {asked.place}", some.values_list("pk", flat=True))


def empty_words(read: StarsRead) -> str:
    """One true sentence where there is no star to show."""
    if read.asked.words:
        return _("No star has these words.")
    if read.asked.older or read.asked.newer:
        return _("There are no more stars this way.")
    return _("No stars yet.")
