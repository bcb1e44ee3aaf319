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
from seren.foundation.kernel.questions import Question, ask, question

_FIELDS = (
    "id",
    "kind",
    "subject_type",
    "subject_id",
    "provider_id",
    "setting_id",
    "nation",
    "rule_id",
    "state",
    "started_on",
    "due_on",
    "soon_on",
    "due_at",
    "paused_at",
    "met_at",
    "extended_to",
)


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
    return ask(deadlines_asked(kind, list(subjects)))


def deadlines_asked(kind: str, subjects: "list[UUID] | QuerySet[Any, Any]") -> Question[dict[UUID, Due]]:
    """The same as a question; `subjects` may be a queryset of ids."""
    rows = system(SystemReason.SHOWING, Deadline).filter(kind=kind, subject_id__in=subjects)
    return question(_by_subject, rows.order_by("id").values_list(*_FIELDS))


def running_among(
    kind: str, subjects: "QuerySet[Any]", *, limit: int, until: date | None = None
) -> list[Due]:
    """The clocks that run for subjects of this (visible) queryset, the nearest day first. One query.

    What the reader may not see is joined away before the limit.
    """
    return ask(running_asked(kind, subjects, limit=limit, until=until))


def running_asked(
    kind: str, subjects: "QuerySet[Any]", *, limit: int, until: date | None = None
) -> Question[list[Due]]:
    rows = running(kind, subjects, limit=limit, until=until)
    return question(lambda found: [_due(values) for values in found], rows.values_list(*_FIELDS))


def running(
    kind: str, subjects: "QuerySet[Any]", *, limit: int, until: date | None = None
) -> "QuerySet[Deadline]":
    """The rows of `running_among`, for a question about what hangs on them."""
    rows = system(SystemReason.SHOWING, Deadline).filter(
        kind=kind, state__in=RUNNING, subject_id__in=subjects.order_by().values("pk")
    )
    if until is not None:
        rows = rows.filter(due_on__lte=until)
    return rows.order_by("due_on", "id")[:limit]


def _by_subject(found: Iterable[tuple[Any, ...]]) -> dict[UUID, Due]:
    return {due.subject_id: due for due in map(_due, found)}


def _due(values: tuple[Any, ...]) -> Due:
    return due_of(Deadline(**dict(zip(_FIELDS, values, strict=True))))


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
