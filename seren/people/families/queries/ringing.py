"""Whom to ring about a child, in order."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.access.door import (
    Actor,
    RecordClass,
    SystemReason,
    in_force,
    require,
    system,
    visible,
)
from seren.people.families.models import Child, Guardianship, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import Relation, codes_denying

Listed = Collection[UUID] | QuerySet[Any, Any]
_NOT_TOLD = set(codes_denying(RecordClass.C3))


@dataclass(frozen=True, slots=True)
class EmergencyContact:
    """C6, the emergency subset: first name, what they are, phone, order. Never an address."""

    name: str
    relation: Relation
    phone: str
    order: int | None
    can_collect: bool


def emergency_contacts(actor: Actor, child: Child) -> tuple[EmergencyContact, ...]:
    """Whom to ring, in order: nobody who may not be told of the child, and nobody “may collect” who may not.

    Opening the list is watched: the caller records the sighting.
    """
    require(actor, FamilyAction.SEE_EMERGENCY_CONTACTS, child)
    return _contacts([child.pk], actor.at).get(child.pk, ())


def emergency_contacts_of(
    actor: Actor, children: Collection[UUID]
) -> dict[UUID, tuple[EmergencyContact, ...]]:
    """The same of several children: of those whose list this actor may open, and no other. Two queries."""
    open_to = visible(actor, FamilyAction.SEE_EMERGENCY_CONTACTS, Child).filter(pk__in=children)
    return _contacts(open_to.values("pk"), actor.at)


def _contacts(children: Listed, at: datetime) -> dict[UUID, tuple[EmergencyContact, ...]]:
    ties = system(SystemReason.SHOWING, Guardianship).filter(
        in_force(at), child__in=children, emergency_order__isnull=False
    )
    bound = _bound(children, at)
    found: dict[UUID, tuple[EmergencyContact, ...]] = {}
    for tie in ties.select_related("adult").order_by("emergency_order", "from_at"):
        codes = bound.get((tie.child_id, tie.adult_id), set())
        if not codes & _NOT_TOLD:
            contact = EmergencyContact(
                tie.adult.given_name,
                Relation(tie.relation),
                tie.adult.phone or "",
                tie.emergency_order,
                tie.can_collect and not codes,
            )
            found[tie.child_id] = (*found.get(tie.child_id, ()), contact)
    return found


def _bound(children: Listed, at: datetime) -> dict[tuple[UUID, UUID], set[str]]:
    """The restrictions in force about these children, by child and adult."""
    held = system(SystemReason.DECIDING, Restriction).filter(
        child__in=children, imposed_at__lte=at, lifted_at__isnull=True
    )
    found: dict[tuple[UUID, UUID], set[str]] = {}
    for child, adult, code in held.values_list("child_id", "adult_id", "code"):
        found.setdefault((child, adult), set()).add(code)
    return found
