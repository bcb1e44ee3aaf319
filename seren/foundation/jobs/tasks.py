"""The jobs that tend the queue itself."""

from datetime import datetime, time, timedelta

from django.db.models import Max
from django_tasks_db.models import DBTaskResult

from seren.foundation.jobs import attempts, schedule
from seren.foundation.jobs.models import Job, Slot, State
from seren.foundation.jobs.ticks import register_tick
from seren.foundation.kernel import clock, db

_KEPT = timedelta(weeks=1)
_BATCH = 500


@schedule.every("jobs.prune", at=time(3, 20))
def prune(*, now: datetime) -> None:
    """What was done a week ago is forgotten. Dead letters stay."""
    before = now - _KEPT
    while _prune_some(before):
        pass
    with db.writing(housekeeping=True):
        newest = Slot.objects.values("name").annotate(newest=Max("id")).values("newest")
        Slot.objects.filter(taken_at__lt=before).exclude(id__in=newest).delete()


def _prune_some(before: datetime) -> int:
    with db.writing(housekeeping=True):
        old = Job.objects.filter(state=State.DONE, finished_at__lt=before).values_list("id", flat=True)
        gone, _ = Job.objects.filter(id__in=list(old[:_BATCH])).delete()
        spent = DBTaskResult.objects.finished().filter(finished_at__lt=before).values_list("id", flat=True)
        also_gone, _ = DBTaskResult.objects.filter(id__in=list(spent[:_BATCH])).delete()
    return gone + also_gone


def reap() -> None:
    attempts.reap(clock.now())


register_tick(reap, 15)
register_tick(schedule.take_slots, 10)
