"""Jobs that run by the clock: each slot once, however many workers; after days off the latest one, late."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from seren.foundation.jobs import queueing, registry
from seren.foundation.jobs.models import Slot
from seren.foundation.kernel import clock, db

F = TypeVar("F", bound=Callable[..., None])


@dataclass(frozen=True, slots=True)
class Schedule:
    """Every London day at `at`, or every so many `minutes`."""

    name: str
    at: time | None
    minutes: int

    def latest(self, now: datetime) -> str:
        """The slot that began last: the London day, or the start of the interval."""
        if self.at is None:
            length = self.minutes * 60
            start = datetime.fromtimestamp(now.timestamp() // length * length, UTC)
            return start.strftime("%Y-%m-%dT%H:%M")
        day = clock.day_of(now)
        begun = clock.at_london(day, self.at.hour, self.at.minute) <= now
        return str(day if begun else day - timedelta(days=1))


_schedules: dict[str, Schedule] = {}


def every(
    name: str,
    *,
    at: time | None = None,
    minutes: int = 0,
    attempts: int = 5,
    backoff: registry.Backoff | None = None,
) -> Callable[[F], F]:
    """Register a job that runs once a day at `at` (London), or once in `minutes`.

    Its function takes `now`, and `slot` if it wants it: a date, or for minutes a str. A new schedule
    waits for its next slot.
    """
    if (at is None) == (minutes == 0):
        raise ValueError("a schedule has either `at` or `minutes`")

    def scheduled(function: F) -> F:
        registry.job(name, attempts=attempts, backoff=backoff)(function)
        _schedules[name] = Schedule(name, at, minutes)
        return function

    return scheduled


def take_slots(now: datetime | None = None) -> int:
    """Queue what has come due since the last look. Returns how many slots were taken here."""
    now = now or clock.now()
    latest = {name: schedule.latest(now) for name, schedule in _schedules.items()}
    known = set(Slot.objects.filter(name__in=latest, slot__in=latest.values()).values_list("name", "slot"))
    return sum(_take(name, slot, now) for name, slot in latest.items() if (name, slot) not in known)


def _take(name: str, slot: str, now: datetime) -> bool:
    with db.writing(housekeeping=True):
        is_new = not Slot.objects.filter(name=name).exists()
        row, mine = Slot.objects.get_or_create(name=name, slot=slot, defaults={"taken_at": now})
        if is_new or not mine:
            return False
        row.job_id = _queue(name, slot)
        row.save(update_fields=["job_id"])
        return True


def _queue(name: str, slot: str) -> UUID:
    wants_slot = "slot" in registry.of(name).takes
    return queueing.enqueue(name, {"slot": slot} if wants_slot else {}, key=slot)
