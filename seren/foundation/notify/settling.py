"""Notices of a past that is written down now: a demo world, an import of old records. Nobody is mailed."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q

from seren.foundation.access.door import SystemReason, system
from seren.foundation.jobs.door import drop
from seren.foundation.kernel import db
from seren.foundation.kernel.clock import day_of
from seren.foundation.notify import kinds
from seren.foundation.notify.models import Notice

_BATCH = 500


def settle_past(*, before: datetime) -> int:
    """What was to be told before that instant counts as released at its own instant, without deliveries.

    Its queued jobs go. Later notices stay as they are. Returns how many were settled.
    """
    with db.writing(housekeeping=True):
        past = system(SystemReason.BUILDING, Notice).filter(created_at__lt=before, released_at=None)
        ids: list[UUID] = []
        by_undo: dict[int, list[UUID]] = {}
        for notice, kind, made in past.values_list("id", "kind", "created_at"):
            ids.append(notice)
            by_undo.setdefault(kinds.of(kind).undo(day_of(made)), []).append(notice)
        for seconds, told in by_undo.items():
            for start in range(0, len(told), _BATCH):
                rows = system(SystemReason.BUILDING, Notice).filter(id__in=told[start : start + _BATCH])
                released = F("created_at") + timedelta(seconds=seconds)
                not_undone = Q(withdrawn_at=None) | Q(withdrawn_at__gte=released)
                rows.filter(not_undone).update(released_at=released)
        drop("notify.release", [str(notice) for notice in ids])
    return len(ids)
