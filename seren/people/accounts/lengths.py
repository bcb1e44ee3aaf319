"""How long things of accounts last. The one place that asks for these lengths."""

from datetime import datetime, timedelta
from enum import StrEnum

_MINUTE = 60
_DAY = 24 * 60 * _MINUTE


class Length(StrEnum):
    """Names of the product's own lengths."""

    LETTER = "letter"
    MAILED_CODE = "mailed-code"
    SIGN_IN_LINK = "sign-in-link"
    WORDS = "words"
    FRESH = "fresh"
    COOLING = "cooling"


_SECONDS = {
    Length.LETTER: 30 * _DAY,
    Length.MAILED_CODE: 15 * _MINUTE,
    Length.SIGN_IN_LINK: 15 * _MINUTE,
    Length.WORDS: _DAY,
    Length.FRESH: 10 * _MINUTE,
    Length.COOLING: _DAY,
}


def after(length: Length, start: datetime) -> datetime:
    """The instant a length that began at `start` is over."""
    return start + lasts(length)


def lasts(length: Length) -> timedelta:
    return timedelta(seconds=_SECONDS[length])
