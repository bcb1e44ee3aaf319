"""What came from home and waits for the staff: stars nobody thanked for, words nobody answered."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.access.door import Actor, SystemReason, system, through, visible
from seren.foundation.kernel.questions import Question, ask, question
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import read
from seren.partnership.journal.models import Moment, MomentChild, Reply, ReplyAbout
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import Channel, MomentState, Origin


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


class Waiting(NamedTuple):
    """The same before its words are read."""

    is_star: bool
    author: str
    on_paper: bool
    text: UUID | None
    moment: UUID
    at: datetime
    children: tuple[UUID, ...]


def from_home(
    actor: Actor, reads: Sequence[str], children: Collection[UUID], *, limit: int = 20
) -> tuple[FromHome, ...]:
    """About these children, the oldest first. A heart asks for no answer. Two queries."""
    return with_words(ask(waiting_asked(actor, children, limit=limit)), reads)


def waiting_asked(
    actor: Actor, children: Collection[UUID], *, limit: int = 20
) -> Question[tuple[Waiting, ...]]:
    """What waits, without its words yet.

    Stars are those this actor may thank for, so a key person's and a buddy's.
    """
    return question(partial(_oldest, limit), _stars(actor, children), _answers(actor, children))


def with_words(waiting: Sequence[Waiting], reads: Sequence[str]) -> tuple[FromHome, ...]:
    """One query."""
    texts = read([one.text for one in waiting if one.text], reads)
    return tuple(
        FromHome(
            moment=one.moment,
            is_star=one.is_star,
            author=one.author,
            on_paper=one.on_paper,
            children=one.children,
            words=texts.get(one.text) if one.text else None,
            at=one.at,
        )
        for one in waiting
    )


def _oldest(limit: int, stars: Iterable[Any], answers: Iterable[Any]) -> tuple[Waiting, ...]:
    found: dict[tuple[Any, ...], tuple[UUID, ...]] = {}
    for moment, author, channel, text, at, child in stars:
        what: tuple[Any, ...] = (moment, True, author, channel == Channel.PAPER, text, moment, at)
        found[what] = (*found.get(what, ()), child)
    for reply, author, text, moment, at, child in answers:
        what = (reply, False, author, False, text, moment, at)
        found[what] = (*found.get(what, ()), child)
    oldest = sorted(found, key=lambda what: what[-1])[:limit]
    return tuple(Waiting._make((*what[1:], found[what])) for what in oldest)


def _stars(actor: Actor, children: Collection[UUID]) -> "QuerySet[MomentChild, Any]":
    waiting = visible(actor, JournalAction.THANK, Moment).filter(origin=Origin.HOME, thanked_at__isnull=True)
    rows = system(SystemReason.SHOWING, MomentChild).filter(
        moment__in=waiting.values("pk"), child__in=children
    )
    fields = ("moment__author__given_name", "moment__channel", "moment__text_id")
    return rows.values_list("moment_id", *fields, "moment__shared_at", "child_id")


def _answers(actor: Actor, children: Collection[UUID]) -> "QuerySet[ReplyAbout, Any]":
    waiting = system(SystemReason.SHOWING, Reply).filter(waits=True, moment__state=MomentState.SHARED)
    rows = system(SystemReason.SHOWING, ReplyAbout).filter(
        through(actor, JournalAction.SEE_REPLY, Reply, "reply_id"),
        reply__in=waiting.values("pk"),
        child__in=children,
    )
    fields = ("reply__author__given_name", "reply__text_id", "reply__moment_id", "reply__written_at")
    return rows.values_list("reply_id", *fields, "child_id")
