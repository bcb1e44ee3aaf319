"""The acts on a text. Called by a room's verb, in its transaction; the verb asks access and records."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.words.cleaning import fitting
from seren.foundation.words.languages import tag
from seren.foundation.words.models import Status, Text, Version


def write(
    *,
    provider: UUID,
    setting: UUID | None,
    author: UUID,
    language: str,
    body: str,
    limit: int,
    now: datetime,
) -> Text:
    """Keep what `author` wrote. `limit` is the room's rule, in characters. Raises Refused."""
    text = Text(provider_id=provider, setting_id=setting, original_language=tag(language), made_at=now)
    first = Version(
        provider_id=provider,
        text=text,
        language=text.original_language,
        number=1,
        body=fitting(body, limit),
        status=Status.PERSON,
        author_id=author,
        made_at=now,
    )
    with db.writing():
        text.save(force_insert=True)
        first.save(force_insert=True)
    return text


def revise(
    *, text: UUID, author: UUID, body: str, limit: int, now: datetime, language: str | None = None
) -> UUID:
    """A new wording of the original; the version's id. Translations of the old wording are out of date.

    `language` is given where the writer chose the wrong one before. The same words again add nothing.
    """
    body = fitting(body, limit)
    with db.writing():
        held = _held(text)
        latest = _latest(text, held.original_language)
        chosen = tag(language) if language else held.original_language
        if (latest.body, latest.language) == (body, chosen):
            return latest.pk
        if chosen != held.original_language:
            held.original_language = chosen
            held.save(update_fields=["original_language"])
        return _add(held, chosen, body, Status.PERSON, author, now)


def translate(
    *, text: UUID, of: UUID, language: str, body: str, author: UUID | None, limit: int, now: datetime
) -> UUID:
    """Add the words of version `of` in another language; the new version's id. `author` None: a machine.

    Refused where the original changed meanwhile: a translation must never pass for words it has not seen.
    """
    language, body = tag(language), fitting(body, limit)
    with db.writing():
        held = _held(text)
        if language == held.original_language:
            raise Refused("same-language", _("These words are in that language already."), "language")
        if _latest(text, held.original_language).pk != of:
            raise Refused("words-changed", _("The words have changed. Read them again, then translate."))
        return _add(held, language, body, Status.PERSON if author else Status.MACHINE, author, now)


def check(*, version: UUID, by: UUID, now: datetime) -> None:
    """A speaker of its language has read this translation and found it right."""
    with db.writing():
        rows = system(SystemReason.WRITING, Version).filter(pk=version)
        found = rows.select_for_update(of=("self",)).select_related("text").get()
        if found.language == found.text.original_language:
            raise Refused("not-a-translation", _("These are the writer’s own words. They need no check."))
        if found.author_id == by:
            raise Refused("own-words", _("Ask someone else who reads this language to check it."))
        rows.exclude(status=Status.CHECKED).update(status=Status.CHECKED, checked_by=by, checked_at=now)


def erase(texts: Iterable[UUID]) -> None:
    """Every version, at once. The rows that point to the texts are gone already, or go with them."""
    with db.writing():
        system(SystemReason.WRITING, Text).filter(pk__in=list(texts)).delete()


def _held(text: UUID) -> Text:
    """The text, locked: two edits of one text are numbered one after the other."""
    return system(SystemReason.WRITING, Text).select_for_update().get(pk=text)


def _latest(text: UUID, language: str) -> Version:
    return system(SystemReason.WRITING, Version).filter(text=text, language=language).latest("number")


def _add(text: Text, language: str, body: str, status: Status, author: UUID | None, now: datetime) -> UUID:
    numbers = system(SystemReason.WRITING, Version).filter(text=text).aggregate(last=Max("number"))
    version = Version(
        provider_id=text.provider_id,
        text=text,
        language=language,
        number=numbers["last"] + 1,
        body=body,
        status=status,
        author_id=author,
        made_at=now,
    )
    version.save(force_insert=True)
    return version.pk
