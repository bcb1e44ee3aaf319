"""The ledger of jobs and the slots taken. Ids and counts; of an error, the name of its class."""

from typing import Any

from django.db import models
from django.db.models import Q

from seren.foundation.kernel import ids
from seren.foundation.kernel.constraints import known


class State(models.TextChoices):
    WAITING = "waiting", "waiting for its time"
    RUNNING = "running", "a worker has it"
    DONE = "done", "done"
    DEAD = "dead", "given up"


class Job(models.Model):
    """One piece of work, through all its attempts. `result_id` is the queue's row of the latest one."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    name = models.CharField(max_length=60)
    key = models.CharField(max_length=120, blank=True)
    ids: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    provider_id = models.UUIDField(null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)  # the worker was last known to live
    finished_at = models.DateTimeField(null=True)
    result_id = models.UUIDField(unique=True)
    last_error = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            known("job", "state", State),
            models.UniqueConstraint(
                fields=["name", "key"],
                condition=Q(state=State.WAITING) & ~Q(key=""),
                name="one_waiting_job_per_key",
            ),
        ]
        indexes = [
            models.Index(fields=["name", "key"], condition=Q(state=State.RUNNING), name="jobs_running"),
            models.Index(fields=["finished_at"], condition=Q(state=State.DONE), name="jobs_done"),
            models.Index(fields=["finished_at"], condition=Q(state=State.DEAD), name="jobs_dead"),
        ]


def waiting_for(name: str, *keys: str) -> "models.QuerySet[Job]":
    """Jobs of these keys that nobody has begun. A key is not empty: the index holds no others."""
    return Job.objects.filter(name=name, key__in=keys, state=State.WAITING).exclude(key="")


class Slot(models.Model):
    """One turn of a schedule: whoever writes the row has it, and nobody else can."""

    name = models.CharField(max_length=60)
    slot = models.CharField(max_length=20)  # a London day, or the start of an interval in UTC
    job_id = models.UUIDField(null=True)  # null: noted when the schedule was new, not run
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "slot"], name="one_taker_per_slot")]
