"""Days of several settings at once, and who works on one: for pages that speak of today."""

from collections.abc import Callable, Collection
from datetime import date
from uuid import UUID

from django.db.models import BooleanField, DateField, Exists, F, OuterRef, QuerySet, Value

from seren.foundation.access.door import SystemReason, system
from seren.people.provision.models import Absence, Closure, Term, WorkingPattern
from seren.people.provision.queries import works_on
from seren.people.provision.queries.calendar import within

IsOpen = Callable[[date], bool]


def calendars_of(settings: Collection[UUID]) -> dict[UUID, IsOpen]:
    """Terms and closures of all of these, in one query. Ask each of as many days as you like."""
    none = Value(None, output_field=DateField(null=True))
    terms = system(SystemReason.SHOWING, Term).filter(setting__in=settings)
    closed = system(SystemReason.SHOWING, Closure).filter(setting__in=settings)
    rows = (
        terms.order_by()
        .annotate(closed=Value(False, output_field=BooleanField()))
        .values_list("setting_id", "closed", "first_day", "last_day", "half_term_from", "half_term_to")
        .union(
            closed.order_by()
            .annotate(closed=Value(True, output_field=BooleanField()), none_from=none, none_to=none)
            .values_list("setting_id", "closed", "day", F("day"), "none_from", "none_to"),
            all=True,
        )
    )
    held: dict[UUID, tuple[list[tuple[date, date, date | None, date | None]], set[date]]] = {
        setting: ([], set()) for setting in settings
    }
    for setting, is_closed, first, last, pause_from, pause_to in rows:
        terms_of, closures_of = held[setting]
        if is_closed:
            closures_of.add(first)
        else:
            terms_of.append((first, last, pause_from, pause_to))
    return {setting: _open_on(*facts) for setting, facts in held.items()}


def _open_on(terms: list[tuple[date, date, date | None, date | None]], closed: set[date]) -> IsOpen:
    return lambda day: day.weekday() < 5 and day not in closed and any(within(day, term) for term in terms)


def worked_on(day: date) -> "QuerySet[WorkingPattern]":
    """The sessions worked that day, without those of who is away: to narrow by person and setting."""
    away = system(SystemReason.SHOWING, Absence).filter(
        person=OuterRef("person"), setting=OuterRef("setting"), first_day__lte=day, last_day__gte=day
    )
    return system(SystemReason.SHOWING, WorkingPattern).filter(works_on(day)).exclude(Exists(away))
