"""Opening a clock, and ending it. Each is called in the section of a verb, which asks who may and records."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Model, QuerySet

from seren.foundation.access.door import SystemReason, system
from seren.foundation.deadlines import counting
from seren.foundation.deadlines.kinds import kind_of
from seren.foundation.deadlines.laying import lay_out
from seren.foundation.deadlines.models import Deadline
from seren.foundation.deadlines.terms import MOVES, RUNNING, State
from seren.foundation.kernel import db
from seren.foundation.kernel.clock import day_of
from seren.foundation.rules import door as rules


class AlreadyRunning(RuntimeError):
    """A clock of this kind runs for this subject. Meet or stop it first."""


def open_deadline(
    kind: str,
    subject: Model,
    *,
    provider: UUID,
    setting: UUID,
    nation: str,
    start: date | datetime,
) -> date:
    """Start a clock; returns the day it is due. `start` is an instant for rules in hours.

    The rule is the one in force on the day it starts, with the setting's own number.
    """
    if of(kind, subject).filter(state__in=RUNNING).exists():
        raise AlreadyRunning(f"{kind} of {subject.pk}")
    begins = day_of(start) if isinstance(start, datetime) else start
    rule = rules.setting_value(setting, nation, kind_of(kind).rule_id, begins)
    deadline = Deadline(
        provider_id=provider,
        setting_id=setting,
        kind=kind,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        nation=nation,
        rule_id=rule.rule_id,
        length=rule.number,
        started_on=begins,
    )
    if rule.counting == rules.Counting.HOURS:
        if not isinstance(start, datetime):
            raise TypeError(f"{kind} counts hours: it starts at an instant")
        deadline.due_at = counting.due_at(start, rule)
    lay_out(deadline, rule, extended=False)
    deadline.save(force_insert=True)
    return deadline.due_on


def meet(kind: str, subject: Model, *, now: datetime) -> bool:
    """It was done. False where no such clock runs: the second answer to one star meets nothing."""
    return _end(kind, subject, State.MET, now)


def stop(kind: str, subject: Model, *, now: datetime) -> bool:
    """It need not be done any more: what it was about was withdrawn. False where no such clock runs."""
    return _end(kind, subject, State.STOPPED, now)


def reopen(kind: str, subject: Model) -> bool:
    """What met it was taken back. The day stays what it was; the next sweep sees whether it has passed.

    False where nothing of the kind was met, or a newer clock runs.
    """
    if of(kind, subject).filter(state__in=RUNNING).exists():
        return False
    deadline = of(kind, subject).filter(state=State.MET).order_by("-met_at", "-id").first()
    if deadline is None:
        return False
    move(deadline, State.OPEN)
    deadline.save()
    return True


def of(kind: str, subject: Model) -> "QuerySet[Deadline]":
    """The clocks of one subject, locked for the verb that asks."""
    if not db.in_writing():
        raise RuntimeError("deadlines change in the section of a verb")
    rows = system(SystemReason.WRITING, Deadline)
    return rows.filter(kind=kind_of(kind).code, subject_id=subject.pk).select_for_update()


def move(deadline: Deadline, state: State, now: datetime | None = None) -> None:
    """Along the state table. Leaves no trace of pausing or meeting that the new state does not have."""
    if state not in MOVES[State(deadline.state)]:
        raise ValueError(f"a deadline does not go from {deadline.state} to {state}")
    deadline.state = state
    deadline.paused_at = now if state is State.PAUSED else None
    deadline.met_at = now if state is State.MET else None


def _end(kind: str, subject: Model, state: State, now: datetime) -> bool:
    deadline = of(kind, subject).filter(state__in=RUNNING).first()
    if deadline is None:
        return False
    move(deadline, state, now)
    deadline.save()
    return True
