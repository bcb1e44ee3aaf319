"""What somebody tells about who collects: a task for those who decide, never a block (P-05, P-15)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, require, system
from seren.foundation.audit.door import record
from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.partnership.days import notices
from seren.partnership.days.models import CollectWord
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.queries.collection import on_the_list
from seren.partnership.days.terms import WORD_CLOCK, CollectionEvent, WordKind, WordOutcome
from seren.people.families.queries.door import decided_since
from seren.people.families.terms import DECIDED_HERE, RestrictionBasis
from seren.people.provision.queries import nation_of

WEIGH = deadlines.Kind(WORD_CLOCK, "collect-word.weigh", tell=notices.tell_late)


@dataclass(frozen=True, slots=True)
class Weighed:
    """`rung`: whom they reached, how, and what was said. `in_danger`: somebody may be, now."""

    rung: str
    in_danger: bool
    outcome: WordOutcome
    reasons: str


def tell_word(
    *, actor: Actor, child: Any, settings: Collection[UUID], words: str, now: datetime
) -> tuple[CollectWord, ...]:
    """To every setting the child comes to. Nothing changes at the door until people have decided."""
    if not words.strip():
        raise Refused("words-missing", _("Write what we should know."), "words")
    with acting(actor, CollectionAction.TELL_WORD, child):
        return tuple(_kept(actor, child.pk, one, WordKind.WORD, words, now) for one in settings)


def turn_away(*, actor: Actor, place: Any, who: str, words: str, now: datetime) -> CollectWord:
    """Not fit to collect: another adult is asked, and those who keep children safe are told at once."""
    if not words.strip():
        raise Refused("words-missing", _("Write what you saw."), "words")
    require(actor, CollectionAction.RELEASE, place)
    listed = on_the_list(actor, place.child_id, clock.day_of(now))
    one = next((one for one in listed if one.key == who), None)
    if one is None:
        raise Refused("not-on-list", _("Choose somebody from the list."), "who")
    with acting(actor, CollectionAction.RELEASE, place):
        about = {"adult_id": one.adult, "collector_id": one.collector}
        return _kept(actor, place.child_id, place.setting_id, WordKind.UNFIT, words, now, **about)


def weigh_word(*, actor: Actor, word: UUID, said: Weighed, now: datetime) -> None:
    """What came of it. Where somebody is stopped, the paper or the decision must stand already."""
    if not said.rung.strip():
        raise Refused("rung-missing", _("Ring the other parent first. Write whom you reached."), "rung")
    if not said.reasons.strip():
        raise Refused("reasons-missing", _("Write why."), "reasons")
    with acting(actor, CollectionAction.WEIGH_WORD, word):
        held = system(SystemReason.WRITING, CollectWord).select_for_update().get(pk=word)
        if held.weighed_at is not None:
            raise Refused("weighed", _("Somebody has weighed it already."))
        _check_stands(held, said.outcome)
        held.rung, held.reasons = said.rung.strip(), said.reasons.strip()
        held.in_danger, held.outcome = said.in_danger, said.outcome
        held.weighed_by_id, held.weighed_at = actor.person, now
        held.save(update_fields=["rung", "reasons", "in_danger", "outcome", "weighed_by", "weighed_at"])
        deadlines.meet(WORD_CLOCK, held, now=now)
        record(actor, CollectionEvent.WORD_WEIGHED, held, now=now, child=held.child_id)


def _check_stands(held: CollectWord, outcome: WordOutcome) -> None:
    rests_on = decided_since(held.child_id, held.told_at)
    if outcome is WordOutcome.PAPER and not rests_on - set(DECIDED_HERE):
        raise Refused("no-paper", _("Record the paper first. Then come back here."), "outcome")
    if outcome is WordOutcome.DECIDED and RestrictionBasis.SAFEGUARDING not in rests_on:
        words = _("The safeguarding lead writes the decision first. Then come back here.")
        raise Refused("no-decision", words, "outcome")


def _kept(
    actor: Actor, child: UUID, setting: UUID, kind: WordKind, words: str, now: datetime, **about: UUID | None
) -> CollectWord:
    """Within a verb's section."""
    made = CollectWord(
        provider_id=actor.provider,
        child_id=child,
        setting_id=setting,
        kind=kind,
        author_id=actor.person,
        words=words.strip(),
        day=clock.day_of(now),
        told_at=now,
        **about,
    )
    made.save(force_insert=True)
    deadlines.open_deadline(
        WORD_CLOCK, made, provider=made.provider_id, setting=setting, nation=nation_of(setting), start=now
    )
    event = CollectionEvent.WORD_TOLD if kind is WordKind.WORD else CollectionEvent.TURNED_AWAY
    record(actor, event, made, now=now, child=child)
    notices.tell_waits(made, now=now)
    return made
