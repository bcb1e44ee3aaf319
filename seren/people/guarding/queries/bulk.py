"""Requests to take out many families at once: how far each has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Action, Actor, find, visible
from seren.foundation.kernel.questions import Question, question
from seren.people.guarding.lengths import Measure, number
from seren.people.guarding.models import BulkRequest
from seren.people.guarding.policies import GuardingAction
from seren.people.guarding.terms import Bulk, BulkState

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class BulkRead:
    """`agrees`: this reader may say yes or no. `alone`: they may agree to their own asking, having waited."""

    id: UUID
    what: Bulk
    number: int
    reason: str
    asked_by: str
    asked_at: datetime
    alone_from: datetime
    agreed_by: str
    until_at: datetime | None
    state: BulkState
    mine: bool
    agrees: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class BulkDue:
    id: UUID
    asked_by: str
    asked_at: datetime


def free_at_once(at: datetime) -> int:
    """How many leave in one go without a second person."""
    return number(Measure.BULK_FREE, at)


def find_bulk(actor: Actor, action: Action, request: UUID) -> BulkRequest:
    return find(actor, action, BulkRequest, request)


def bulk_asked(actor: Actor, setting: UUID) -> Question[Iterable[BulkDue]]:
    """Those that wait for this actor's yes or no."""
    rows = visible(actor, GuardingAction.AGREE_BULK, BulkRequest).filter(WAITING, setting=setting)
    fields = ("id", "asked_by__given_name", "asked_by__family_name", "asked_at")
    return question(partial(map, _due), rows.order_by("asked_at", "id").values_list(*fields))


def bulks_of(actor: Actor, setting: UUID) -> tuple[BulkRead, ...]:
    """The last ones of a setting, the newest first. Three queries."""
    rows = visible(actor, GuardingAction.SEE_BULK, BulkRequest).filter(setting=setting)
    found = list(rows.select_related("asked_by", "agreed_by").order_by("-asked_at", "-id")[:_SHOWN])
    waiting = [row.pk for row in found if state_of(row, actor.at) is BulkState.ASKED]
    agrees = _keys(actor, GuardingAction.AGREE_BULK, waiting)
    alone = _keys(actor, GuardingAction.AGREE_BULK_ALONE, waiting)
    return tuple(_read(row, actor, row.pk in agrees, row.pk in alone) for row in found)


WAITING = Q(agreed_at__isnull=True, alone_at__isnull=True, refused_at__isnull=True)


def state_of(row: BulkRequest, at: datetime) -> BulkState:
    if row.fetched_at is not None:
        return BulkState.FETCHED
    if row.refused_at is not None:
        return BulkState.REFUSED
    if row.until_at is None:
        return BulkState.ASKED
    return BulkState.READY if at < row.until_at else BulkState.OVER


def _keys(actor: Actor, action: Action, among: list[UUID]) -> set[UUID]:
    return set(visible(actor, action, BulkRequest).filter(pk__in=among).values_list("pk", flat=True))


def _due(row: tuple[Any, ...]) -> BulkDue:
    key, given, family, asked_at = row
    return BulkDue(key, f"{given} {family}", asked_at)


def _read(row: Any, actor: Actor, agrees: bool, alone: bool) -> BulkRead:
    return BulkRead(
        id=row.pk,
        what=Bulk(row.what),
        number=row.number,
        reason=row.reason,
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        alone_from=row.alone_from,
        agreed_by=row.agreed_by.name if row.agreed_by else "",
        until_at=row.until_at,
        state=state_of(row, actor.at),
        mine=row.asked_by_id == actor.person,
        agrees=agrees,
        alone=alone,
    )
