"""`/stars/` for one reader: home and setting in one line of time, month by month, each under its own sky."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, visible
from seren.foundation.kernel import clock
from seren.foundation.search import door as search
from seren.foundation.ui.door import ChildShown, MomentCard, SkyStar, month_words
from seren.partnership.journal.models import MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.reading import MomentRead, as_seen
from seren.partnership.journal.queries.rows import gathered, rows
from seren.partnership.journal.queries.showing import card_of, family_note
from seren.partnership.journal.queries.sky import Mark, marks, sky
from seren.partnership.journal.terms import MomentState, Origin
from seren.people.families.queries import ChildShown as Followed
from seren.people.families.queries import children_followed, standing_in_family

LIMIT = 20
FOUND = 40  # as many as one search shows


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
    """One month of the list: its sky, and the cards of this page that belong to it."""

    first: date
    stars: tuple[SkyStar, ...]
    cards: tuple[MomentCard, ...]

    @property
    def slug(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def name(self) -> str:
        return month_words(self.first)


@dataclass(frozen=True, slots=True)
class DraftRead:
    """A star of the reader's own that nobody else sees yet."""

    url: str
    written_on: date


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
    return StarsRead(
        followed=followed,
        asked=asked,
        own=any(child.own for child in followed),
        drafts=drafts_of(actor, children) if not (asked.older or asked.newer) else (),
        months=tuple(_months(actor, children, page.moments, followed)),
        found=(),
        older=page.after or "",
        newer=page.newer or "",
    )


def month_of_stars(actor: Actor, reads: Sequence[str], month: date, child: UUID | None) -> StarsRead:
    """One whole month, for its album: only what stands, the first day first."""
    followed = children_followed(actor)
    chosen = [one.id for one in _chosen(followed, child)]
    page = sky(actor, chosen, reads, standing=standing_in_family(actor, followed), limit=200, month=month)
    kept = tuple(one for one in page.moments if one.state == MomentState.SHARED)
    months = tuple(_months(actor, chosen, kept, followed, size="page"))
    return StarsRead(
        followed, Asked(child), any(one.own for one in followed), (), months, (), page.after or "", ""
    )


def drafts_of(actor: Actor, children: Sequence[UUID]) -> tuple[DraftRead, ...]:
    """Stars the reader wrote and did not share, or took back the sharing of: nothing written is lost."""
    mine = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(
        child__in=children,
        moment__author=actor.person,
        moment__origin=Origin.HOME,
        moment__state=MomentState.DRAFT,
    )
    held = mine.order_by("moment__written_at").values_list("moment_id", "moment__written_at").distinct()
    return tuple(DraftRead(f"/stars/{moment}/", clock.day_of(at)) for moment, at in held)


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
    children: Sequence[UUID],
    moments: Sequence[MomentRead],
    followed: Sequence[Followed],
    size: str = "thumb",
) -> Iterator[Month]:
    if not moments:
        return
    by_month = [(first, tuple(held)) for first, held in groupby(moments, _month)]
    skies: dict[date, list[SkyStar]] = {}
    for mark in marks(actor, children, by_month[-1][0], by_month[0][0]):
        skies.setdefault(mark.day.replace(day=1), []).append(_in_the_sky(mark))
    for first, held in by_month:
        cards = tuple(_card(actor, one, followed, size) for one in held)
        yield Month(first, tuple(skies.get(first, ())), cards)


def _card(actor: Actor, one: MomentRead, followed: Sequence[Followed], size: str) -> MomentCard:
    own = {child.id: child for child in followed if child.own}
    note = family_note(one) if any(child in own for child in one.children) else ""
    return card_of(one, actor.at, named=own if len(own) > 1 else None, note=note, size=size)


def _month(one: MomentRead) -> date:
    return clock.day_of(one.shared_at or one.written_at).replace(day=1)


def _in_the_sky(mark: Mark) -> SkyStar:
    """Its day says how far along; its height and size are drawn from its id, and mean nothing."""
    drawn = mark.moment.int & 0xFFFF
    kind = "home" if mark.origin == Origin.HOME else "setting"
    return SkyStar(kind, mark.day.day, drawn % 4 + 1, ("", "wee", "big")[drawn // 4 % 3])


def _found(
    actor: Actor, reads: Sequence[str], asked: Asked, followed: tuple[Followed, ...], chosen: list[Followed]
) -> StarsRead:
    """What a search finds among the stars this reader may see, the newest first."""
    hits = search.find(actor, JournalAction.WALK_SKY, MomentChild, asked.words, limit=FOUND)
    children = [child.id for child in chosen]
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(pk__in=hits.ids, child__in=children)
    if asked.place is not None:
        seen = seen.filter(moment__origin=asked.place)
    found = gathered(list(rows(seen.order_by("-shared_at", "-moment_id"))))
    moments = as_seen(actor, found, reads, standing_in_family(actor, followed))
    return StarsRead(
        followed=followed,
        asked=asked,
        own=any(child.own for child in followed),
        drafts=(),
        months=(),
        found=tuple(_card(actor, one, followed, "thumb") for one in moments),
        older="",
        newer="",
    )


def empty_words(read: StarsRead) -> str:
    """One true sentence where there is no star to show."""
    if read.asked.words:
        return _("No star has these words.")
    if read.asked.older or read.asked.newer:
        return _("There are no more stars this way.")
    return _("No stars yet.")
