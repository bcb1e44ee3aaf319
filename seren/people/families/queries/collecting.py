"""Who collects: as a guardian said it, for their own page; and what rules of age and day hold for a child."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q

from seren.foundation.access.door import Actor, NotThere, SystemReason, in_force, may, system, visible
from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.people.families.models import Booking, Child, Collector, Enrolment
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import AGE_RULE, Relation
from seren.people.provision.queries import is_open

rules.need(AGE_RULE)
HAS_PASSWORD = ExpressionWrapper(Q(password__isnull=False), BooleanField())


@dataclass(frozen=True, slots=True)
class CollectorNamed:
    """Somebody the reader named. `day`: only then. The password is never read, only whether there is one.

    `usual`: for one day, and named for all days as well; their photo stands there.
    """

    row: UUID
    name: str
    relation: Relation
    has_password: bool
    day: date | None
    at: time | None
    usual: bool = False


@dataclass(frozen=True, slots=True)
class ToPicture:
    """Somebody the reader named, for the page of their photo. `may_name`: the reader may still add one."""

    of: Collector
    row: UUID
    name: str
    child: str
    may_name: bool


def own_collectors(actor: Actor, children: Sequence[UUID]) -> dict[UUID, list[CollectorNamed]]:
    """Those the reader named, for all days first, then by day; never whom another parent named."""
    rows = visible(actor, FamilyAction.SEE_COLLECTOR, Collector).filter(
        child__in=children, named_by=actor.person
    )
    fields = ("child_id", "id", "name", "relation", "day", "at_time", "usual_id")
    listed = rows.order_by("name", "id").values_list(*fields, HAS_PASSWORD)
    found: dict[UUID, list[CollectorNamed]] = {}
    for child, row, name, relation, day, at, usual, has_password in listed:
        shown = CollectorNamed(row, name, Relation(relation), bool(has_password), day, at, usual is not None)
        found.setdefault(child, []).append(shown)
    return {child: sorted(them, key=lambda one: one.day or date.min) for child, them in found.items()}


def find_collector(actor: Actor, collector: UUID) -> Collector:
    """Somebody the reader named. Raises NotThere."""
    rows = visible(actor, FamilyAction.SEE_COLLECTOR, Collector).filter(named_by=actor.person)
    row = rows.filter(pk=collector).first()
    if row is None:
        raise NotThere("collector")
    return row


def find_pictured(actor: Actor, collector: UUID) -> ToPicture:
    """Where somebody the reader named has their photo. Raises NotThere: also where that is another row."""
    row = find_collector(actor, collector)
    if row.usual_id is not None:
        raise NotThere("pictured where they are named for all days")
    child = visible(actor, FamilyAction.SEE_FIRST_NAME, Child).filter(pk=row.child_id).first()
    if child is None:
        raise NotThere("child")
    may_name = may(actor, FamilyAction.NAME_COLLECTOR, child)
    return ToPicture(row, row.pk, row.name, child.known_as, may_name)


def age_to_collect(child: UUID, at: datetime) -> int:
    """Years: the highest of the settings the child has a place at, each with its own number (P-14)."""
    places = system(SystemReason.DECIDING, Enrolment).filter(
        Q(until_at__isnull=True) | Q(until_at__gt=at), child=child
    )
    day = clock.day_of(at)
    ages = [
        rules.setting_value(setting, nation, AGE_RULE, day).number
        for setting, nation in places.values_list("setting_id", "setting__nation")
    ]
    return max(ages, default=rules.value("england", AGE_RULE, day).number)


def comes_on(child: UUID, day: date, at: datetime) -> bool:
    """Booked on an open day of a setting where the child has a place."""
    booked = system(SystemReason.DECIDING, Booking).filter(
        Q(until_day__isnull=True) | Q(until_day__gte=day),
        child=child,
        weekday=day.weekday(),
        from_day__lte=day,
    )
    places = system(SystemReason.DECIDING, Enrolment).filter(in_force(at), child=child)
    settings = booked.filter(setting__in=places.values("setting_id")).values_list("setting_id", flat=True)
    return any(is_open(setting, day) for setting in set(settings))
