"""Who may come for some children on a day, and who may not: the outcome alone, never why (C7).

The caller has asked access about these children, and records the sighting.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from seren.foundation.access.door import Actor, SystemReason, in_force, system, visible
from seren.foundation.kernel.questions import Question, question
from seren.people.families.models import Collector, Guardianship, Restriction
from seren.people.families.policies import FamilyAction, counts
from seren.people.families.queries.collecting import HAS_PASSWORD
from seren.people.families.terms import (
    KEPT_FROM_COLLECTING,
    PLACE_KEPT,
    Outcome,
    Relation,
    Responsibility,
    RestrictionCode,
)

_OUTCOME = {
    **{code.value: Outcome.ASK for code in PLACE_KEPT},
    RestrictionCode.SUPERVISED.value: Outcome.SUPERVISED,
    RestrictionCode.NO_COLLECT.value: Outcome.MAY_NOT,
}
_STRICTER = list(Outcome)  # the later wins


@dataclass(frozen=True, slots=True)
class AtDoor:
    """Somebody on the door's list. `adult` or `collector` says which row; `key` names them in a form.

    `day` and `at`: said for that day only. `reach`: who is rung where the team does not know them by face:
    who named them, or they themselves on the number that is kept. Never the other parent. `pictured`: on
    which collector their photo stands; of somebody said for one day, on whom was named for all days.
    """

    adult: UUID | None
    collector: UUID | None
    name: str
    relation: Relation | None
    outcome: Outcome
    reach: UUID
    reach_name: str
    has_password: bool = False
    day: date | None = None
    at: time | None = None
    pictured: UUID | None = None

    @property
    def key(self) -> str:
        return f"{self.adult or self.collector}"

    def asked_first(self) -> "AtDoor":
        """The same, but for a leader to decide."""
        return replace(self, outcome=Outcome.ASK) if self.outcome is Outcome.MAY else self


Children = QuerySet[Any, Any] | Collection[UUID]


def who_comes_asked(
    actor: Actor, children: Children, day: date
) -> Question[Callable[[UUID], tuple[AtDoor, ...]]]:
    """For each child: said for this day first, then adults, then collectors.

    A parent with responsibility is on it by right (P-05), whoever cares for the child day to day and whom the
    setting wrote down too; so is every adult the child is not given to.
    """
    return question(_listed, _ties(actor, children), _bound(actor, children), _named(actor, children, day))


def _listed(ties: Iterable[Any], bound: Iterable[Any], named: Iterable[Any]) -> Any:
    adults: dict[UUID, list[AtDoor]] = {}
    outcomes, collectors = _outcomes(bound), _collectors(list(named))
    tied: set[tuple[UUID, UUID]] = set()
    for child, adult, given, family, relation in ties:
        outcome, _name = outcomes.get((child, adult), (Outcome.MAY, ""))
        one = _adult(adult, f"{given} {family}", Relation(relation), outcome)
        adults.setdefault(child, []).append(one)
        tied.add((child, adult))
    for (child, adult), (outcome, name) in outcomes.items():
        if (child, adult) not in tied and outcome is not Outcome.ASK:
            adults.setdefault(child, []).append(_adult(adult, name, None, outcome))

    def of(child: UUID) -> tuple[AtDoor, ...]:
        of_day = [one for one in collectors.get(child, ()) if one.day]
        usual = [one for one in collectors.get(child, ()) if not one.day]
        return (*of_day, *adults.get(child, ()), *usual)

    return of


def _adult(adult: UUID, name: str, relation: Relation | None, outcome: Outcome) -> AtDoor:
    return AtDoor(adult, None, name, relation, outcome, reach=adult, reach_name=name)


def _ties(actor: Actor, children: Children) -> "QuerySet[Any, Any]":
    comes = Q(responsibility=Responsibility.YES) | Q(day_to_day_care=True) | Q(can_collect=True)
    ties = system(SystemReason.SHOWING, Guardianship).filter(comes, in_force(actor.at), child__in=children)
    fields = ("child_id", "adult_id", "adult__given_name", "adult__family_name", "relation")
    return ties.order_by("from_at", "id").values_list(*fields)


def _bound(actor: Actor, children: Children) -> "QuerySet[Any, Any]":
    held = system(SystemReason.SHOWING, Restriction).filter(
        child__in=children,
        code__in=KEPT_FROM_COLLECTING | frozenset(PLACE_KEPT),
        imposed_at__lte=actor.at,
        lifted_at__isnull=True,
    )
    fields = ("child_id", "adult_id", "adult__given_name", "adult__family_name", "code")
    return held.order_by("imposed_at", "id").values_list(*fields)


def _outcomes(bound: Iterable[Any]) -> dict[tuple[UUID, UUID], tuple[Outcome, str]]:
    """What restrictions in force say at the door, the strictest for each adult."""
    found: dict[tuple[UUID, UUID], tuple[Outcome, str]] = {}
    for child, adult, given, family, code in bound:
        before = found.get((child, adult), (Outcome.MAY, ""))[0]
        found[child, adult] = max(before, _OUTCOME[code], key=_STRICTER.index), f"{given} {family}"
    return found


def _named(actor: Actor, children: Children, day: date) -> "QuerySet[Any, Any]":
    rows = visible(actor, FamilyAction.SEE_COLLECTOR, Collector).filter(
        counts(actor), Q(day__isnull=True) | Q(day=day), child__in=children
    )
    fields = ("usual_id", "child_id", "id", "name", "relation", "day", "at_time", "named_by_id")
    names = ("named_by__given_name", "named_by__family_name")
    return rows.order_by("name", "id").values_list(*fields, *names, HAS_PASSWORD)


def _collectors(named: Sequence[Any]) -> dict[UUID, list[AtDoor]]:
    told_of_today = {row[0] for row in named}
    found: dict[UUID, list[AtDoor]] = {}
    for usual, child, row, name, relation, of_day, at, namer, given, family, has_password in named:
        if row in told_of_today:
            continue  # they stand there already, for this day
        one = AtDoor(
            adult=None,
            collector=row,
            name=name,
            relation=Relation(relation),
            outcome=Outcome.MAY,
            reach=namer,
            reach_name=f"{given} {family}",
            has_password=bool(has_password),
            day=of_day,
            at=at,
            pictured=usual or row,
        )
        found.setdefault(child, []).append(one)
    return found


def password_kept(collector: UUID) -> str:
    """The hash, for comparing with what is said at the door; empty where there is none."""
    row = system(SystemReason.DECIDING, Collector).get(pk=collector)
    return row.password or ""


def decided_since(child: UUID, since: Any) -> set[str]:
    """What restrictions about this child set or confirmed since then rest on."""
    held = system(SystemReason.DECIDING, Restriction).filter(
        Q(imposed_at__gte=since) | Q(decided_at__gte=since), child=child, lifted_at__isnull=True
    )
    return set(held.values_list("basis", flat=True))
