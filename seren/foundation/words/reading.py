"""Which wording a reader is shown, and which lies beneath it. One query for any number of texts.

Asked by ids that the room has already found visible: a text has no audience of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from seren.foundation.access.door import SystemReason, system
from seren.foundation.words.languages import WELSH, Direction, direction, tag
from seren.foundation.words.models import Status, Version

_READ = ("text_id", "id", "language", "body", "status", "text__original_language")


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
    languages = [tag(language) for language in reads]
    known: dict[UUID, dict[str, Shown]] = {}
    originals: dict[UUID, Shown] = {}
    wanted = Q(language__in=languages) | Q(language=F("text__original_language"))
    for text, version, language, body, status, original in _current(texts, wanted):
        shown = Shown(version, body, language, direction(language), Status(status))
        known.setdefault(text, {})[language] = shown
        if language == original:
            originals[text] = shown
    return {text: _chosen(known[text], original, languages) for text, original in originals.items()}


def bodies(texts: Iterable[UUID]) -> dict[UUID, list[tuple[str, str]]]:
    """All current wordings of each text as (language, body): what the search index takes."""
    found: dict[UUID, list[tuple[str, str]]] = {}
    for text, _version, language, body, _status, _original in _current(texts, Q()):
        found.setdefault(text, []).append((language, body))
    return found


def history(text: UUID) -> tuple[Past, ...]:
    """Every version, the first one first. Nothing written is ever overwritten."""
    rows = system(SystemReason.SHOWING, Version).filter(text=text).order_by("number")
    return tuple(
        Past(row.pk, row.number, row.language, row.body, Status(row.status), row.author_id, row.made_at)
        for row in rows
    )


def _current(texts: Iterable[UUID], wanted: Q) -> "QuerySet[Version, tuple[Any, ...]]":
    """The latest version in each language, leaving out translations of an older original."""
    versions = system(SystemReason.SHOWING, Version)
    newer = versions.filter(
        Q(language=OuterRef("language")) | Q(language=OuterRef("text__original_language")),
        text=OuterRef("text"),
        number__gt=OuterRef("number"),
    )
    ids = list(texts)
    if not ids:
        versions = versions.none()
    return versions.filter(wanted, ~Exists(newer), text__in=ids).values_list(*_READ)


def _chosen(known: dict[str, Shown], original: Shown, languages: list[str]) -> Shown:
    language = next((language for language in languages if language in known), original.language)
    before = languages[: languages.index(language)] if language in languages else languages
    shown = known[language]
    return Shown(
        shown.version,
        shown.body,
        shown.language,
        shown.direction,
        shown.status,
        None if shown is original else original,
        WELSH in before,
    )
