"""The jobs of notify. Their arguments are ids; what they mean is looked up when they run."""

from datetime import date, datetime, time
from uuid import UUID

from seren.foundation.jobs.door import Backoff, every, job
from seren.foundation.notify import delivering, direct, releasing
from seren.foundation.notify.models import Outcome

PATIENCE = Backoff(first=60, times=4, most=4 * 60 * 60)


@job("notify.release", attempts=8, urgent=True)
def release(*, notice: UUID, now: datetime) -> None:
    releasing.release(notice, now)


def _not_delivered(*, delivery: UUID, now: datetime) -> None:
    delivering.give_up(delivering.open_one(delivery))


@job("notify.deliver", attempts=6, backoff=PATIENCE, when_dead=_not_delivered)
def deliver(*, delivery: UUID, now: datetime) -> None:
    delivering.deliver(delivery, now)


@job("notify.deliver_now", attempts=6, backoff=PATIENCE, urgent=True, when_dead=_not_delivered)
def deliver_now(*, delivery: UUID, now: datetime) -> None:
    delivering.deliver(delivery, now)


def _not_digested(*, person: UUID, day: date, now: datetime) -> None:
    delivering.give_up(delivering.open_of(person, day))


@job("notify.digest", attempts=6, backoff=PATIENCE, when_dead=_not_digested)
def digest(*, person: UUID, day: date, now: datetime) -> None:
    delivering.digest(person, day, now)


def _not_gone(*, mail: UUID, now: datetime) -> None:
    direct.erase(mail, Outcome.DEAD)


SOON = Backoff(first=10, times=3, most=5 * 60)


@job("notify.outgoing", attempts=5, backoff=SOON, urgent=True, when_dead=_not_gone)
def outgoing(*, mail: UUID, now: datetime) -> None:
    direct.post_outgoing(mail, now)


@every("notify.prune", at=time(3, 40))
def prune(*, now: datetime) -> None:
    direct.prune(now)
