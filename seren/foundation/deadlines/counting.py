"""How days run. Pure functions over dates: no database, no settings, no clock.

Each rule counts in its own way (domain.md, T-00). A due day ends at midnight London.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

DAY = timedelta(days=1)
# A setting without an open day in this many days has not said when it is open.
LONGEST_CLOSURE = 400

IsDay = Callable[[date], bool]


class Uncountable(ValueError):
    """The rule does not count in days, or has nothing to count."""


class NeverOpen(Uncountable):
    """No day counts for more than a year: nobody has said when the setting is open."""


class Counted(Protocol):
    """What is read of a rule: `rules.Value` is one."""

    @property
    def number(self) -> int: ...
    @property
    def unit(self) -> str: ...
    @property
    def counting(self) -> str: ...
    @property
    def starts(self) -> str | None: ...


def add_months(day: date, months: int) -> date:
    """The same date so many months on; the last of the month where there is no such date."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def reaches(born: date, months: int) -> date:
    """The day a child is so many months old. Born on 29 February: 1 March in a common year.

    A person comes of an age as the day of it begins, so a date that is not there is not rounded down.
    """
    day = add_months(born, months)
    return day if day.day == born.day else day + DAY


def window(born: date, opens: int, ends: int) -> tuple[date, date]:
    """First and last day between two ages in months: from a birthday to the day before another (E-20)."""
    return reaches(born, opens), reaches(born, ends) - DAY


def first_from(day: date, is_day: IsDay) -> date:
    """That day, if it counts; else the first after it that does."""
    for _ in range(LONGEST_CLOSURE):
        if is_day(day):
            return day
        day += DAY
    raise NeverOpen(f"no day that counts in {LONGEST_CLOSURE} days before {day}")


def nth_after(day: date, number: int, is_day: IsDay) -> date:
    """The `number`th day after `day` that counts. None: the day itself."""
    for _ in range(number):
        day = first_from(day + DAY, is_day)
    return day


def many(start: date, until: date, is_day: IsDay) -> int:
    """How many days count after `start`, up to and with `until`."""
    return sum(is_day(start + DAY * step) for step in range(1, (until - start).days + 1))


def due(start: date, rule: Counted, *, counts: IsDay, more: int = 0, stopped: int = 0) -> date:
    """The last day. For clear days: the first day the meeting may be held.

    `counts` tells a working day (or an open day, where the rule counts those). `more` is an extension in
    the unit of the rule. `stopped` is how long the clock stood still: in calendar days, or in working or
    open days where the rule counts those.
    """
    number = rule.number + more
    match rule.counting:
        case "working" | "open":
            return nth_after(start, number + stopped, counts)
        case "clear":
            return start + DAY * (number + 1 + stopped)
        case "inclusive":
            return _ahead(start, number, rule) - DAY + DAY * stopped
        case "calendar":
            return _ahead(start, number, rule) + DAY * stopped
        case "month_to_date":
            return first_from(add_months(start, number) + DAY * stopped, counts)
    raise Uncountable(f"{rule.counting} does not end on a day")


def _ahead(start: date, number: int, rule: Counted) -> date:
    if rule.unit == "days":
        return start + DAY * number
    months = number * 12 if rule.unit == "years" else number
    return reaches(start, months) if rule.starts == "birth" else add_months(start, months)


def due_at(start: datetime, rule: Counted) -> datetime:
    """The instant a rule in hours, minutes or seconds ends, in UTC: hours pass, whatever the clocks do."""
    if rule.counting != "hours":
        raise Uncountable(f"{rule.counting} does not end at an instant")
    if start.tzinfo is None:
        raise Uncountable("an instant without a zone is no instant")
    return start.astimezone(UTC) + timedelta(**{rule.unit: rule.number})


def ahead_of(day: date, rule: Counted) -> date:
    """The day to warn of `day`, for a rule that gives the calendar days before it."""
    if rule.counting != "calendar" or rule.unit != "days":
        raise Uncountable(f"{rule.counting} {rule.unit} are not counted back from a day")
    return day - DAY * rule.number


def last_notice(meeting: date, rule: Counted, *, by_post: int = 0) -> date:
    """The last day to give notice of a meeting in clear days; a letter counts as received later (X-20)."""
    if rule.counting != "clear":
        raise Uncountable(f"{rule.counting} are not clear days")
    return meeting - DAY * (rule.number + 1 + by_post)


def halted(paused: date, resumed: date, rule: Counted, *, counts: IsDay) -> int:
    """How long a clock stood still, in what `due` takes as `stopped`. The day of the pause had passed."""
    if rule.counting in ("working", "open"):
        return many(paused, resumed, counts)
    return (resumed - paused).days
