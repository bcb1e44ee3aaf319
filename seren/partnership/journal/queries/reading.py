"""Moments as one reader may see them: six queries for any number. What they may not know is never loaded.

In another home a star is signed “from home”: its author's name is not looked up, so it cannot be shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet, UUIDField

from seren.foundation.access.door import Actor, Many, prepared, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import ask_all
from seren.foundation.media.door import Shown as PhotoShown
from seren.foundation.media.door import photos_asked
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import as_one, words_asked
from seren.partnership.journal.models import Reply
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.rows import Found, Row
from seren.partnership.journal.terms import (
    PHOTOS_OF,
    Audience,
    MomentState,
    Origin,
    Precision,
    ReplyKind,
)
from seren.people.families.queries import Standing, names_asked, standing_among


class Signed(StrEnum):
    """How a moment is signed for this reader."""

    ME = "me"
    NAME = "name"
    FROM_HOME = "from-home"


@dataclass(frozen=True, slots=True)
class ReplyRead:
    """One answer in a talk this reader may see. `talk_with` tells staff whose talk it is."""

    id: UUID
    talk_with: UUID
    author: str
    mine: bool
    from_family: bool
    kind: ReplyKind
    words: WordsShown | None
    written_at: datetime


@dataclass(frozen=True, slots=True)
class MomentRead:
    """One moment for one reader. `author`, `thanked_by` and `audience` are empty where they are not told."""

    id: UUID
    setting: UUID
    origin: Origin
    state: MomentState
    signed: Signed
    author: str
    on_paper: bool
    children: tuple[UUID, ...]
    others: int
    words: WordsShown | None
    quick_word: str
    happened_at: datetime
    precision: Precision
    written_at: datetime
    shared_at: datetime | None
    taken_back_on: date | None
    photos: tuple[PhotoShown, ...]
    replies: tuple[ReplyRead, ...]
    thanked: bool
    thanked_by: str
    audience: Audience | None


class _Said(NamedTuple):
    """A reply as a row."""

    id: UUID
    moment: UUID
    talk_with: UUID
    author: UUID
    kind: str
    text: UUID | None
    written_at: datetime


class Reading:
    """Everything looked up for one list and one reader: made once, then asked for each moment."""

    def __init__(
        self,
        actor: Actor,
        found: Sequence[Found],
        reads: Sequence[str],
        standing: Standing,
        *,
        talk: bool = True,
    ) -> None:
        self.actor, self.standing = actor, standing
        moments = [one.row.moment for one in found if one.row.state != MomentState.WITHDRAWN]
        said = _replies(actor, moments) if talk else []
        told_of = {text for one in found for text in one.texts} | {reply.text for reply in said}
        told = {person for one in found for person in self._told_of(one)}
        self.texts, self.photos, self.names = ask_all(
            words_asked(filter(None, told_of), reads),
            photos_asked(actor, PHOTOS_OF, moments),
            names_asked(told | {reply.author for reply in said}),
        )
        self.replies: dict[UUID, list[ReplyRead]] = {}
        for reply in said:
            self.replies.setdefault(reply.moment, []).append(self._reply(reply))

    def moment(self, one: Found) -> MomentRead:
        """What is told of one that was taken back is that it was, and on which day."""
        if one.row.state == MomentState.WITHDRAWN:
            return _taken_back(one.row)
        row = one.row
        children = self._named(one)
        knows = self._knows(one)
        return MomentRead(
            id=row.moment,
            setting=row.setting,
            origin=Origin(row.origin),
            state=MomentState(row.state),
            signed=self._signed(one),
            author=self.names.get(row.author, "") if self._is_told(one) else "",
            on_paper=row.keyed_by is not None and knows,
            children=children,
            others=row.together - len(one.children),
            words=self._words(one, children),
            quick_word=row.quick_word,
            happened_at=row.happened_at,
            precision=Precision(row.precision),
            written_at=row.written_at,
            shared_at=row.shared_at,
            taken_back_on=None,
            photos=self.photos.get(row.moment, ()),
            replies=tuple(self.replies.get(row.moment, ())),
            thanked=knows and row.thanked_at is not None,
            thanked_by=self.names.get(row.thanked_by, "") if knows and row.thanked_by else "",
            audience=Audience(row.audience) if knows else None,
        )

    def _named(self, one: Found) -> tuple[UUID, ...]:
        """The children the reader may call by name, by name."""
        if len(one.children) == 1:
            return one.children if one.children[0] in self.standing.named else ()
        return tuple(child for child in self.standing.named if child in one.children)

    def _words(self, one: Found, named: Sequence[UUID]) -> WordsShown | None:
        """Of several children each one’s own words, one after the other; what they share is read once."""
        if len(one.children) == 1:
            return self.texts.get(one.texts[0]) if one.texts[0] else None
        texts = dict(zip(one.children, one.texts, strict=True))
        in_order = dict.fromkeys((*named, *sorted(one.children)))
        told = dict.fromkeys(texts[child] for child in in_order)
        return as_one([self.texts[text] for text in told if text in self.texts])

    def _knows(self, one: Found) -> bool:
        """Staff, and whoever shared it, are told for whom it is and who gave thanks."""
        if one.row.author == self.actor.person:
            return True
        return self._is_told(one) and self.standing.at_work_for_any(one.children, one.row.setting)

    def _is_told(self, one: Found) -> bool:
        """A star from home is signed by name to staff and in the same home, nowhere else."""
        setting = one.row.origin == Origin.SETTING
        return setting or self.standing.is_told(one.row.author, one.children, one.row.setting)

    def _told_of(self, one: Found) -> set[UUID]:
        people = {one.row.author} if self._is_told(one) else set()
        if self._knows(one) and one.row.thanked_by is not None:
            people.add(one.row.thanked_by)
        return people

    def _signed(self, one: Found) -> Signed:
        if one.row.author == self.actor.person:
            return Signed.ME
        return Signed.NAME if self._is_told(one) else Signed.FROM_HOME

    def _reply(self, reply: _Said) -> ReplyRead:
        return ReplyRead(
            id=reply.id,
            talk_with=reply.talk_with,
            author=self.names.get(reply.author, ""),
            mine=reply.author == self.actor.person,
            from_family=reply.author == reply.talk_with,
            kind=ReplyKind(reply.kind),
            words=self.texts.get(reply.text) if reply.text else None,
            written_at=reply.written_at,
        )


def as_seen(
    actor: Actor,
    found: Sequence[Found],
    reads: Sequence[str],
    standing: Standing | None = None,
    *,
    talk: bool = True,
) -> tuple[MomentRead, ...]:
    """What stands in these moments for this reader. The rows are visible already: the caller asked.

    Without `talk` the answers are left out, and one query with them.
    """
    children = list({child for one in found for child in one.children})
    reading = Reading(actor, found, reads, standing or standing_among(actor, children), talk=talk)
    return tuple(reading.moment(one) for one in found)


def _taken_back(row: Row) -> MomentRead:
    """A tombstone: no words, no names, no number of children."""
    return MomentRead(
        id=row.moment,
        setting=row.setting,
        origin=Origin(row.origin),
        state=MomentState.WITHDRAWN,
        signed=Signed.FROM_HOME,
        author="",
        on_paper=False,
        children=(),
        others=0,
        words=None,
        quick_word="",
        happened_at=row.happened_at,
        precision=Precision.DAY,
        written_at=row.written_at,
        shared_at=row.shared_at,
        taken_back_on=clock.day_of(row.withdrawn_at or row.written_at),
        photos=(),
        replies=(),
        thanked=False,
        thanked_by="",
        audience=None,
    )


def _replies(actor: Actor, moments: Sequence[UUID]) -> list[_Said]:
    """The replies this reader may see, in the order they were written."""
    return [_Said(*row) for row in _talk(actor, moments=moments)]


@prepared(moments=Many(UUIDField()))
def _talk(actor: Actor, *, moments: Sequence[UUID]) -> "QuerySet[Any, Any]":
    seen = visible(actor, JournalAction.SEE_REPLY, Reply).filter(moment__in=moments)
    rows = seen.filter(withdrawn_at__isnull=True).order_by("written_at", "id")
    return rows.values_list("id", "moment_id", "talk_with_id", "author_id", "kind", "text_id", "written_at")
