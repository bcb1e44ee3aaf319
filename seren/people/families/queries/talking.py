"""Whom staff talk with about a child, and how each adult likes it; whose key child somebody is."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from seren.foundation.access.door import (
    Actor,
    NotThere,
    RecordClass,
    SystemReason,
    find,
    in_force,
    system,
    visible,
)
from seren.foundation.kernel.questions import Question, ask, question
from seren.people.accounts.queries.talk import TalkWishes, talk_wishes
from seren.people.families.models import Child, Guardianship, KeyPerson
from seren.people.families.policies import FamilyAction, restrictions
from seren.people.families.queries.children import ChildShown
from seren.people.families.queries.ringing import EmergencyContact, emergency_contacts
from seren.people.families.terms import KeyKind, Relation


@dataclass(frozen=True, slots=True)
class AdultToTalkWith:
    """A guardian whom nothing forbids to tell of the child. No contact: that is behind another page."""

    person: UUID
    name: str
    relation: Relation
    wishes: TalkWishes


@dataclass(frozen=True, slots=True)
class KeyChild:
    child: ChildShown
    kind: KeyKind


def key_children(actor: Actor, setting: UUID) -> tuple[KeyChild, ...]:
    """The children this actor is key person or buddy of, at one setting; key children first. One query."""
    held = system(SystemReason.SHOWING, KeyPerson).filter(
        in_force(actor.at),
        person=actor.person,
        setting=setting,
        child__in=visible(actor, FamilyAction.LOOK_AFTER, Child).values("pk"),
    )
    fields = ("kind", "child_id", "child__known_as", "child__tint", "child__cut")
    rows = held.order_by("child__known_as", "child_id").values_list(*fields)
    found = [KeyChild(ChildShown(*child), KeyKind(kind)) for kind, *child in rows]
    return tuple(sorted(found, key=lambda one: one.kind != KeyKind.KEY))


def child_here(actor: Actor, child: UUID) -> ChildShown:
    """One child whom this actor looks after. Raises NotThere."""
    return ask(child_asked(actor, child))


def child_asked(actor: Actor, child: UUID) -> Question[ChildShown]:
    """The same as a question: NotThere comes with its answer."""
    rows = visible(actor, FamilyAction.LOOK_AFTER, Child).filter(pk=child)
    return question(_the_one, rows.values_list("id", "known_as", "tint", "cut"))


def _the_one(rows: Sequence[tuple[UUID, str, str, str]]) -> ChildShown:
    for row in rows:
        return ChildShown(*row)
    raise NotThere("child")


def adults_to_talk_with(actor: Actor, child: UUID) -> tuple[AdultToTalkWith, ...]:
    """The child's guardians, for staff who are no parent of it. Nobody who may not be told of the child."""
    row = find(actor, FamilyAction.SEE_EMERGENCY_CONTACTS, Child, child)
    bound = restrictions(OuterRef("adult"), OuterRef("child"), RecordClass.C3, actor)
    ties = system(SystemReason.SHOWING, Guardianship).filter(in_force(actor.at), ~Exists(bound), child=row)
    fields = ("adult_id", "adult__given_name", "relation")
    rows = list(
        ties.order_by(F("emergency_order").asc(nulls_last=True), "from_at", "id").values_list(*fields)
    )
    wishes = talk_wishes([person for person, *_rest in rows])
    return tuple(
        AdultToTalkWith(person, name, Relation(relation), wishes[person])
        for person, name, relation in rows
        if person in wishes
    )


def contacts_for(actor: Actor, child: UUID) -> tuple[ChildShown, Sequence[EmergencyContact]]:
    """Whom to ring about this child (C6). Raises NotThere. The caller records that it was seen."""
    row = find(actor, FamilyAction.SEE_EMERGENCY_CONTACTS, Child, child)
    return ChildShown(row.pk, row.known_as, row.tint, row.cut), emergency_contacts(actor, row)


def home_languages_asked(child: UUID) -> Question[tuple[str, ...]]:
    """What is spoken where the child lives. The caller has asked whether the child may be seen."""
    rows = system(SystemReason.SHOWING, Child).filter(pk=child).values_list("home_languages")
    return question(lambda found: tuple(found[0][0] or ()) if found else (), rows)
