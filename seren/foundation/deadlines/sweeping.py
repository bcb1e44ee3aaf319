"""The sweep: the only one that makes a clock late, and tells of it once.

It may be run by several workers at once, and after days of standing still: each row is asked again under its
lock, and what was missed is told in the order of its days.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit import door as audit
from seren.foundation.deadlines.kinds import Tell, kinds
from seren.foundation.deadlines.models import Deadline
from seren.foundation.deadlines.reading import due_of
from seren.foundation.deadlines.terms import DeadlineEvent, State
from seren.foundation.kernel import db
from seren.foundation.kernel.clock import day_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Swept:
    """How many became late, and of how many somebody was told or reminded."""

    late: int
    told: int
    reminded: int


class TellingFailed(RuntimeError):
    """Some could not be told. All others were; the next sweep tries these again."""


def sweep(now: datetime) -> Swept:
    """Late what has passed, then tell, then remind. Doing it again does nothing more."""
    failed: list[UUID] = []
    late = sum(_make_late(pk, now) for pk in _ids(_passed(now)))
    tellers = {kind.code: kind.tell for kind in kinds() if kind.tell}
    told = _say(_untold(tellers), tellers, "told_at", now, failed)
    reminders = {kind.code: kind.remind for kind in kinds() if kind.remind}
    reminded = _say(_unreminded(reminders, now), reminders, "reminded_at", now, failed)
    if failed:
        raise TellingFailed(", ".join(map(str, failed)))
    return Swept(late, told, reminded)


def _rows() -> "QuerySet[Deadline]":
    return system(SystemReason.SWEEPING, Deadline)


def _passed(now: datetime) -> "QuerySet[Deadline]":
    """A due day has passed when the next London day has begun; a due instant when it is reached."""
    by_day = Q(due_at__isnull=True, due_on__lt=day_of(now))
    return _rows().filter(by_day | Q(due_at__lte=now), state=State.OPEN)


def _untold(tellers: Iterable[str]) -> "QuerySet[Deadline]":
    return _rows().filter(state=State.LATE, told_at__isnull=True, kind__in=list(tellers))


def _unreminded(reminders: Iterable[str], now: datetime) -> "QuerySet[Deadline]":
    waiting = _rows().filter(state=State.OPEN, reminded_at__isnull=True, kind__in=list(reminders))
    return waiting.filter(remind_on__lte=day_of(now))


def _ids(rows: "QuerySet[Deadline]") -> list[UUID]:
    return list(rows.order_by("due_on", "id").values_list("pk", flat=True))


def _make_late(pk: UUID, now: datetime) -> bool:
    with db.writing():
        row = _passed(now).filter(pk=pk).select_for_update().first()
        if row is None:
            return False  # another worker was here, or it was met meanwhile
        _rows().filter(pk=pk).update(state=State.LATE)
        details = {"kind": row.kind, "subject": str(row.subject_id), "due_on": row.due_on.isoformat()}
        audit.record(None, DeadlineEvent.PASSED, row, now=now, setting=row.setting_id, details=details)
    return True


def _say(
    rows: "QuerySet[Deadline]", callbacks: dict[str, Tell], field: str, now: datetime, failed: list[UUID]
) -> int:
    """Mark and tell in one transaction, one clock at a time: a fault in one keeps nobody else waiting."""
    said = 0
    for pk in _ids(rows):
        try:
            said += _say_one(rows.filter(pk=pk), callbacks, field, now)
        except Exception:
            log.exception("deadline %s could not be told", pk)
            failed.append(pk)
    return said


def _say_one(
    row: "QuerySet[Deadline]", callbacks: dict[str, Callable[..., None]], field: str, now: datetime
) -> bool:
    with db.writing(housekeeping=True):
        found = row.select_for_update().first()
        if found is None:
            return False
        _rows().filter(pk=found.pk).update(**{field: now})
        callbacks[found.kind](due_of(found), now)
    return True
