"""What the verbs share: the newest question, an adult’s last word, and the row a new word becomes."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import SystemReason, in_force, system
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.people.consent.models import Answer, Asked
from seren.people.consent.queries.yeses import newest_question
from seren.people.consent.terms import Code, Saying
from seren.people.families.policies import responsible_ties
from seren.people.families.terms import Responsibility

# Within the verb's section: what rooms above do once somebody says no, or takes a yes back. Given the child,
# the setting and the code of what was asked.
Hearing = Callable[[UUID, UUID, str, datetime], None]
_hearing: list[Hearing] = []


def register_no(hearing: Hearing) -> None:
    """From a room's `ready()`."""
    if hearing not in _hearing:
        _hearing.append(hearing)


def heard(word: Answer, now: datetime) -> None:
    """A new word is kept: whoever minds what follows from a no is told."""
    if word.said != Saying.YES:
        for hearing in _hearing:
            hearing(word.child_id, word.setting_id, word.code, now)


def last_word(asked: Asked, adult: UUID) -> Answer | None:
    """Of this adult to this question, to whichever asking of it."""
    rows = system(SystemReason.WRITING, Answer).filter(
        child=asked.child_id, setting=asked.setting_id, code=asked.code, scope=asked.scope, adult=adult
    )
    return rows.order_by("at", "id").last()


def check_open(asked: Asked, said: Saying, now: datetime) -> None:
    """The question is the newest of its kind. A no may be said after its last day; a yes may not."""
    db.one_at_a_time(asked.child_id)
    newest = newest_question(asked.child_id, asked.setting_id, Code(asked.code), asked.scope)
    if newest is None or newest.pk != asked.pk:
        raise Refused("asked-anew", _("We have asked this again since. Read the new question first."))
    if said is Saying.YES and asked.until_at is not None and asked.until_at <= now:
        raise Refused("asked-over", _("This question has ended. Ask us to ask it again."))


def worded_in(asked: Asked, language: str) -> str:
    """The language this question is shown in to who reads `language`: an asking is whole in English."""
    return language if language in asked.words else "en"


def new_word(asked: Asked, adult: UUID, said: Saying, language: str, now: datetime, **how: Any) -> Answer:
    """The row, not yet kept. Raises Refused where the adult may not decide for the child (C-12)."""
    held = _responsibility(asked.child_id, adult, now)
    if held is None:
        raise Refused(
            "not-responsible", _("Only an adult with parental responsibility can answer this."), "adult"
        )
    shown = worded_in(asked, language)
    return Answer(
        provider_id=asked.provider_id,
        asked=asked,
        child_id=asked.child_id,
        setting_id=asked.setting_id,
        code=asked.code,
        scope=asked.scope,
        adult_id=adult,
        said=said,
        words=asked.words[shown],
        called=asked.called_in(shown) or None,
        version=asked.version,
        language=shown,
        responsibility=Responsibility.YES,
        basis=held,
        at=now,
        **how,
    )


def _responsibility(child: UUID, adult: UUID, now: datetime) -> str | None:
    """What parental responsibility rests on, empty where that is not written down; None without any."""
    held = responsible_ties().filter(in_force(now), child=child, adult=adult)
    return held.values_list("basis", flat=True).first()
