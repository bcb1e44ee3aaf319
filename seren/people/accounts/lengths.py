"""How long things of accounts last: Seren's own choices, from the product pack, the same in both nations."""

from datetime import datetime, timedelta
from enum import StrEnum

from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules


class Length(StrEnum):
    """The ids of the rules."""

    LETTER = "invitation.length"
    MAILED_CODE = "sign-in.code"
    SIGN_IN_LINK = "sign-in.link"
    WORDS = "sign-in.words"
    FRESH = "sign-in.fresh"
    COOLING = "sign-in.recovery"
    TOLD = "lockdown.told"


for _length in Length:
    rules.need(_length.value)


def after(length: Length, start: datetime) -> datetime:
    """The instant a length that began at `start` is over."""
    return start + lasts(length, start)


def lasts(length: Length, at: datetime) -> timedelta:
    """As it stands on the day of `at`. Days of these are days of 24 hours."""
    rule = rules.value("england", length.value, clock.day_of(at))
    return timedelta(hours=24 * rule.number) if rule.unit is rules.Unit.DAYS else rule.elapsed
