"""Days of work in England and Wales, and the year we measure by. No bank holiday is guessed."""

from datetime import date, timedelta

from seren.foundation.rules.lookup import value
from seren.foundation.rules.packs import library

DAY = timedelta(days=1)


class BeyondCalendar(LookupError):
    """Bank holidays of that year are not in `packs/bank-holidays.toml`."""


def working_day(day: date) -> bool:
    """Monday to Friday, no bank holiday. Raises BeyondCalendar outside the published years."""
    holidays = library().holidays.get(day.year)
    if holidays is None:
        raise BeyondCalendar(f"no bank holidays of {day.year}: add them to bank-holidays.toml")
    return day.weekday() < 5 and day not in holidays


def next_working_day(day: date) -> date:
    """That day, if it is one; else the first after it."""
    while not working_day(day):
        day += DAY
    return day


def add_working_days(day: date, number: int) -> date:
    """The `number`th working day after `day` (before it, if below zero). None: the day itself."""
    step = DAY if number >= 0 else -DAY
    for _ in range(abs(number)):
        day += step
        while not working_day(day):
            day += step
    return day


def calendar_ends() -> date:
    """The last day whose bank holidays are known: `doctor` warns a year before."""
    return date(max(library().holidays), 12, 31)


def term_year(day: date) -> tuple[date, date]:
    """First and last day of the year we measure by: 1 September to 31 August."""
    month = value("england", "year.begins", day).number
    first = date(day.year if day.month >= month else day.year - 1, month, 1)
    return first, date(first.year + 1, month, 1) - DAY
