"""How much and how long: Seren's own choices, from the product pack, the same in both nations."""

from datetime import datetime, timedelta
from enum import StrEnum

from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules


class Measure(StrEnum):
    """The ids of the rules."""

    WINDOW = "reading.window"  # how far back children count, in minutes
    MOST = "reading.most"  # children of one's own beyond which none count as one's own
    BEYOND = "reading.beyond"  # per cent on top of one's own
    LEAST = "reading.least"  # the least measure anybody has
    TRIES = "reading.tries"  # refused pages until it is an alarm, where nobody showed again that it is them
    BULK_FREE = "bulk.free"  # children in one go that need no second person
    BULK_ALONE = "bulk.alone"  # hours after which the safeguarding lead may agree alone
    BULK_FETCH = "bulk.fetch"  # hours in which it may be fetched


for _measure in Measure:
    rules.need(_measure.value)


def number(measure: Measure, at: datetime) -> int:
    return rules.value("england", measure.value, clock.day_of(at)).number


def lasts(measure: Measure, at: datetime) -> timedelta:
    return rules.value("england", measure.value, clock.day_of(at)).elapsed


def measure_of(own: int, at: datetime) -> int:
    """How many different children somebody with so many of their own is shown within the hour."""
    counted = min(own, number(Measure.MOST, at))
    percent = 100 + number(Measure.BEYOND, at)
    return max(-(-counted * percent // 100), number(Measure.LEAST, at))
