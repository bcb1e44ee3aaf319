"""Whom staff tell about a child’s day."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from seren.foundation.access.door import Actor, RecordClass, SystemReason, in_force, system
from seren.people.families.models import Guardianship
from seren.people.families.policies.reasons import TIE, restrictions
from seren.people.families.terms import Relation


@dataclass(frozen=True, slots=True)
class ToTell:
    """A guardian whom nothing forbids to hear of the child’s health."""

    person: UUID
    name: str
    relation: Relation


def told_of(actor: Actor, child: UUID) -> tuple[ToTell, ...]:
    """In the order of ringing. The caller has asked who may look."""
    bound = restrictions(OuterRef("adult"), OuterRef("child"), RecordClass.C5, actor)
    ties = system(SystemReason.SHOWING, Guardianship).filter(
        TIE, in_force(actor.at), ~Exists(bound), child=child
    )
    order = (F("emergency_order").asc(nulls_last=True), "from_at", "id")
    fields = ("adult_id", "adult__given_name", "adult__family_name", "relation")
    return tuple(
        ToTell(person, f"{given} {family}", Relation(relation))
        for person, given, family, relation in ties.order_by(*order).values_list(*fields)
    )
