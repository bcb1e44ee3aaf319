"""Putting a job into the queue, in the transaction of whoever asks."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from seren.foundation.jobs import arguments, registry
from seren.foundation.jobs.models import Job, waiting_for
from seren.foundation.kernel import clock, db, ids

_NOTHING: Mapping[str, arguments.Id] = MappingProxyType({})
_URGENT = 50
_BATCH = 500
_RACES = 5  # another process may queue, or a worker may take, the same key in the same instant


@task()  # type: ignore[untyped-decorator, unused-ignore]
def perform(job_id: str) -> None:
    """The one task the queue knows: run that job's function with its ids and a fresh `now`."""
    job = Job.objects.get(id=job_id)
    definition = registry.of(job.name)
    definition.function(**arguments.read(definition.takes, job.ids), now=clock.now())


def enqueue(
    job: str | Callable[..., None],
    ids: Mapping[str, arguments.Id] = _NOTHING,
    *,
    run_at: datetime | None = None,
    key: str = "",
    provider: UUID | None = None,
) -> UUID:
    """Queue a job, by its name or its function. Rolled back with the transaction that asked.

    While one of the same `key` waits, it is that one, at the earlier of both times. One that runs already
    does not count: it may have read what it needs before this was written. Returns the job's id.
    Raises UnknownJob, and NotAnId for anything that is no id.
    """
    definition = registry.of(job)
    arguments.read(definition.takes, ids)
    now = clock.now()
    due = run_at or now
    with db.writing(housekeeping=True):
        for _ in range(_RACES):
            waiting = _waiting(definition.name, key) if key else None
            if waiting is not None:
                return _brought_forward(waiting, due)
            made = _queue(definition, ids, key, due, now, provider)
            if made is not None:
                return made
    raise RuntimeError(f"{definition.name}: its waiting job has lost its row in the queue")


def drop(job: str | Callable[..., None], keys: Iterable[str]) -> int:
    """Jobs of these keys that still wait need not be done: out of the queue. Returns how many.

    One that runs already is left to its worker.
    """
    name = registry.of(job).name
    wanted, dropped = list(keys), 0
    with db.writing(housekeeping=True):
        for start in range(0, len(wanted), _BATCH):
            waiting = waiting_for(name, *wanted[start : start + _BATCH])
            results = list(waiting.values_list("result_id", flat=True))
            ready = DBTaskResult.objects.select_for_update().filter(id__in=results)
            free = list(ready.filter(status=TaskResultStatus.READY).values_list("id", flat=True))
            dropped += Job.objects.filter(result_id__in=free).delete()[0]
            DBTaskResult.objects.filter(id__in=free).delete()
    return dropped


def queue_attempt(definition: registry.Definition, job_id: UUID, due: datetime) -> UUID:
    """A row in the queue for one attempt at a job. Returns the row's id."""
    priority = _URGENT if definition.urgent else 0
    return UUID(perform.using(run_after=due, priority=priority).enqueue(str(job_id)).id)


def forget_attempt(result_id: UUID) -> None:
    DBTaskResult.objects.filter(id=result_id).delete()


def _queue(
    definition: registry.Definition,
    given: Mapping[str, arguments.Id],
    key: str,
    due: datetime,
    now: datetime,
    provider: UUID | None,
) -> UUID | None:
    """The new job's id, or None where somebody else queued the same key in this instant."""
    job = Job(
        id=ids.new(),
        name=definition.name,
        key=key,
        ids=arguments.packed(given),
        provider_id=provider,
        made_at=now,
        due_at=due,
    )
    job.result_id = queue_attempt(definition, job.id, due)
    Job.objects.bulk_create([job], ignore_conflicts=True)
    if not key or Job.objects.filter(id=job.id).exists():
        return job.id
    forget_attempt(job.result_id)
    return None


def _waiting(name: str, key: str) -> Job | None:
    """The waiting job of that key, held so that no worker takes it before this transaction ends."""
    job = waiting_for(name, key).first()
    if job is None:
        return None
    held = DBTaskResult.objects.select_for_update().filter(id=job.result_id)
    return job if held.filter(status=TaskResultStatus.READY).first() else None


def _brought_forward(job: Job, due: datetime) -> UUID:
    if due < job.due_at:
        Job.objects.filter(id=job.id).update(due_at=due)
        DBTaskResult.objects.filter(id=job.result_id).update(run_after=due)
    return job.id
