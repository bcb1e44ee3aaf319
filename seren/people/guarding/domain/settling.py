"""A leader looked at an alarm: every sign-in of the account ends, or it was right."""

from datetime import datetime

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, acting
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.foundation.kernel.text import clean_line
from seren.foundation.notify import door as notify
from seren.people.accounts.domain import end_sessions
from seren.people.guarding.models import Shown, Stop
from seren.people.guarding.policies import GuardingAction
from seren.people.guarding.terms import GuardingEvent, Outcome


def end_every_session(*, actor: Actor, alarm: Stop, now: datetime) -> None:
    """Sessions, known devices, tokens and links of the account die together. It stays open to its owner."""
    with acting(actor, GuardingAction.SETTLE_ALARM, alarm):
        _settle(actor, alarm, Outcome.ENDED, "", now)
        end_sessions(actor=actor, person=alarm.person, now=now)
        record(actor, GuardingEvent.ENDED, alarm, now=now)


def find_right(*, actor: Actor, alarm: Stop, reason: str, now: datetime) -> None:
    """It was right, because …: the account is counted from nothing again."""
    why = clean_line(reason)
    if not why:
        raise Refused("no-reason", _("Say why it was right."), "reason")
    with acting(actor, GuardingAction.SETTLE_ALARM, alarm):
        _settle(actor, alarm, Outcome.RIGHT, why, now)
        Shown.objects.filter(person=alarm.person_id).delete()
        record(actor, GuardingEvent.RIGHT, alarm, now=now)


def _settle(actor: Actor, alarm: Stop, outcome: Outcome, reason: str, now: datetime) -> None:
    alarm.refresh_from_db(fields=["settled_at"])
    if alarm.settled_at is not None:
        raise Refused("settled", _("Somebody has settled this already."))
    alarm.settled_at, alarm.settled_by_id, alarm.outcome = now, actor.person, outcome
    alarm.reason = reason or None
    alarm.save(update_fields=["settled_at", "settled_by", "outcome", "reason"])
    notify.withdraw(alarm, now=now)
