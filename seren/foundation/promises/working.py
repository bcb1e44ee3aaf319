"""Working the promises out: in one snapshot, kept in one short section, read from there."""

from datetime import datetime
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.jobs.door import enqueue
from seren.foundation.kernel import db
from seren.foundation.promises.evidence import Evidence
from seren.foundation.promises.models import PromiseResult
from seren.foundation.promises.places import Day, Place, place_of
from seren.foundation.promises.registry import Promise, promises

JOB = "promises.work_out"


def work_out(setting: UUID, now: datetime) -> None:
    """Measure every clause that a room can prove there. What stood before is replaced as a whole."""
    day = Day(place_of(setting), now)
    with db.reading():
        found = [(promise, promise.measure(day)) for promise in promises()]
    with db.writing(housekeeping=True):
        system(SystemReason.PROVING, PromiseResult).filter(setting_id=setting).delete()
        system(SystemReason.PROVING, PromiseResult).bulk_create(
            _result(day.place, promise, evidence, now) for promise, evidence in found
        )


def evidence_now(promise: Promise, place: Place, now: datetime) -> Evidence:
    """One clause measured as it stands in this instant, with its rows. Nothing is kept."""
    return promise.measure(Day(place, now))


def ask(setting: UUID) -> None:
    """Work it out soon. Asking twice is asking once. The caller has asked who may."""
    enqueue(JOB, {"setting": setting}, key=str(setting))


def _result(place: Place, promise: Promise, evidence: Evidence, now: datetime) -> PromiseResult:
    return PromiseResult(
        provider_id=place.provider,
        setting_id=place.setting,
        clause=promise.clause,
        source=promise.source,
        state=evidence.state,
        figure=evidence.figure,
        of=evidence.of,
        since=evidence.since,
        until=evidence.until,
        parts=dict(evidence.parts),
        as_of=now,
    )
