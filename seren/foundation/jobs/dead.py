"""Dead letters: jobs that were given up. They stay until somebody has dealt with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.jobs import queueing, registry
from seren.foundation.jobs.models import Job, State, waiting_for
from seren.foundation.kernel import db
from seren.foundation.kernel.questions import Question, question


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A job given up: what, on which ids, when, and the class of the last error."""

    id: UUID
    name: str
    ids: Mapping[str, str | int]
    attempts: int
    died_at: datetime
    error: str


def dead_letters(provider: UUID | None = None, *, most: int = 100) -> tuple[DeadLetter, ...]:
    """The latest first. With `provider`, only that provider's: jobs queued without one are for `doctor`."""
    return tuple(_letter(job) for job in _dead(provider)[:most])


def dead_asked(provider: UUID, *, most: int = 100) -> Question[list[datetime]]:
    """When each of them was given up: for a list that opens none of them."""
    rows = _dead(provider).values_list("finished_at", "due_at")[:most]
    return question(lambda found: [finished or due for finished, due in found], rows)


def _dead(provider: UUID | None) -> "QuerySet[Job]":
    dead = Job.objects.filter(state=State.DEAD)
    if provider is not None:
        dead = dead.filter(provider_id=provider)
    return dead.order_by("-finished_at")


def _letter(job: Job) -> DeadLetter:
    died = job.finished_at or job.due_at
    return DeadLetter(job.id, job.name, job.ids, job.attempts, died, job.last_error)


def try_again(letter: UUID, now: datetime) -> bool:
    """Begin again with all its attempts. False where it is no dead letter (any more), or waits already."""
    with db.writing(housekeeping=True):
        job = Job.objects.select_for_update().filter(id=letter, state=State.DEAD).first()
        if job is None:
            return False
        if job.key and waiting_for(job.name, job.key).exists():
            job.delete()
            return False
        job.result_id = queueing.queue_attempt(registry.of(job.name), job.id, now)
        job.state, job.attempts, job.due_at, job.finished_at = State.WAITING, 0, now, None
        job.save(update_fields=["result_id", "state", "attempts", "due_at", "finished_at"])
        return True
