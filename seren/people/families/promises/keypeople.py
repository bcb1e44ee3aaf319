"""A11 and B17: every child has their own adult on every booked day, told of before it changes, and steady.

The key person counts (E-01, E-02), while they work with children here; the buddy covers, and does not count.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.promises.door import (
    Day,
    Evidence,
    Measured,
    Row,
    Said,
    each,
    figure_of_all,
    share,
)
from seren.foundation.rules.door import need
from seren.people.families.models import Booking, Enrolment, KeyPerson
from seren.people.families.promises.counting import attending, promise_to_children
from seren.people.families.terms import ChangeReason, EnrolmentState, KeyKind
from seren.people.provision.promises import Span, at_work, open_days_of

CHANGES = need("key-person.changes")
_MOMENT = timedelta(microseconds=1)

Days = tuple[date, date]  # first and last, both included


@dataclass
class _Told:
    """What is known of one child in the year."""

    places: list[Days] = field(default_factory=list)
    booked: list[tuple[int, Days]] = field(default_factory=list)
    held: list[Days] = field(default_factory=list)
    changes: int = 0
    untold: date | None = None

    def here(self, day: date) -> bool:
        return any(_in(day, days) for days in self.places)

    def came(self, day: date) -> bool:
        on_weekday = any(weekday == day.weekday() and _in(day, days) for weekday, days in self.booked)
        return on_weekday and self.here(day)

    def had_own_adult(self, day: date) -> bool:
        return any(_in(day, days) for days in self.held)


def _line(measured: Measured) -> str:
    changes = measured.parts.get("changes", 0)
    told = changes - measured.parts.get("untold", 0)
    if changes == 0:
        return _("Nobody’s own adult changed this year.")
    return ngettext(
        "%(changes)d change this year. Told before it happened: %(told)d.",
        "%(changes)d changes this year. Told before they happened: %(told)d.",
        changes,
    ) % {"changes": changes, "told": told}


def _say_days(measured: Measured) -> Said:
    gaps = measured.of - measured.figure
    figure = ngettext("%(gaps)d gap day", "%(gaps)d gap days", gaps) % {"gaps": gaps}
    line = _("in %(of)d days that children were booked") % {"of": measured.of}
    return Said(figure, line, _line(measured))


def _say_child_days(row: Row) -> str:
    if row.code == "nobody":
        return _("Has nobody now. Name somebody today.")
    if row.code == "gap":
        return ngettext(
            "Had nobody on %(days)d booked day. Somebody is named now.",
            "Had nobody on %(days)d booked days. Somebody is named now.",
            row.number,
        ) % {"days": row.number}
    if row.code == "untold":
        return _("A change came before the family was told.")
    return _("Had their own adult on every booked day.")


def _counted_days() -> str:
    return _(
        "We count every open day a child was booked for since September. A day counts when the child’s own "
        "adult was named and worked here. A change counts when the family was told before it."
    )


@promise_to_children("A11", say=_say_days, say_row=_say_child_days, counted=_counted_days)
def own_adult_every_day(day: Day) -> Evidence:
    told = _told(day)
    is_open = open_days_of(day.setting)
    days = [one for one in _every_day(day.year_began, day.today) if is_open(one)]
    rows, booked, gaps = [], 0, 0
    for child, known in sorted(told.items()):
        came = [one for one in days if known.came(one)]
        missed = [one for one in came if not known.had_own_adult(one)]
        booked, gaps = booked + len(came), gaps + len(missed)
        if came or known.here(day.today):
            rows.append(
                _row(child, known, missed, known.here(day.today) and not known.had_own_adult(day.today))
            )
    parts = (
        ("changes", sum(known.changes for known in told.values())),
        ("untold", sum(known.untold is not None for known in told.values())),
    )
    return each(day, rows, day.year_began, parts, booked - gaps, booked)


def _row(child: UUID, known: _Told, missed: list[date], nobody: bool) -> Row:
    if nobody:
        return Row(child, False, "nobody", missed[0] if missed else None, len(missed))
    if missed:
        return Row(child, False, "gap", missed[-1], len(missed), mended=True)
    if known.untold is not None:
        return Row(child, False, "untold", known.untold, mended=True)
    return Row(child, True, "every-day")


def _say_changes(measured: Measured) -> Said:
    changes = measured.parts.get("changes", 0)
    return Said(figure_of_all(measured), _("children with the same adult"), _changes_words(changes))


def _say_child_changes(row: Row) -> str:
    if row.number == 0:
        return _("The same adult all year.")
    return _changes_words(row.number)


def _changes_words(changes: int) -> str:
    if changes == 0:
        return _("No changes this year.")
    return ngettext("%(changes)d change this year.", "%(changes)d changes this year.", changes) % {
        "changes": changes
    }


def _counted_changes() -> str:
    return _(
        "We count the children who come here now. Up to one change a year is fine, or the number you chose. "
        "A change the child or a parent asked for does not count."
    )


@promise_to_children("B17", say=_say_changes, say_row=_say_child_changes, counted=_counted_changes)
def few_changes(day: Day) -> Evidence:
    changes = _changes(day)
    most = day.number(CHANGES)
    rows = [
        Row(coming.child, changes[coming.child] <= most, "changes", number=changes[coming.child])
        for coming in attending(day)
    ]
    return share(day, rows, day.year_began, (("changes", sum(row.number for row in rows)),))


def _changes(day: Day) -> Counter[UUID]:
    asked_for = (ChangeReason.FIRST, ChangeReason.CHILD, ChangeReason.PARENT)
    named = system(SystemReason.PROVING, KeyPerson).filter(
        setting=day.setting, kind=KeyKind.KEY, from_at__gte=day.year_began_at, from_at__lte=day.now
    )
    return Counter(named.exclude(reason__in=asked_for).values_list("child_id", flat=True))


def _told(day: Day) -> dict[UUID, _Told]:
    """Places, bookings and key persons of every child of the setting in the year. Four queries."""
    told: dict[UUID, _Told] = {}
    places = system(SystemReason.PROVING, Enrolment).filter(
        setting=day.setting, state=EnrolmentState.ATTENDING, from_at__lte=day.now
    )
    for child, starts, begun, over in places.values_list("child_id", "starts_on", "from_at", "until_at"):
        first, last = _days(begun, over)
        told.setdefault(child, _Told()).places.append((max(first, starts), last))
    booked = system(SystemReason.PROVING, Booking).filter(setting=day.setting, child__in=list(told))
    for child, weekday, first, until in booked.values_list("child_id", "weekday", "from_day", "until_day"):
        told[child].booked.append((weekday, (first, until or date.max)))
    _hold(day, told)
    return told


def _hold(day: Day, told: dict[UUID, _Told]) -> None:
    work = at_work(day.setting, day.year_began_at)
    named = system(SystemReason.PROVING, KeyPerson).filter(
        setting=day.setting, kind=KeyKind.KEY, from_at__lte=day.now, child__in=list(told)
    )
    for row in named.order_by("from_at"):
        known = told[row.child_id]
        known.held.extend(_together(_days(row.from_at, row.until_at), work.get(row.person_id, ())))
        if row.reason != ChangeReason.FIRST and row.from_at >= day.year_began_at:
            known.changes += 1
            if row.announced_at is None or row.announced_at >= row.from_at:
                known.untold = clock.day_of(row.from_at)


def _together(held: Days, work: Iterable[Span]) -> Iterable[Days]:
    for span in work:
        first, last = _days(*span)
        if max(first, held[0]) <= min(last, held[1]):
            yield max(first, held[0]), min(last, held[1])


def _days(begun: datetime, over: datetime | None) -> Days:
    """The London days a fact touches: a handover at noon gives the day to both."""
    return clock.day_of(begun), date.max if over is None else clock.day_of(over - _MOMENT)


def _in(day: date, days: Days) -> bool:
    return days[0] <= day <= days[1]


def _every_day(first: date, last: date) -> Iterable[date]:
    return (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
