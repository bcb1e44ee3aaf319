"""Next steps: what home knows beside what staff see; agreed together; closed by either with a word."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, may, of_provider, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.foundation.words.door import revise
from seren.partnership.journal.domain.holding import hold
from seren.partnership.journal.domain.lengths import longest
from seren.partnership.journal.domain.wording import keep_words
from seren.partnership.journal.models import HomeWords, NextStep, StepAgreement
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import (
    NEXT_STEP_STATE,
    JournalEvent,
    Side,
    StepAct,
    StepState,
)
from seren.people.families.queries import home_of, settings_of_children


def suggest_step(
    *, actor: Actor, child: UUID, setting: UUID, step: str, seen: str, language: str, now: datetime
) -> NextStep:
    """Staff word a step all may read, and what they see behind it."""
    if setting not in settings_of_children([child], now):
        raise Refused("not-enrolled", _("This child is not enrolled here."))
    with acting(actor, JournalAction.WORK_ON_STEP, child):
        suggested = NextStep(
            provider_id=actor.provider,
            child_id=child,
            setting_id=setting,
            step_id=keep_words(actor, setting, step, language, now),
            seen_id=keep_words(actor, setting, seen, language, now) if seen.strip() else None,
            suggested_by_id=actor.person,
            suggested_at=now,
        )
        suggested.save(force_insert=True)
        _agree(actor, suggested, Side.SETTING, now)
        _note(actor, JournalEvent.STEP_SUGGESTED, suggested, now)
    return suggested


def reword_step(*, actor: Actor, step: NextStep, words: str, language: str, now: datetime) -> None:
    """New words are a new step to agree on: earlier agreements end."""
    with acting(actor, JournalAction.WORK_ON_STEP, step.child_id):
        hold(step)
        if step.state == StepState.CLOSED:
            raise Refused("wrong-state", _("This step is closed. Open it again first."))
        limit = longest("reply.longest", now)
        revise(text=step.step_id, author=actor.person, body=words, language=language, limit=limit, now=now)
        system(SystemReason.WRITING, StepAgreement).filter(step=step).delete()
        step.state = StepState.SUGGESTED
        step.save(update_fields=["state"])
        _agree(actor, step, Side.SETTING, now)
        _note(actor, JournalEvent.STEP_SUGGESTED, step, now)


def agree_step(*, actor: Actor, step: NextStep, now: datetime) -> None:
    """Agreed once home and setting both have. Saying it twice changes nothing."""
    with acting(actor, JournalAction.AGREE_STEP, step):
        hold(step)
        if step.state == StepState.CLOSED:
            raise Refused("wrong-state", _("This step is closed. Open it again first."))
        _agree(actor, step, _side(actor, step), now)
        sides = system(SystemReason.WRITING, StepAgreement).filter(step=step)
        if set(sides.values_list("side", flat=True)) == set(Side.values) and step.state != StepState.AGREED:
            step.state = NEXT_STEP_STATE[StepState(step.state), StepAct.AGREE]
            step.save(update_fields=["state"])
        _note(actor, JournalEvent.STEP_AGREED, step, now)


def close_step(*, actor: Actor, step: NextStep, words: str, language: str, now: datetime) -> None:
    """Done, or not needed any more: either side closes it, with a word if they like."""
    with acting(actor, JournalAction.AGREE_STEP, step):
        hold(step)
        step.state = _next(step, StepAct.CLOSE)
        step.closed_side, step.closed_by_id, step.closed_at = _side(actor, step), actor.person, now
        if words.strip():
            step.closing_words_id = keep_words(actor, step.setting_id, words, language, now)
        step.save(update_fields=["state", "closed_side", "closed_by", "closed_at", "closing_words"])
        _note(actor, JournalEvent.STEP_CLOSED, step, now)


def reopen_step(*, actor: Actor, step: NextStep, now: datetime) -> None:
    with acting(actor, JournalAction.AGREE_STEP, step):
        hold(step)
        step.state = _next(step, StepAct.REOPEN)
        step.closed_side, step.closed_by, step.closed_at, step.closing_words = "", None, None, None
        step.save(update_fields=["state", "closed_side", "closed_by", "closed_at", "closing_words"])
        system(SystemReason.WRITING, StepAgreement).filter(step=step).delete()
        _agree(actor, step, _side(actor, step), now)
        _note(actor, JournalEvent.STEP_REOPENED, step, now)


def add_home_words(
    *,
    actor: Actor,
    child: UUID,
    setting: UUID,
    words: str,
    language: str,
    now: datetime,
    step: NextStep | None = None,
) -> HomeWords:
    """What home knows: read by that home and by staff, by nobody in another home."""
    if setting not in settings_of_children([child], now):
        raise Refused("not-enrolled", _("This child is not enrolled here."))
    if step is not None:
        of_provider(actor.provider, "journal.NextStep", step.pk)
        if step.child_id != child:
            raise Refused("other-child", _("This step is another child’s."))
    with acting(actor, JournalAction.ADD_HOME_WORDS, child):
        said = HomeWords(
            provider_id=actor.provider,
            child_id=child,
            setting_id=setting,
            step=step,
            author_id=actor.person,
            household_id=home_of(actor.person, child, now),
            text_id=keep_words(actor, setting, words, language, now),
            written_at=now,
        )
        said.save(force_insert=True)
        record(actor, JournalEvent.HOME_WORDS_ADDED, said, now=now, setting=setting, child=child)
    return said


def _side(actor: Actor, step: NextStep) -> Side:
    """Staff speak for the setting, also where they are the child's family as well."""
    at_work = may(actor, JournalAction.WORK_ON_STEP, step.child_id)
    return Side.SETTING if at_work else Side.HOME


def _next(step: NextStep, act: StepAct) -> StepState:
    after = NEXT_STEP_STATE.get((StepState(step.state), act))
    if after is None:
        raise Refused("wrong-state", _("This step has changed meanwhile. Look at it again."))
    return after


def _agree(actor: Actor, step: NextStep, side: Side, now: datetime) -> None:
    held = system(SystemReason.WRITING, StepAgreement).filter(step=step, person=actor.person)
    if not held.exists():
        agreed = StepAgreement(
            provider_id=step.provider_id, step=step, side=side, person_id=actor.person, agreed_at=now
        )
        agreed.save(force_insert=True)


def _note(actor: Actor, event: JournalEvent, step: NextStep, now: datetime) -> None:
    record(actor, event, step, now=now, setting=step.setting_id, child=step.child_id)
