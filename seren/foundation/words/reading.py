"""Which wording a reader is shown, and which lies beneath it. One query for any number of texts.

Asked by ids that the room has already found visible: a text has no audience of its own.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, UUIDField

from seren.foundation.access.door import Many, SystemReason, prepared, system
from seren.foundation.kernel.questions import Question, ask, joined, question
from seren.foundation.words.languages import WELSH, Direction, direction, tag
from seren.foundation.words.models import Status, Version


@dataclass(frozen=True, slots=True)
class Shown:
    """One wording for one reader. `version` is what an answer given to it points at.

    `original` is the writer's own wording, to show beneath; None where this is it. `missing_welsh`: the
    reader would sooner read Welsh, and it is not yet in Welsh.
    """

    version: UUID
    body: str
    language: str
    direction: Direction
    status: Status
    original: "Shown | None" = None
    missing_welsh: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """One version in the life of a text."""

    version: UUID
    number: int
    language: str
    body: str
    status: Status
    author: UUID | None
    made_at: datetime


def read(texts: Iterable[UUID], reads: Sequence[str]) -> dict[UUID, Shown]:
    """The texts for someone who reads these languages, the one they ask for first.

    Asked language, then the others they read, then the original. A text that is gone is left out.
    """
    return ask(words_asked(texts, reads))


def words_asked(texts: Iterable[UUID], reads: Sequence[str]) -> Question[dict[UUID, Shown]]:
    """The same as a question."""
    languages = [tag(language) for language in reads]
    rows = _wordings.asked(texts=set(texts), languages=languages or [""])
    return joined(lambda found: _told(found, languages), rows)


def read_asked(texts: "QuerySet[Any, Any]", reads: Sequence[str]) -> Question[dict[UUID, Shown]]:
    """The same as a question, about the texts whose ids such a queryset gives."""
    languages = [tag(language) for language in reads]
    return question(lambda rows: _told(rows, languages), _versions(texts, languages or [""]))


def as_one(several: Sequence[Shown]) -> Shown | None:
    """Texts that one reader reads together: in the reader's language if all are in it, else as written."""
    if len(several) < 2:
        return next(iter(several), None)
    if len({one.language for one in several}) > 1:
        several = [one.original or one for one in several]
    return replace(
        several[0],
        body="\n\n".join(one.body for one in several),
        status=next((one.status for one in several if one.status is Status.MACHINE), several[0].status),
        original=as_one([one.original for one in several if one.original]),
    )


def bodies(texts: Iterable[UUID]) -> dict[UUID, list[tuple[str, str]]]:
    """All current wordings of each text as (language, body): what the search index takes."""
    return {
        text: [(shown.language, shown.body) for shown in known.values()]
        for text, _original, known in _current(_wordings(texts=set(texts), languages=None))
    }


def _told(rows: Iterable[tuple[Any, ...]], languages: list[str]) -> dict[UUID, Shown]:
    return {text: _chosen(known, original, languages) for text, original, known in _current(rows)}


def history(text: UUID) -> tuple[Past, ...]:
    """Every version, the first one first. Nothing written is ever overwritten."""
    rows = system(SystemReason.SHOWING, Version).filter(text=text).order_by("number")
    return tuple(
        Past(row.pk, row.number, row.language, row.body, Status(row.status), row.author_id, row.made_at)
        for row in rows
    )


def _current(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[UUID, str, dict[str, Shown]]]:
    """Each text, its original language, and its current wording in each language.

    Rows come in the order of their numbers: a later wording takes the place of an earlier one, and a new
    original that of all translations made before it. (A subquery for this would double the cost of a page.)
    """
    found: dict[UUID, tuple[str, dict[str, Shown]]] = {}
    for text, original, version, language, body, status in rows:
        _, current = found.setdefault(text, (original, {}))
        if language == original:
            current.clear()
        current[language] = Shown(version, body, language, direction(language), Status(status))
    for text, (original, current) in found.items():
        yield text, original, current


@prepared(texts=Many(UUIDField()), languages=Many(CharField()))
def _wordings(*, texts: Collection[UUID], languages: Sequence[str] | None) -> "QuerySet[Any, Any]":
    """In these languages and in the writer's own; in all where none is named."""
    return _versions(texts, languages)


def _versions(
    texts: "Collection[UUID] | QuerySet[Any, Any]", languages: Sequence[str] | None
) -> "QuerySet[Any, Any]":
    rows = system(SystemReason.SHOWING, Version).filter(text__in=texts).order_by("number")
    if languages is not None:
        rows = rows.filter(Q(language__in=languages) | Q(language=F("text__original_language")))
    return rows.values_list("text_id", "text__original_language", "id", "language", "body", "status")


def _chosen(known: dict[str, Shown], original: str, languages: list[str]) -> Shown:
    language = next((language for language in languages if language in known), original)
    before = languages[: languages.index(language)] if language in languages else languages
    return replace(
        known[language],
        original=None if language == original else known[original],
        missing_welsh=WELSH in before,
    )
