"""What came from home and waits for the staff: stars nobody thanked for, words nobody answered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import read
from seren.partnership.journal.models import Moment, MomentChild, Reply, ReplyAbout
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import Channel, MomentState, ReplyKind


@dataclass(frozen=True, slots=True)
class FromHome:
    """A star to thank for, or the last words in a talk. `author` is told: the reader is staff."""

    moment: UUID
    is_star: bool
    author: str
    on_paper: bool
    children: tuple[UUID, ...]  # those of the children asked about
    words: WordsShown | None
    at: datetime


def from_home(
    actor: Actor, reads: Sequence[str], children: Collection[UUID], *, limit: int = 20
) -> tuple[FromHome, ...]:
    """About these children, the oldest first. A heart asks for no answer. Three queries.

    Stars are those this actor may thank for, so a key person's and a buddy's.
    """
    rows = [*_stars(actor, children), *_answers(actor, children)]
    found: dict[tuple[Any, ...], tuple[UUID, ...]] = {}
    for *what, child in rows:
        found[tuple(what)] = (*found.get(tuple(what), ()), child)
    waiting = sorted(found, key=lambda what: what[-1])[:limit]
    texts = read([what[4] for what in waiting if what[4]], reads)
    return tuple(
        FromHome(moment, is_star, author, on_paper, found[what], texts.get(text), at)
        for what in waiting
        for _id, is_star, author, on_paper, text, moment, at in [what]
    )


def _stars(actor: Actor, children: Collection[UUID]) -> list[tuple[Any, ...]]:
    waiting = visible(actor, JournalAction.THANK, Moment).filter(thanked_at__isnull=True)
    rows = system(SystemReason.SHOWING, MomentChild).filter(
        moment__in=waiting.values("pk"), child__in=children
    )
    fields = ("moment__author__given_name", "moment__channel", "moment__text_id")
    listed = rows.values_list("moment_id", *fields, "moment__shared_at", "child_id")
    return [
        (moment, True, author, channel == Channel.PAPER, text, moment, at, child)
        for moment, author, channel, text, at, child in listed
    ]


def _answers(actor: Actor, children: Collection[UUID]) -> list[tuple[Any, ...]]:
    later = system(SystemReason.SHOWING, Reply).filter(
        moment=OuterRef("moment"),
        talk_with=OuterRef("talk_with"),
        withdrawn_at__isnull=True,
        written_at__gt=OuterRef("written_at"),
    )
    last = visible(actor, JournalAction.SEE_REPLY, Reply).filter(
        ~Exists(later.exclude(kind=ReplyKind.HEART)),
        author=F("talk_with"),
        withdrawn_at__isnull=True,
        moment__state=MomentState.SHARED,
    )
    rows = system(SystemReason.SHOWING, ReplyAbout).filter(
        reply__in=last.exclude(kind=ReplyKind.HEART).values("pk"), child__in=children
    )
    fields = ("reply__author__given_name", "reply__text_id", "reply__moment_id", "reply__written_at")
    return [
        (reply, False, author, False, text, moment, at, child)
        for reply, author, text, moment, at, child in rows.values_list("reply_id", *fields, "child_id")
    ]
