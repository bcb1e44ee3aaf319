"""Lengths that are Seren's own choice, from the product pack: the same in both nations."""

from datetime import datetime, timedelta

from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules

for _rule in ("moment.longest", "reply.longest", "moment.photos", "undo.length"):
    rules.need(_rule)


def longest(rule: str, now: datetime) -> int:
    """How many letters (or photos) one may hold."""
    return rules.value("england", rule, clock.day_of(now)).number


def undo_length(now: datetime) -> timedelta:
    """How long an act can be undone before anybody is told of it."""
    return timedelta(seconds=rules.value("england", "undo.length", clock.day_of(now)).number)
