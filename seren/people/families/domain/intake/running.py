"""A list is looked through, then brought in: all of it, or nothing."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Doer, require
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db
from seren.foundation.sealing.door import keys_together
from seren.people.families.domain.intake import agreeing
from seren.people.families.domain.intake.adults import Adults
from seren.people.families.domain.intake.children import Children
from seren.people.families.domain.intake.here import Here
from seren.people.families.domain.intake.homes import Homes
from seren.people.families.domain.intake.members import Members
from seren.people.families.domain.intake.places import Places
from seren.people.families.domain.intake.planning import Planning
from seren.people.families.domain.intake.reading import Line, Table, read_list
from seren.people.families.domain.intake.telling import Fault, Told
from seren.people.families.domain.intake.ties import Ties
from seren.people.families.terms import FamilyEvent, Sheet
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries import setting_with

Progress = Callable[[int, int], None]


def look_through(
    *, actor: Doer, setting: UUID, sheet: Sheet, raw: bytes, now: datetime, make_rooms: bool = False
) -> Told:
    """What the list would do. Nothing is written, and no key is made."""
    require(actor, ProvisionAction.RUN_SETTING, setting)
    table = read_list(sheet, raw)
    faults = [*table.faults, *_disagreeing(sheet, table, now)]
    if faults:
        return _told(table, faults, ())
    with db.reading():
        plan = _plan(actor, setting, sheet, table.lines, now, make_rooms=make_rooms)
    return _told(table, plan.faults, plan.steps)


def bring_in(
    *,
    actor: Doer,
    setting: UUID,
    sheet: Sheet,
    raw: bytes,
    now: datetime,
    make_rooms: bool = False,
    progress: Progress | None = None,
) -> Told:
    """Looks through the list again, and does what it says in one transaction. With any fault, nothing."""
    told = look_through(actor=actor, setting=setting, sheet=sheet, raw=raw, now=now, make_rooms=make_rooms)
    if told.faults or told.changes_nothing:
        return told
    table = read_list(sheet, raw)
    with db.writing():
        require(actor, ProvisionAction.RUN_SETTING, setting)
        plan = _plan(actor, setting, sheet, table.lines, now, make_rooms=make_rooms)
        if not plan.faults:
            _act(plan, sheet, table, progress)
    return _told(table, plan.faults, plan.steps)


def _act(plan: Planning, sheet: Sheet, table: Table, progress: Progress | None) -> None:
    with keys_together():
        for number, act in enumerate(plan.acts, 1):
            act()
            if progress:
                progress(number, len(plan.acts))
    plan.refs.keep()
    details = {"sheet": sheet.value, "rows": len(table.lines)}
    record(
        plan.actor,
        FamilyEvent.LIST_IMPORTED,
        plan.setting,
        now=plan.now,
        setting=plan.setting.id,
        details=details,
    )


def _disagreeing(sheet: Sheet, table: Table, now: datetime) -> list[Fault]:
    if sheet is Sheet.FAMILIES:
        return list(agreeing.families(table.lines, clock.day_of(now)))
    return list(agreeing.staff(table.lines))


def _plan(
    actor: Doer, setting: UUID, sheet: Sheet, lines: Sequence[Line], now: datetime, *, make_rooms: bool
) -> Planning:
    plan = Planning(actor, setting_with(setting), now, make_rooms=make_rooms)
    places = Places(plan)
    places.look(lines, "sessions" if sheet is Sheet.FAMILIES else "works")
    adults = Adults(plan, sheet, lines)
    adults.plan_all()
    if sheet is Sheet.STAFF:
        Members(plan, places, adults, lines).plan_all()
    else:
        _plan_families(plan, places, adults, lines)
    return plan


def _plan_families(plan: Planning, places: Places, adults: Adults, lines: Sequence[Line]) -> None:
    here = Here(plan.setting.id, plan.actor, plan.now)
    children = Children(plan, here, places, adults, lines)
    children.plan_all()
    parts: tuple[Any, ...] = (
        Ties(plan, here, children, adults, lines),
        Homes(plan, here, children, adults, lines),
    )
    for part in parts:
        part.plan_all()


def _told(table: Table, faults: Sequence[Fault], steps: Sequence[Any]) -> Told:
    return Told(len(table.lines), tuple(sorted(faults)), tuple(sorted(steps, key=lambda step: step.line)))
