"""The open days of a setting: its terms and closures, read once."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel.questions import Question, ask, question
from seren.people.provision.models import Closure, Term

OpenOn = Callable[[date], bool]
TermDays = tuple[date, date, date | None, date | None]


def calendar_of(setting: UUID) -> OpenOn:
    """Ask it of as many days as you like. One query."""
    return ask(calendar_asked(setting))


def calendar_asked(setting: UUID) -> Question[OpenOn]:
    closed = system(SystemReason.SHOWING, Closure).filter(setting=setting).values_list("day")
    terms = system(SystemReason.SHOWING, Term).filter(setting=setting)
    days = ("first_day", "last_day", "half_term_from", "half_term_to")
    return question(_calendar, closed, terms.values_list(*days))


def days_open(is_open: OpenOn, first: date, last: date) -> list[date]:
    """Those from `first` to `last`, both included."""
    days = (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
    return [day for day in days if is_open(day)]


def within(day: date, term: TermDays) -> bool:
    """Whether a day lies in a term (first, last, half-term from and to)."""
    first, last, pause_from, pause_to = term
    paused = pause_from is not None and pause_to is not None and pause_from <= day <= pause_to
    return first <= day <= last and not paused


def _calendar(closures: Iterable[tuple[date]], terms: Iterable[TermDays]) -> OpenOn:
    closed, held = {day for (day,) in closures}, list(terms)
    return lambda day: day.weekday() < 5 and day not in closed and any(within(day, term) for term in held)
