"""From the draft to the way home: each step asks the table, and is one act on record."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.door import send
from seren.partnership.days.domain.outing import held, moved
from seren.partnership.days.domain.outing_list import check_going
from seren.partnership.days.models import Outing, OutingInvited
from seren.partnership.days.notices import OUTING_CALLED_OFF
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.terms.outing import OutingAct, OutingEvent


def put_outing(*, actor: Actor, outing: UUID, now: datetime) -> Outing:
    """To the manager, who is consulted before anything goes to a family (A14)."""
    with acting(actor, OutingAction.RUN, outing):
        row = held(outing)
        state = moved(row, OutingAct.PUT)
        if not row.risks_weighed:
            raise Refused("risks-first", _("Think about the risks first, and say so in the plan."))
        _check_to_come(row, now)
        return _to(actor, row, now, OutingEvent.PUT, state=state)


def agree_outing(*, actor: Actor, outing: UUID, now: datetime) -> Outing:
    """A leader’s word. A leader may agree to a plan of their own: they are the one who is consulted."""
    with acting(actor, OutingAction.AGREE, outing):
        row = held(outing)
        state = moved(row, OutingAct.AGREE)
        _check_to_come(row, now)
        return _to(actor, row, now, OutingEvent.AGREED, state=state, agreed_by_id=actor.person, agreed_at=now)


def give_back_outing(*, actor: Actor, outing: UUID, now: datetime) -> Outing:
    """It is a draft again, and can be changed. What was agreed is agreed anew."""
    with acting(actor, OutingAction.AGREE, outing):
        row = held(outing)
        state = moved(row, OutingAct.GIVE_BACK)
        return _to(actor, row, now, OutingEvent.GIVEN_BACK, state=state, agreed_by_id=None, agreed_at=None)


def go_out(*, actor: Actor, outing: UUID, now: datetime) -> Outing:
    """Who goes is who is on the list and may go at this instant. The others’ rows go: they stay here."""
    with acting(actor, OutingAction.RUN, outing):
        row = held(outing)
        state = moved(row, OutingAct.GO)
        if clock.day_of(now) != row.day:
            raise Refused("not-the-day", _("This outing is on another day."))
        check_going(actor, row)
        return _to(actor, row, now, OutingEvent.GONE, state=state, gone_at=now)


def come_back(*, actor: Actor, outing: UUID, now: datetime) -> Outing:
    with acting(actor, OutingAction.RUN, outing):
        row = held(outing)
        state = moved(row, OutingAct.RETURN)
        return _to(actor, row, now, OutingEvent.RETURNED, state=state, back_at=now)


def call_off(*, actor: Actor, outing: UUID, now: datetime) -> Outing:
    """Families who were asked are told in the same minute."""
    with acting(actor, OutingAction.RUN, outing):
        row = held(outing)
        state = moved(row, OutingAct.CALL_OFF)
        off = _to(
            actor, row, now, OutingEvent.CALLED_OFF,
            state=state, called_off_by_id=actor.person, called_off_at=now,
        )  # fmt: skip
        asked = system(SystemReason.WRITING, OutingInvited).filter(outing=row, asked__isnull=False)
        for invited in asked.order_by("id"):
            send(OUTING_CALLED_OFF, invited, setting=row.setting_id, about=invited.child_id, now=now)
        return off


def _check_to_come(row: Outing, now: datetime) -> None:
    if row.day < clock.day_of(now):
        raise Refused("day-past", _("Its day is past. Give it another day first."))


def _to(actor: Actor, row: Outing, now: datetime, event: OutingEvent, **facts: Any) -> Outing:
    for field, value in facts.items():
        setattr(row, field, value)
    row.save(update_fields=list(facts))
    record(actor, event, row, now=now, setting=row.setting_id)
    return row
