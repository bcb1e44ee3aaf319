"""Pausing a clock, letting it run again, giving it more time. Each is evidence, so each is recorded here.

Called in the section of a verb, which has asked who may.
"""

from datetime import date, datetime

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Actor
from seren.foundation.audit import door as audit
from seren.foundation.deadlines import counting
from seren.foundation.deadlines.kinds import day_counter
from seren.foundation.deadlines.laying import lay_out, rule_of
from seren.foundation.deadlines.models import REASON_LENGTH, Deadline
from seren.foundation.deadlines.running import move, of
from seren.foundation.deadlines.terms import RUNNING, DeadlineEvent, State
from seren.foundation.kernel.clock import day_of
from seren.foundation.kernel.refusals import Refused
from seren.foundation.kernel.text import clean_line
from seren.foundation.rules import door as rules


def pause(kind: str, subject: Model, *, actor: Actor, reason: str, now: datetime) -> None:
    """Stand still from today, where the rule allows it (D-06, W-09)."""
    deadline, rule = _running(kind, subject)
    if not rule.pauses:
        raise Refused("clock-runs-on", _("This clock does not stop. Answer by its date."))
    _check_runs(deadline, now)
    deadline.pause_reason = _reason(reason)
    move(deadline, State.PAUSED, now)
    deadline.save()
    _record(actor, DeadlineEvent.PAUSED, deadline, now)


def resume(kind: str, subject: Model, *, actor: Actor, now: datetime) -> date:
    """Run again from today: the due day moves by the time the clock stood. Returns the new day.

    A clock paused on its last day may have been moved there by a weekend: it is never due before it runs.
    """
    deadline, rule = _running(kind, subject)
    if deadline.paused_at is None:
        raise Refused("clock-runs-already", _("This clock is running already."))
    counts, today = day_counter(deadline.setting_id, rule.counting), day_of(now)
    deadline.paused_days += counting.halted(day_of(deadline.paused_at), today, rule, counts=counts)
    move(deadline, State.OPEN)
    lay_out(deadline, rule, extended=deadline.extended_to is not None)
    if deadline.due_on < today:
        deadline.due_on = counting.first_from(today, counts)
    deadline.save()
    _record(actor, DeadlineEvent.RESUMED, deadline, now)
    return deadline.due_on


def extend(
    kind: str,
    subject: Model,
    *,
    actor: Actor,
    reason: str,
    now: datetime,
    agreed_on: date | None = None,
) -> date:
    """More time, once, before the day has passed, where the rule gives it (D-05). Returns the new day.

    `agreed_on` is the day the person who waits agreed, where the rule asks for that (W-06).
    """
    deadline, rule = _running(kind, subject)
    if rule.extension is None:
        raise Refused("clock-has-no-more", _("There is no more time for this. Answer by its date."))
    if deadline.extended_to is not None:
        raise Refused("clock-extended-before", _("More time was given once. Answer by the new date."))
    _check_runs(deadline, now)
    if rule.extension.needs is rules.Needs.AGREEMENT:
        _check_agreed(agreed_on, now)
    deadline.extension_reason, deadline.agreed_on = _reason(reason), agreed_on
    lay_out(deadline, rule, extended=True)
    deadline.extended_to = deadline.due_on
    deadline.save()
    _record(actor, DeadlineEvent.EXTENDED, deadline, now)
    return deadline.due_on


def _running(kind: str, subject: Model) -> tuple[Deadline, rules.Value]:
    deadline = of(kind, subject).filter(state__in=RUNNING).first()
    if deadline is None:
        raise Refused("clock-not-running", _("Nobody is waiting for this any more."))
    return deadline, rule_of(deadline)


def _check_runs(deadline: Deadline, now: datetime) -> None:
    if deadline.state == State.PAUSED:
        raise Refused("clock-paused", _("This clock is paused. Let it run again first."))
    if deadline.state != State.OPEN or day_of(now) > deadline.due_on:
        raise Refused("clock-has-ended", _("The date has passed. Answer as soon as you can."))


def _check_agreed(agreed_on: date | None, now: datetime) -> None:
    if agreed_on is None:
        raise Refused("agreement-missing", _("Ask the person first. Write the day they agreed."), "agreed_on")
    if agreed_on > day_of(now):
        raise Refused("agreement-to-come", _("Write a day that has been, or today."), "agreed_on")


def _reason(text: str) -> str:
    text = clean_line(text)
    if not text:
        raise Refused("reason-missing", _("Write why. The person who waits will be told."), "reason")
    if len(text) > REASON_LENGTH:
        raise Refused("reason-too-long", _("Write the reason in fewer words."), "reason")
    return text


def _record(actor: Actor, event: DeadlineEvent, deadline: Deadline, now: datetime) -> None:
    """Ids and days; the reason itself stays in the row."""
    details = {
        "kind": deadline.kind,
        "subject": str(deadline.subject_id),
        "due_on": deadline.due_on.isoformat(),
    }
    audit.record(actor, event, deadline, now=now, setting=deadline.setting_id, details=details)
