"""The days of the world: terms around today, closures, and the instant everything was built up to.

A demo is never on holiday: where today lies between two terms, the one before it goes on until today.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from seren.foundation.kernel import clock

DAY = timedelta(days=1)
MON, WED, FRI = 0, 2, 4
_AT = (10, 40)  # the wall clock the world has come to


@dataclass(frozen=True)
class Term:
    """First and last day, and the pause in the middle, all included."""

    name: str
    first: date
    last: date
    pause: tuple[date, date]

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last and not self.pause[0] <= day <= self.pause[1]


@dataclass(frozen=True)
class Calendar:
    """When one setting is open."""

    terms: tuple[Term, ...]
    closed: dict[date, str]

    def is_open(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.closed and any(term.holds(day) for term in self.terms)

    def open_days(self, first: date, last: date) -> list[date]:
        return [day for day in _days(first, last) if self.is_open(day)]

    def open_day_before(self, day: date, many: int = 1) -> date:
        """The open day so many open days before `day`; 0 gives the day itself, or the last open one."""
        while many or not self.is_open(day):
            day -= DAY
            many -= self.is_open(day) and many > 0
        return day


def present(today: date, now: datetime, calendar: Calendar) -> datetime:
    """The instant the world has come to: mid-morning of the last open day, never later than now."""
    day = calendar.open_day_before(today, 0)
    at = clock.at_london(day, *_AT)
    return at if at <= now else clock.at_london(calendar.open_day_before(day), *_AT)


def school_calendar(today: date, welsh: bool = False) -> Calendar:
    """Three school years of terms. `welsh`: the day setting, which opens in most of the holidays too."""
    begins = today.year if today.month >= 9 else today.year - 1
    years = range(begins - 1, begins + 2)
    terms = [term for year in years for term in (_long_terms(year) if welsh else _terms(year))]
    stretched = tuple(_with_today(terms, today))
    holidays = _bank_holidays(begins - 1, begins + 2, welsh) | _own_closures(years, welsh)
    closed = {day: why for day, why in holidays.items() if day != today}
    return Calendar(
        stretched,
        {day: why for day, why in sorted(closed.items()) if any(term.holds(day) for term in stretched)},
    )


def _terms(year: int) -> Iterator[Term]:
    """The school year that begins in September of `year`."""
    easter = easter_sunday(year + 1)
    autumn = _first(MON, date(year, 9, 1)) + DAY
    half = _first(MON, date(year, 10, 24))
    yield Term("Autumn term", autumn, _last(FRI, date(year, 12, 20)), (half, half + 4 * DAY))
    half = _first(MON, date(year + 1, 2, 13))
    yield Term(
        "Spring term",
        _first(MON, date(year + 1, 1, 3)),
        _last(FRI, easter - 9 * DAY),
        (half, half + 4 * DAY),
    )
    half = _last(MON, date(year + 1, 5, 31))
    yield Term("Summer term", easter + 8 * DAY, _last(WED, date(year + 1, 7, 23)), (half, half + 4 * DAY))


def _long_terms(year: int) -> Iterator[Term]:
    """The day setting: its pauses are two days of training."""
    easter = easter_sunday(year + 1)
    half = _first(MON, date(year, 10, 24))
    yield Term("Tymor yr hydref", date(year, 9, 1), date(year, 12, 23), (half, half + DAY))
    half = _first(MON, date(year + 1, 2, 13))
    yield Term("Tymor y gwanwyn", date(year + 1, 1, 2), easter - 3 * DAY, (half, half + DAY))
    half = _last(MON, date(year + 1, 5, 31))
    yield Term("Tymor yr haf", easter + 2 * DAY, date(year + 1, 8, 22), (half, half + DAY))


def _with_today(terms: list[Term], today: date) -> Iterator[Term]:
    for number, term in enumerate(terms):
        following = terms[number + 1].first if number + 1 < len(terms) else date.max
        if term.pause[0] <= today <= term.pause[1] + 2 * DAY:
            later = _first(MON, today + DAY)
            yield replace(term, pause=(later, later + (term.pause[1] - term.pause[0])))
        elif term.last < today < following:
            yield replace(term, last=today)
        else:
            yield term


def _own_closures(years: range, welsh: bool) -> dict[date, str]:
    why = "Diwrnod hyfforddi’r staff" if welsh else "Staff training day"
    boiler = "Trwsio’r gwres" if welsh else "The heating is being mended"
    closed = {}
    for year in years:
        closed[_last(FRI, date(year, 11, 20))] = why
        closed[_first(WED, date(year + 1, 1, 20))] = boiler
        closed[_last(FRI, date(year + 1, 6, 28))] = why
    return closed


def _bank_holidays(first: int, last: int, welsh: bool) -> dict[date, str]:
    why = "Gŵyl y banc" if welsh else "Bank holiday"
    found = {}
    for year in range(first, last + 1):
        easter = easter_sunday(year)
        for day in (
            date(year, 1, 1),
            easter - 2 * DAY,
            easter + DAY,
            _first(MON, date(year, 5, 1)),
            _last(MON, date(year, 5, 31)),
            _last(MON, date(year, 8, 31)),
            date(year, 12, 25),
            date(year, 12, 26),
        ):
            found[day] = why
    return found


def easter_sunday(year: int) -> date:
    """By the Gregorian computus, in Gauss's arrangement as Butcher wrote it down."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _first(weekday: int, day: date) -> date:
    """That weekday, on or after."""
    return day + DAY * ((weekday - day.weekday()) % 7)


def _last(weekday: int, day: date) -> date:
    """That weekday, on or before."""
    return day - DAY * ((day.weekday() - weekday) % 7)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + DAY * number for number in range((last - first).days + 1))
