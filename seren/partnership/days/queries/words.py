"""What was told about who collects: for who told it, and for those who weigh it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import Actor, NotThere, visible
from seren.foundation.kernel.questions import Question, question
from seren.partnership.days.models import CollectWord
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.terms import WordKind, WordOutcome


@dataclass(frozen=True, slots=True)
class OwnWord:
    """One’s own words. Whether somebody has looked, and no more: what came of it may be about another."""

    words: str
    told_at: datetime
    weighed_at: datetime | None


@dataclass(frozen=True, slots=True)
class WordWaits:
    """For the desk: a child, and a day. Not a word of it."""

    word: UUID
    name: str
    on: date
    unfit: bool


@dataclass(frozen=True, slots=True)
class WordShown:
    id: UUID
    child: UUID
    child_name: str
    kind: WordKind
    words: str
    author: str
    about: str
    told_at: datetime
    outcome: WordOutcome | None
    rung: str
    in_danger: bool | None
    reasons: str
    weighed_by: str
    weighed_at: datetime | None


def own_words(actor: Actor, child: UUID) -> tuple[OwnWord, ...]:
    """The newest first. One telling to two settings is one."""
    seen = visible(actor, CollectionAction.SEE_WORD, CollectWord)
    rows = seen.filter(author=actor.person, child=child, kind=WordKind.WORD).order_by("-told_at", "id")
    found: dict[datetime, OwnWord] = {}
    for row in rows:
        one = OwnWord(row.words, row.told_at, row.weighed_at)
        if row.told_at not in found or one.weighed_at is None:
            found[row.told_at] = one
    return tuple(found.values())


def words_asked(actor: Actor, setting: UUID) -> Question[tuple[WordWaits, ...]]:
    """What nobody has weighed yet, for who may."""
    seen = visible(actor, CollectionAction.WEIGH_WORD, CollectWord)
    rows = seen.filter(setting=setting, weighed_at__isnull=True).order_by("told_at", "id")
    return question(_waits, rows.values_list("id", "child__known_as", "day", "kind"))


def _waits(rows: Iterable[tuple[Any, ...]]) -> tuple[WordWaits, ...]:
    return tuple(WordWaits(word, name, day, kind == WordKind.UNFIT) for word, name, day, kind in rows)


def word_shown(actor: Actor, word: UUID) -> WordShown:
    """Raises NotThere."""
    seen = visible(actor, CollectionAction.WEIGH_WORD, CollectWord)
    row = seen.filter(pk=word).select_related("child", "author", "adult", "collector", "weighed_by").first()
    if row is None:
        raise NotThere("no such word")
    child: Any = row.child
    author: Any = row.author
    weighed_by: Any = row.weighed_by
    about: Any = row.adult or row.collector
    return WordShown(
        id=row.id,
        child=row.child_id,
        child_name=child.known_as,
        kind=WordKind(row.kind),
        words=row.words,
        author=author.name,
        about=about.name if about else "",
        told_at=row.told_at,
        outcome=WordOutcome(row.outcome) if row.outcome else None,
        rung=row.rung or "",
        in_danger=row.in_danger,
        reasons=row.reasons or "",
        weighed_by=weighed_by.name if weighed_by else "",
        weighed_at=row.weighed_at,
    )


def child_to_tell_of(actor: Actor, child: UUID) -> Any:
    """The row for the verb. Raises NotThere."""
    rows: Any = visible(actor, CollectionAction.TELL_WORD, apps.get_model("families.Child"))
    row = rows.filter(pk=child).first()
    if row is None:
        raise NotThere("no such child")
    return row
