"""Keeping what somebody wrote, within the length the product pack allows."""

from datetime import datetime
from uuid import UUID

from seren.foundation.access.door import Actor
from seren.foundation.words.door import revise, write
from seren.partnership.journal.domain.lengths import longest


def keep_words(
    actor: Actor, setting: UUID, words: str, language: str, now: datetime, rule: str = "reply.longest"
) -> UUID:
    """A new text; its id. Raises Refused where it is too long or empty."""
    text = write(
        provider=actor.provider,
        setting=setting,
        author=actor.person,
        language=language,
        body=words,
        limit=longest(rule, now),
        now=now,
    )
    return text.pk


def reword(actor: Actor, text: UUID, words: str, now: datetime, rule: str = "moment.longest") -> None:
    """A newer wording in the language it has. The same words again change nothing."""
    revise(text=text, author=actor.person, body=words, limit=longest(rule, now), now=now)
