"""Days and times as people say them, in every language of the interface. London time, always.

A day in words stands in a sentence; `standing` is the same at the start of a line ("Dydd Mercher 14 Mai").
Digits are the ones on our clocks and letters in all languages.
"""

from collections.abc import Collection
from datetime import date, datetime
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.foundation.kernel import clock

# Weekday with day and month; and the same with the year. Babel knows the names and their cases.
_A_MONDAY = date(2025, 5, 12).toordinal()
_PLAIN = ("EEEE d MMMM", "EEEE d MMMM y")
_COMMA = ("EEEE, d MMMM", "EEEE, d MMMM y")
_ARABIC = ("EEEE، d MMMM", "EEEE، d MMMM y")
_IBERIAN = ("EEEE, d 'de' MMMM", "EEEE, d 'de' MMMM 'de' y")
PATTERNS = {"en": _PLAIN, "cy": _PLAIN, "ur": _ARABIC, "ar": _ARABIC, "pt": _IBERIAN, "es": _IBERIAN}


@cache
def _locale(language: str) -> Locale:
    return Locale.parse("en_GB" if language == "en" else language.replace("-", "_"))


@lru_cache(maxsize=4096)
def _said(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=_locale(language))


def day_words(day: date, *, year: bool = False, language: str | None = None) -> str:
    """A whole date inside a sentence: “Wednesday 14 May”, “dydd Mercher 14 Mai”."""
    language = language or get_language() or "en"
    said = _said(day, PATTERNS.get(language, _COMMA)[year], language)
    return said[0].lower() + said[1:] if language == "cy" else said


def standing(day: date, *, year: bool = False, language: str | None = None) -> str:
    """A whole date on its own or at the start of a line."""
    said = day_words(day, year=year, language=language)
    return said[0].upper() + said[1:]


def short_day(day: date, *, language: str | None = None) -> str:
    """For narrow places: “Wed 14 May”."""
    language = language or get_language() or "en"
    return _said(day, "EEE d MMM", language)


def weekdays_words(weekdays: Collection[int], *, language: str | None = None) -> str:
    """“Mon, Tue, Thu”; a whole run of three days or more as its ends, “Mon–Fri”. Monday is 0."""
    language = language or get_language() or "en"
    days = sorted(weekdays)
    run = len(days) > 2 and days == list(range(days[0], days[-1] + 1))
    said = [
        _said(date.fromordinal(_A_MONDAY + day), "EEE", language)
        for day in ((days[0], days[-1]) if run else days)
    ]
    return ("–" if run else ", ").join(said)


def month_words(day: date, *, language: str | None = None) -> str:
    """The month as a heading: “May 2025”."""
    language = language or get_language() or "en"
    said = _said(day, "LLLL y", language)
    return said[0].upper() + said[1:]


def time_words(at: datetime) -> str:
    """The time on a London clock: “10:40”."""
    return clock.local(at).strftime("%H:%M").removeprefix("0")


def instant_words(at: datetime, *, year: bool = False) -> str:
    """A day and a time: “Wednesday 14 May, 10:40”."""
    return _("%(day)s, %(time)s") % {"day": day_words(clock.day_of(at), year=year), "time": time_words(at)}


def when_words(at: datetime, now: datetime) -> str:
    """How long ago in words people use: “today, 10:40”, “Wednesday 7 May, 10:40”."""
    day, time = clock.day_of(at), time_words(at)
    gone = (clock.day_of(now) - day).days
    if gone == 0:
        return _("today, %(time)s") % {"time": time}
    if gone == 1:
        return _("yesterday, %(time)s") % {"time": time}
    return instant_words(at, year=gone > 300)
