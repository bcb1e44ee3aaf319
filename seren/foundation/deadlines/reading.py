"""Clocks as others read them, and the badge of one."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.access.door import SystemReason, system
from seren.foundation.deadlines.models import Deadline
from seren.foundation.deadlines.terms import RUNNING, Badge, BadgeState, Due, State
from seren.foundation.kernel.clock import day_of


def due_of(row: Deadline) -> Due:
    return Due(
        id=row.id,
        kind=row.kind,
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        provider_id=row.provider_id,
        setting_id=row.setting_id,
        nation=row.nation,
        rule_id=row.rule_id,
        state=State(row.state),
        started_on=row.started_on,
        due_on=row.due_on,
        soon_on=row.soon_on,
        due_at=row.due_at,
        paused_on=day_of(row.paused_at) if row.paused_at else None,
        met_on=day_of(row.met_at) if row.met_at else None,
        extended_to=row.extended_to,
    )


def deadlines_of(kind: str, subjects: Iterable[UUID]) -> dict[UUID, Due]:
    """The newest clock of a kind for each of these subjects, which the reader may already see. One query."""
    rows = system(SystemReason.SHOWING, Deadline).filter(kind=kind, subject_id__in=list(subjects))
    return {row.subject_id: due_of(row) for row in rows.order_by("id")}


def running_among(
    kind: str, subjects: "QuerySet[Any]", *, limit: int, until: date | None = None
) -> list[Due]:
    """The clocks that run for subjects of this (visible) queryset, the nearest day first. One query.

    What the reader may not see is joined away before the limit.
    """
    rows = system(SystemReason.SHOWING, Deadline).filter(
        kind=kind, state__in=RUNNING, subject_id__in=subjects.order_by().values("pk")
    )
    if until is not None:
        rows = rows.filter(due_on__lte=until)
    return [due_of(row) for row in rows.order_by("due_on", "id")[:limit]]


def badge(due: Due, today: date) -> Badge:
    """What a page shows of it. Looking changes nothing: only the sweep makes a clock late."""
    if due.state in (State.MET, State.STOPPED):
        return Badge(BadgeState.DONE, due.met_on or due.due_on)
    if due.paused_on is not None:
        return Badge(BadgeState.PAUSED, due.paused_on)
    if due.state is State.LATE or today > due.due_on:
        return Badge(BadgeState.LATE, due.due_on)
    if today == due.due_on:
        return Badge(BadgeState.TODAY, due.due_on)
    return Badge(BadgeState.SOON if today >= due.soon_on else BadgeState.ON_TRACK, due.due_on)
