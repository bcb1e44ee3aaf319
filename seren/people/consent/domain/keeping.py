"""A word is kept, and what follows: nobody is chased any more, and who leads hears of a dispute (P-10)."""

from dataclasses import replace
from datetime import datetime

from seren.foundation.access.door import Actor
from seren.people.consent import notices
from seren.people.consent.domain.rounds import meet_where_answered
from seren.people.consent.domain.words import heard
from seren.people.consent.models import Answer, Asked
from seren.people.consent.queries.standing import is_disputed


def keep(word: Answer, asked: Asked, actor: Actor, now: datetime) -> None:
    """Within a verb’s section."""
    looking = replace(actor, at=now)
    before = is_disputed(asked, looking)
    word.save(force_insert=True)
    heard(word, now)
    meet_where_answered(asked, looking, now)
    if not before and is_disputed(asked, looking):
        notices.tell_disputed(asked, now=now)
