"""Alarms, for whoever looks at them: whose account, when, how many children, on which pages."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Action, Actor, Open, RecordClass, declared, find, visible
from seren.foundation.kernel import ids
from seren.foundation.kernel.questions import Question, question
from seren.people.guarding.models import Stop
from seren.people.guarding.policies import GuardingAction
from seren.people.guarding.terms import Outcome


@dataclass(frozen=True, slots=True)
class SeenThere:
    """A class of record, and how many children were shown on pages of it."""

    record_class: RecordClass
    number: int


@dataclass(frozen=True, slots=True)
class AlarmRead:
    """`children`: who was shown within that hour, in that order. `settled_at` None: it is open."""

    id: UUID
    person: UUID
    name: str
    reached_at: datetime
    raised_at: datetime
    measure: int
    widened: bool
    children: tuple[UUID, ...]
    classes: tuple[SeenThere, ...]
    settled_at: datetime | None
    settled_by: str
    outcome: Outcome | None
    reason: str
    may_settle: bool


@dataclass(frozen=True, slots=True)
class AlarmDue:
    id: UUID
    name: str
    raised_at: datetime


def find_alarm(actor: Actor, action: Action, alarm: UUID) -> Stop:
    """The row a verb needs. Raises NotThere."""
    return find(actor, action, Stop, alarm)


def alarm_of(actor: Actor, alarm: UUID) -> AlarmRead:
    rows = visible(actor, GuardingAction.LOOK_AT_ALARM, Stop).select_related("person", "settled_by")
    row = find(actor, GuardingAction.LOOK_AT_ALARM, Stop, alarm)
    return _read(rows.get(pk=row.pk))


def alarms_asked(actor: Actor) -> Question[list[AlarmDue]]:
    """Those nobody has settled yet, the oldest first. A leader's own is never among them."""
    rows = visible(actor, GuardingAction.LOOK_AT_ALARM, Stop).filter(settled_at__isnull=True)
    fields = ("id", "person__given_name", "person__family_name", "raised_at")
    return question(_dues, rows.order_by("raised_at", "id").values_list(*fields))


def _dues(rows: Iterable[tuple[Any, ...]]) -> list[AlarmDue]:
    return list(map(_due, rows))


def _due(row: tuple[Any, ...]) -> AlarmDue:
    key, given, family, raised_at = row
    return AlarmDue(key, f"{given} {family}", raised_at)


def _read(row: Any) -> AlarmRead:
    pairs = [(ids.parse(child), page) for child, page in row.seen]
    return AlarmRead(
        id=row.pk,
        person=row.person_id,
        name=row.person.name,
        reached_at=row.at,
        raised_at=row.raised_at,
        measure=row.measure,
        widened=row.widened_at is not None,
        children=tuple(child for child, _page in pairs if child is not None),
        classes=_classes(page for _child, page in pairs),
        settled_at=row.settled_at,
        settled_by=row.settled_by.name if row.settled_by else "",
        outcome=Outcome(row.outcome) if row.outcome else None,
        reason=row.reason or "",
        may_settle=row.settled_at is None,
    )


def _classes(pages: Iterable[str]) -> tuple[SeenThere, ...]:
    """By the class each page's action opens, the most first."""
    rules = {action.value: rule for action, rule in declared().items() if not isinstance(rule, Open)}
    counts = Counter(rules[page].record_class for page in pages if page in rules)
    return tuple(SeenThere(one, number) for one, number in counts.most_common())
