"""Laying a clock out over the days: when it is due, when it is near, when to remind."""

from dataclasses import replace
from datetime import date

from seren.foundation.deadlines import counting
from seren.foundation.deadlines.kinds import day_counter
from seren.foundation.deadlines.models import Deadline
from seren.foundation.kernel.clock import day_of
from seren.foundation.rules import door as rules

SOON = rules.need("deadline.soon")


def rule_of(deadline: Deadline) -> rules.Value:
    """The rule as it stood on the day the clock started, with the number it was opened with."""
    rule = rules.value(deadline.nation, deadline.rule_id, deadline.started_on)
    return replace(rule, value=deadline.length)


def lay_out(deadline: Deadline, rule: rules.Value, *, extended: bool) -> None:
    """Set the days from the start, the length, the extension and how long it stood still."""
    start = deadline.started_on
    if deadline.due_at is not None:
        plain = deadline.due_on = day_of(deadline.due_at)
    else:
        more = rule.extension.value if extended and rule.extension else 0
        plain = _due(deadline, rule)
        deadline.due_on = _due(deadline, rule, more=more, stopped=deadline.paused_days)
    deadline.soon_on = deadline.due_on - (plain - _near(start, plain, rule, deadline.nation))
    if rule.remind is not None:
        deadline.remind_on = _part(start, deadline.due_on, rule.remind)


def _due(deadline: Deadline, rule: rules.Value, **more: int) -> date:
    """Where nobody has entered the next terms, working days stand for open ones.

    A missing calendar must not stop a parent's star from being kept.
    """
    counts = day_counter(deadline.setting_id, rule.counting)
    try:
        return counting.due(deadline.started_on, rule, counts=counts, **more)
    except counting.NeverOpen:
        return counting.due(deadline.started_on, rule, counts=rules.working_day, **more)


def _near(start: date, plain: date, rule: rules.Value, nation: str) -> date:
    """The day it turns amber: the rule's own, or when the last part of its time begins."""
    if rule.soon is not None:
        return start + counting.DAY * rule.soon
    return _part(start, plain, 100 - rules.value(nation, SOON, start).number)


def _part(start: date, end: date, percent: int) -> date:
    """The first day on which so much of the time has gone."""
    return start + counting.DAY * -(-(end - start).days * percent // 100)
