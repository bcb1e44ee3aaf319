"""The only place that reads the time. Everywhere else `now` is an argument.

UTC is stored, Europe/London is shown. A *day* is a London day.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)


def day_of(at: datetime) -> date:
    """The London day an instant falls on."""
    return at.astimezone(LONDON).date()


def today() -> date:
    return day_of(now())


def local(at: datetime) -> datetime:
    """The same instant on a London wall clock."""
    return at.astimezone(LONDON)


def at_london(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """The instant a London wall clock shows `hour:minute` on `day`."""
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


def end_of(day: date) -> datetime:
    """Midnight London at the end of `day`: a due date, or a permit, ends here."""
    return at_london(day + timedelta(days=1))


def last_day(until_at: datetime) -> date:
    """The last day of what ends at `until_at`: what ends at midnight ends with the day before."""
    return day_of(until_at - timedelta.resolution)


def month_of(day: date) -> tuple[datetime, datetime]:
    """The London month of a day: its first instant, and the first instant after it."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return at_london(first), at_london(following)
