"""Release: one instant for the whole notice, one delivery for each adult, by each one's wishes."""

from collections.abc import Iterable
from datetime import datetime, time
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.jobs.door import enqueue
from seren.foundation.kernel import db
from seren.foundation.kernel.clock import day_of, end_of
from seren.foundation.notify import kinds, reaching, timing
from seren.foundation.notify.models import Channel, Delivery, Notice, Outcome, Urgency


def release(notice: UUID, now: datetime) -> None:
    """Once: a notice withdrawn, or released already, is left as it is."""
    row = _unreleased(notice)
    if row is None:
        return
    kind, told = kinds.of(row.kind), kinds.told(row)
    people = tuple(dict.fromkeys(kind.audience(told, now)))
    reaches = reaching.reach_of(people)
    digested = digested_today(people, now)
    hour = reaching.digest_hour(row.setting_id)
    planned = [
        _delivery(row, person, _plan(row, reaches.get(person), now, hour, person in digested), now)
        for person in people
    ]
    with db.writing(housekeeping=True):
        held = system(SystemReason.TELLING, Notice).filter(id=notice, released_at=None, withdrawn_at=None)
        if held.update(released_at=now):
            system(SystemReason.TELLING, Delivery).bulk_create(planned)
            queue(planned)


def digested_today(people: Iterable[UUID], now: datetime) -> set[UUID]:
    """Those whose digest of this London day has gone: there is one a day."""
    gone = system(SystemReason.TELLING, Delivery).filter(
        person_id__in=list(people), digest_on=day_of(now), outcome=Outcome.DIGESTED
    )
    return set(gone.values_list("person_id", flat=True))


def queue(deliveries: Iterable[Delivery]) -> None:
    """A job for each mail: one for a delivery of its own, one for all of a person's digest of a day."""
    for row in deliveries:
        if row.channel != Channel.EMAIL or row.outcome != Outcome.WAITING:
            continue
        if row.digest_on is None:
            urgent = row.notice.urgency == Urgency.NOW
            job = "notify.deliver_now" if urgent else "notify.deliver"
            ids = {"delivery": str(row.id)}
        else:
            job, ids = "notify.digest", {"person": str(row.person_id), "day": str(row.digest_on)}
        key = ":".join(ids.values())
        enqueue(job, ids, run_at=row.planned_at, key=key, provider=row.provider_id)


def place(row: Delivery, plan: timing.Plan, now: datetime) -> None:
    """Put the plan on the row. On their pages it is told as soon as it is released."""
    on_page = plan.channel == Channel.PAGE
    row.channel, row.planned_at, row.digest_on = plan.channel, plan.at, plan.digest_on
    row.outcome = Outcome.SENT if on_page else Outcome.WAITING
    row.sent_at = now if on_page else None


def _unreleased(notice: UUID) -> Notice | None:
    rows = system(SystemReason.TELLING, Notice)
    return rows.filter(id=notice, released_at=None, withdrawn_at=None).first()


def _plan(
    notice: Notice, reach: reaching.Reach | None, now: datetime, hour: time, digested: bool
) -> timing.Plan | None:
    if reach is None:
        return None
    after = end_of(day_of(now)) if digested else None
    return timing.plan(reach, Urgency(notice.urgency), now, hour, after=after)


def _delivery(notice: Notice, person: UUID, plan: timing.Plan | None, now: datetime) -> Delivery:
    row = Delivery(provider_id=notice.provider_id, notice=notice, person_id=person)
    place(row, plan or timing.Plan(Channel.PAGE, now), now)
    if plan is None:  # in the audience, but in no address book: the ledger shows it
        row.outcome, row.sent_at = Outcome.DROPPED, None
    return row
