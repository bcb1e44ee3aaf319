"""One attempt: taken from the queue, and what became of it. Each step is one short transaction.

An attempt is known by its row in the queue: a worker that was thought dead and finishes after all finds
that the job has another row by now, and changes nothing.
"""

import logging
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from seren.foundation.jobs import arguments, registry
from seren.foundation.jobs.models import Job, State, waiting_for
from seren.foundation.jobs.queueing import perform, queue_attempt
from seren.foundation.kernel import closing, db

log = logging.getLogger(__name__)

_LOOKED_AT = 10  # how many that are due are tried before a worker goes back to sleep


def claim(worker: str, now: datetime) -> Job | None:
    """The next job that is due, now this worker's. None where there is none, or others have them all.

    While Seren is closed all of them wait: no mail leaves, whatever made it.
    """
    if closing.closed_since() is not None:
        return None
    for result_id in _ready(now).values_list("id", flat=True)[:_LOOKED_AT]:
        with db.writing(housekeeping=True):
            job = _taken(result_id, worker, now)
        if job is not None:
            return job
    return None


def _ready(now: datetime) -> "QuerySet[Any]":
    ready: QuerySet[Any] = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY, run_after__lte=now, task_path=perform.module_path
    )
    return ready


def _taken(result_id: UUID, worker: str, now: datetime) -> Job | None:
    result = _ready(now).filter(id=result_id).select_for_update(skip_locked=True).first()
    if result is None:
        return None
    job = Job.objects.filter(result_id=result_id, state=State.WAITING).first()
    if job is None:
        result.delete()  # a row without its job: nothing to be done
        return None
    if job.key and Job.objects.filter(name=job.name, key=job.key, state=State.RUNNING).exists():
        return None  # the same key runs elsewhere: one after the other
    result.claim(worker)
    job.state, job.attempts, job.started_at, job.beat_at = State.RUNNING, job.attempts + 1, now, now
    job.save(update_fields=["state", "attempts", "started_at", "beat_at"])
    return job


def beat(job_id: UUID, now: datetime) -> None:
    """The worker lives and is still at it."""
    with db.writing(housekeeping=True):
        Job.objects.filter(id=job_id, state=State.RUNNING).update(beat_at=now)


def done(job: Job, now: datetime) -> None:
    with db.writing(housekeeping=True):
        if _mine(job).update(state=State.DONE, finished_at=now, last_error=""):
            _close(job, TaskResultStatus.SUCCESSFUL, now)


def failed(
    job: Job, error: str, now: datetime, *, hopeless: bool = False, wait: timedelta | None = None
) -> None:
    """Another attempt after the back-off (or `wait`), or none: after the last one it is a dead letter.

    `error` is the name of a class, never a message: messages carry content.
    """
    definition = _definition(job.name)
    with db.writing(housekeeping=True):
        if not _mine(job).select_for_update().first():
            return
        _close(job, TaskResultStatus.FAILED, now, error)
        if hopeless or job.attempts >= definition.attempts:
            _mine(job).update(state=State.DEAD, finished_at=now, last_error=error)
            _tell_dead(job, definition, now)
        elif job.key and waiting_for(job.name, job.key).exists():
            _mine(job).update(state=State.DONE, finished_at=now, last_error=error)  # that one does the work
        else:
            pause = definition.backoff.after(job.attempts) if wait is None else wait
            _again(job, definition, error, now + pause)


def _mine(job: Job) -> "QuerySet[Job]":
    return Job.objects.filter(id=job.id, state=State.RUNNING, result_id=job.result_id)


def _close(job: Job, status: TaskResultStatus, now: datetime, error: str = "") -> None:
    closed = DBTaskResult.objects.filter(id=job.result_id)
    closed.update(status=status, finished_at=now, exception_class_path=error, traceback="")


def _again(job: Job, definition: registry.Definition, error: str, due: datetime) -> None:
    fresh = queue_attempt(definition, job.id, due)
    _mine(job).update(state=State.WAITING, result_id=fresh, due_at=due, last_error=error)


def _definition(name: str) -> registry.Definition:
    try:
        return registry.of(name)
    except registry.UnknownJob:  # a worker older than the code that queued it: wait for the newer one
        return registry.Definition(name, perform.func, {}, 5, registry.Backoff(), False, None)


def _tell_dead(job: Job, definition: registry.Definition, now: datetime) -> None:
    log.error("job %s %s: given up after %d attempts", job.name, job.id, job.attempts)
    if definition.when_dead is None:
        return
    try:
        with transaction.atomic():
            definition.when_dead(**arguments.read(definition.takes, job.ids), now=now)
    except Exception as broken:
        log.error("job %s %s: %s while giving up", job.name, job.id, type(broken).__name__)


SILENT = timedelta(seconds=60)


def reap(now: datetime) -> int:
    """Queue again what a killed worker left: running, and silent for longer than `SILENT`. Says how many."""
    left = list(Job.objects.filter(state=State.RUNNING, beat_at__lt=now - SILENT))
    for job in left:
        log.warning("job %s %s: its worker is gone", job.name, job.id)
        failed(job, "WorkerGone", now, wait=timedelta(0))  # it has waited for `SILENT` already
    return len(left)
