"""What provision knows for promises: which settings there are, their terms and their open days."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import SystemReason, system
from seren.foundation.promises.door import Place, register_places
from seren.foundation.rules.door import working_day
from seren.people.provision.models import Closure, Membership, Setting, Term
from seren.people.provision.terms import WITH_CHILDREN

_LONGEST_LOOK = 400  # days: a calendar that shows no open day for longer than a year says nothing

Span = tuple[datetime, datetime | None]


def _places() -> Iterator[Place]:
    rows = system(SystemReason.PROVING, Setting).order_by("id").values_list("id", "provider_id", "nation")
    yield from (Place(*row) for row in rows)


register_places(_places)


def open_days_of(setting: UUID) -> Callable[[date], bool]:
    """Terms and closures, read once: ask it of as many days as you like."""
    closed = set(system(SystemReason.PROVING, Closure).filter(setting=setting).values_list("day", flat=True))
    terms = list(
        system(SystemReason.PROVING, Term)
        .filter(setting=setting)
        .values_list("first_day", "last_day", "half_term_from", "half_term_to")
    )

    def is_open(day: date) -> bool:
        if day.weekday() >= 5 or day in closed:
            return False
        return any(first <= day <= last and not _paused(day, out, back) for first, last, out, back in terms)

    return is_open


def _paused(day: date, out: date | None, back: date | None) -> bool:
    return out is not None and back is not None and out <= day <= back


def open_days_back(setting: UUID, today: date, *counts: int) -> list[date]:
    """For each count the day from which so many open days have gone by.

    Without a calendar, working days stand for them.
    """
    is_open = open_days_of(setting)
    return [_back(is_open, today, count) or _back(working_day, today, count) or today for count in counts]


def _back(is_open: Callable[[date], bool], today: date, count: int) -> date | None:
    day, left = today, count
    while left > 0 and (today - day).days < _LONGEST_LOOK:
        day = date.fromordinal(day.toordinal() - 1)
        left -= is_open(day)
    return day if left == 0 else None


def terms_began(setting: UUID, today: date) -> tuple[date, date] | None:
    """The first day of the term of today (in holidays: of the last one), and of the term before it."""
    begun = system(SystemReason.PROVING, Term).filter(setting=setting, first_day__lte=today)
    days = list(begun.order_by("-first_day").values_list("first_day", flat=True)[:2])
    return (days[0], days[-1]) if days else None


def at_work(setting: UUID, since: datetime) -> dict[UUID, list[Span]]:
    """Who worked with children there since then: per adult the stretches of their roles."""
    held = system(SystemReason.PROVING, Membership).filter(setting=setting, role__in=list(WITH_CHILDREN))
    held = held.filter(Q(until_at__isnull=True) | Q(until_at__gt=since))
    found: dict[UUID, list[Span]] = {}
    for person, begun, over in held.values_list("person_id", "from_at", "until_at"):
        found.setdefault(person, []).append((begun, over))
    return found
