"""What the ledger says: who was told what, when, on which channel, and who was not reached.

Nothing here asks who is looking: the room that shows it narrows by what its reader may see.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet, UUIDField

from seren.foundation.access.door import SystemReason, prepared_question, system
from seren.foundation.jobs.door import enqueue
from seren.foundation.kernel import db
from seren.foundation.kernel.questions import Question, question
from seren.foundation.notify.kinds import Told, told
from seren.foundation.notify.models import Channel, Delivery, Notice, Outcome, Urgency


@dataclass(frozen=True, slots=True)
class Line:
    """One adult's line in the ledger of a notice."""

    person: UUID
    channel: Channel
    planned_at: datetime
    sent_at: datetime | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Unreached:
    """A delivery that was given up. `error` is the mail server's number, or the class of what went wrong."""

    id: UUID
    notice: UUID
    kind: str
    setting: UUID | None
    person: UUID
    urgent: bool
    planned_at: datetime
    attempts: int
    error: str


def notices_of(subject: UUID) -> tuple[Told, ...]:
    """Every notice of a subject, the oldest first."""
    rows = system(SystemReason.SHOWING, Notice).filter(subject_id=subject)
    return tuple(told(row) for row in rows.order_by("created_at", "id"))


def ledger(notice: UUID) -> tuple[Line, ...]:
    """One line an adult. `notices_of` tells when it was released: one instant for all of them."""
    rows = system(SystemReason.SHOWING, Delivery).filter(notice_id=notice).order_by("person_id")
    return tuple(
        Line(row.person_id, Channel(row.channel), row.planned_at, row.sent_at, Outcome(row.outcome))
        for row in rows
    )


def dead_deliveries(provider: UUID, setting: UUID | None = None, *, most: int = 100) -> tuple[Unreached, ...]:
    """Adults who were not reached, the latest first."""
    rows = _dead(provider, setting).select_related("notice")
    return tuple(_unreached(row) for row in rows[:most])


@prepared_question(provider=UUIDField(), setting=UUIDField())
def dead_asked(provider: UUID, setting: UUID, *, most: int = 100) -> Question[list[datetime]]:
    """When each of them was to be reached: for a list that opens none of them."""
    return question(
        lambda rows: [at for (at,) in rows], _dead(provider, setting).values_list("planned_at")[:most]
    )


def _dead(provider: UUID, setting: UUID | None) -> "QuerySet[Delivery]":
    rows = system(SystemReason.SHOWING, Delivery).filter(provider_id=provider, outcome=Outcome.DEAD)
    if setting is not None:
        rows = rows.filter(notice__setting_id=setting)
    return rows.order_by("-planned_at", "id")


def deliver_again(delivery: UUID, now: datetime) -> bool:
    """Somebody has mended the address: all attempts again. False where it is not given up (any more)."""
    with db.writing(housekeeping=True):
        dead = system(SystemReason.TELLING, Delivery).filter(id=delivery, outcome=Outcome.DEAD)
        again = dead.update(outcome=Outcome.WAITING, attempts=0, planned_at=now, digest_on=None)
        if again:
            enqueue("notify.deliver", {"delivery": delivery}, key=str(delivery))
    return bool(again)


def _unreached(row: Delivery) -> Unreached:
    return Unreached(
        id=row.id,
        notice=row.notice_id,
        kind=row.notice.kind,
        setting=row.notice.setting_id,
        person=row.person_id,
        urgent=row.notice.urgency == Urgency.NOW,
        planned_at=row.planned_at,
        attempts=row.attempts,
        error=row.last_error,
    )
