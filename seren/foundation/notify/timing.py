"""When an adult may be disturbed. Quiet hours are London wall clock, whatever the clocks do that night."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from seren.foundation.kernel.clock import LONDON, at_london, day_of, local
from seren.foundation.notify.models import Channel, Urgency
from seren.foundation.notify.reaching import Reach

_SATURDAY = 5
_DAYS_AHEAD = 8  # every wish leaves an opening within a week


def quiet(reach: Reach, at: datetime) -> bool:
    """Nothing is sent to this adult at that instant, unless it is urgent."""
    here = local(at)
    if reach.quiet_weekends and here.weekday() >= _SATURDAY:
        return True
    clock = here.time()
    if reach.quiet_from <= reach.quiet_to:
        return reach.quiet_from <= clock < reach.quiet_to
    return clock >= reach.quiet_from or clock < reach.quiet_to


def next_opening(reach: Reach, at: datetime) -> datetime:
    """`at` itself where it is not quiet, else the first instant after it that is not."""
    if not quiet(reach, at):
        return at
    later = (edge for edge in _edges(reach, day_of(at)) if edge > at and not quiet(reach, edge))
    return min(later)


def _edges(reach: Reach, first: date) -> Iterator[datetime]:
    """The instants at which quiet can end: `quiet_to`, midnight after a weekend, a change of clocks."""
    for ahead in range(_DAYS_AHEAD + 1):
        day = first + timedelta(days=ahead)
        yield at_london(day)
        yield datetime.combine(day, time(1), UTC)  # British clocks change at 01:00 UTC
        for fold in (0, 1):  # an hour that comes twice ends quiet twice
            yield datetime.combine(day, reach.quiet_to, LONDON).replace(fold=fold).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where and when one adult is told. `digest_on` is a London day where it goes with that day's digest."""

    channel: Channel
    at: datetime
    digest_on: date | None = None


def plan(reach: Reach, urgency: Urgency, now: datetime, hour: time, *, after: datetime | None = None) -> Plan:
    """By each one's wishes. Digests before `after` are gone already."""
    if reach.on_paper:
        return Plan(Channel.PAPER, now)
    if reach.email is None:
        return Plan(Channel.PAGE, now)
    if urgency == Urgency.NOW:
        return Plan(Channel.EMAIL, now)
    if not reach.digest:
        return Plan(Channel.EMAIL, next_opening(reach, now))
    at = next_digest(reach, hour, max(now, after or now))
    return Plan(Channel.EMAIL, at, day_of(at))


def next_digest(reach: Reach, hour: time, at: datetime) -> datetime:
    """The setting's hour on the next day it is not quiet then; where it always is, the next opening."""
    days = (day_of(at) + timedelta(days=ahead) for ahead in range(_DAYS_AHEAD + 1))
    slots = [slot for day in days if (slot := at_london(day, hour.hour, hour.minute)) >= at]
    return next((slot for slot in slots if not quiet(reach, slot)), None) or next_opening(reach, slots[0])
