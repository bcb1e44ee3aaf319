"""Two responsible adults do not agree about a trip: a leader decides, on record (P-10)."""

from datetime import datetime

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.consent.domain.words import check_open
from seren.people.consent.models import Asked, Decision
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import state_of, with_standing
from seren.people.consent.terms import WHEN_DISPUTED, Code, ConsentEvent, Disputed, Saying, State
from seren.people.consent.words import group_of


def decide(*, actor: Actor, asked: Asked, goes: bool, why: str, now: datetime) -> Decision:
    """It changes no answer, and holds until one of the adults says anything new."""
    if WHEN_DISPUTED[group_of(Code(asked.code))] is not Disputed.DECIDE:
        raise Refused("not-for-deciding", _("This is not decided by a manager. Talk with both."))
    if not why.strip():
        raise Refused("why-missing", _("Write why you decide so."), "why")
    with acting(actor, ConsentAction.DECIDE, asked):
        check_open(asked, Saying.NO, now)
        rows = system(SystemReason.WRITING, Asked).filter(pk=asked.pk)
        if state_of(with_standing(rows, actor).get()) is not State.DISPUTED:
            raise Refused("not-disputed", _("They do not disagree any more. There is nothing to decide."))
        made = Decision(
            provider_id=asked.provider_id,
            child_id=asked.child_id,
            setting_id=asked.setting_id,
            code=asked.code,
            scope=asked.scope,
            goes=goes,
            why=why.strip(),
            decided_by_id=actor.person,
            at=now,
        )
        made.save(force_insert=True)
        record(
            actor, ConsentEvent.DECIDED, made, now=now, setting=asked.setting_id, child=asked.child_id,
            details={"code": asked.code, "goes": goes},
        )  # fmt: skip
    return made
