"""A list sent in on a page: kept sealed from looking at it until it is brought in, for that day."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, require, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import forget
from seren.people.families.domain.intake.running import bring_in, look_through
from seren.people.families.domain.intake.telling import Outcome, Step, Told
from seren.people.families.models import Intake
from seren.people.families.terms import FamilyEvent, Sheet
from seren.people.provision.policies import ProvisionAction

MOST = 600  # lines of a list on a page: more hold up everybody's writing for too long


@dataclass(frozen=True, slots=True)
class KeptList:
    """What a list would do, or has done when it was brought in at `done_at`."""

    id: UUID
    sheet: Sheet
    told: Told
    done_at: datetime | None


def send_in(
    *, actor: Actor, setting: UUID, sheet: Sheet, raw: bytes, make_rooms: bool, now: datetime
) -> tuple[Told, UUID | None]:
    """Looks through the list. It is kept, and has an id, where it has no fault."""
    told = look_through(actor=actor, setting=setting, sheet=sheet, raw=raw, make_rooms=make_rooms, now=now)
    if told.faults:
        return told, None
    if told.rows > MOST:
        words = _("This list is too long for a page. Cut it into lists of %(most)s lines.")
        raise Refused("too-long", words % {"most": MOST}, "file")
    kept = Intake(
        provider_id=actor.provider,
        setting_id=setting,
        person_id=actor.person,
        sheet=sheet,
        make_rooms=make_rooms,
        text=raw.decode("utf-8-sig"),
        kept_at=now,
        ends_at=clock.end_of(clock.day_of(now)),
    )
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        kept.save(force_insert=True)
        record(actor, FamilyEvent.LIST_UPLOADED, kept, now=now, setting=setting)
    return told, kept.pk


def kept_list(actor: Actor, key: UUID) -> KeptList:
    """One's own list, while one runs the setting. Looked through anew: what is here may have changed."""
    row = _own(actor, key)
    if row.done_at is not None:
        return KeptList(row.pk, Sheet(row.sheet), _as_told(row.done), row.done_at)
    return KeptList(row.pk, Sheet(row.sheet), look_through(**_words(actor, row)), None)


def finish(*, actor: Actor, key: UUID, now: datetime) -> Told:
    """Bring the kept list in, once. Its words go; what it did stays until the day is over."""
    row = _own(actor, key)
    if row.done_at is not None:
        return _as_told(row.done)
    with db.writing():
        told = bring_in(**_words(actor, row))
        if not told.faults:
            row.text, row.done, row.done_at = None, _as_json(told), now
            row.save(update_fields=["text", "done", "done_at"])
            record(actor, FamilyEvent.LIST_IMPORTED, row, now=now, setting=row.setting_id)
    return told


def sweep(now: datetime) -> int:
    """Lists whose time is over go, and the keys they were sealed with; how many."""
    over = list(system(SystemReason.SWEEPING, Intake).filter(ends_at__lte=now).values_list("pk", flat=True))
    if over:
        with db.writing(housekeeping=True):
            system(SystemReason.SWEEPING, Intake).filter(pk__in=over).delete()
        for key in over:
            forget(key)
    return len(over)


def _own(actor: Actor, key: UUID) -> Intake:
    rows = system(SystemReason.WRITING, Intake).filter(pk=key, person=actor.person, ends_at__gt=actor.at)
    row = rows.first()
    if row is None:
        raise NotThere("no list of theirs")
    require(actor, ProvisionAction.RUN_SETTING, row.setting_id)
    return row


def _words(actor: Actor, row: Intake) -> dict[str, Any]:
    return {
        "actor": actor,
        "setting": row.setting_id,
        "sheet": Sheet(row.sheet),
        "raw": (row.text or "").encode(),
        "make_rooms": row.make_rooms,
        "now": actor.at,
    }


def _as_json(told: Told) -> dict[str, Any]:
    steps = [[step.line, step.outcome.value, step.who, step.what] for step in told.steps]
    return {"rows": told.rows, "steps": steps}


def _as_told(done: Any) -> Told:
    steps = tuple(Step(line, Outcome(outcome), who, what) for line, outcome, who, what in done["steps"])
    return Told(done["rows"], (), steps)
