"""`/family/people/` for one guardian: the people in their children's lives whom they may be told of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet

from seren.foundation.access.door import Actor, NotThere, RecordClass, SystemReason, in_force, system, visible
from seren.people.families.models import (
    Child,
    FamilyViewer,
    Guardianship,
    KeyPerson,
    ShownToFamily,
)
from seren.people.families.policies import FamilyAction, restrictions
from seren.people.families.queries.around import places_told
from seren.people.families.queries.collecting import CollectorNamed, own_collectors
from seren.people.families.terms import KeyKind, Relation
from seren.people.provision.policies import on_the_staff
from seren.people.provision.terms import Role


@dataclass(frozen=True, slots=True)
class PersonShown:
    """`row`: the grant or the naming that can be ended. `what`: relation or role, in words."""

    id: UUID
    name: str
    what: str
    row: UUID | None = None


@dataclass(frozen=True, slots=True)
class StaffOfChild:
    person: UUID
    name: str
    role: Role
    setting: UUID
    setting_name: str
    room: str
    key: KeyKind | None


@dataclass(frozen=True, slots=True)
class PeopleOfChild:
    """Around one own child. `others`: adults who chose, as the reader did, to be shown."""

    id: UUID
    name: str
    tint: str
    cut: str
    me: str
    staff: tuple[StaffOfChild, ...]
    invited: tuple[PersonShown, ...]
    collectors: tuple[CollectorNamed, ...]
    others: tuple[PersonShown, ...]
    shown: bool
    may_invite: bool
    may_name: bool

    @property
    def initial(self) -> str:
        return self.name[:1]


def people_of_family(actor: Actor) -> tuple[PeopleOfChild, ...]:
    """Seven queries, whatever the number of people. Empty for who has no child here, or is kept from it."""
    children = own_children(actor)
    if not children:
        return ()
    ids = [child["id"] for child in children]
    staff, invited = _staff(actor), _invited(actor, ids)
    collectors, others, mine = own_collectors(actor, ids), _others(actor, ids), _mine(actor, ids)
    return tuple(
        PeopleOfChild(
            id=child["id"],
            name=child["known_as"],
            tint=child["tint"],
            cut=child["cut"],
            me=mine.get(child["id"], ""),
            staff=tuple(staff.get(child["id"], ())),
            invited=tuple(invited.get(child["id"], ())),
            collectors=tuple(collectors.get(child["id"], ())),
            others=tuple(others.get(child["id"], ())) if child["shown"] else (),
            shown=child["shown"],
            may_invite=child["invite"],
            may_name=child["collect"],
        )
        for child in children
    )


def own_children(actor: Actor) -> list[dict[str, Any]]:
    """The children this guardian may decide for themselves about, and what they may do for each."""
    rows = visible(actor, FamilyAction.SHOW_ONESELF, Child).annotate(
        invite=Exists(visible(actor, FamilyAction.INVITE_VIEWER, Child).filter(pk=OuterRef("pk"))),
        collect=Exists(visible(actor, FamilyAction.NAME_COLLECTOR, Child).filter(pk=OuterRef("pk"))),
        shown=Exists(_chosen(actor).filter(child=OuterRef("pk"), adult=actor.person)),
    )
    fields = ("id", "known_as", "tint", "cut", "invite", "collect", "shown")
    return list(rows.order_by("known_as", "id").values(*fields))


def _people(actor: Actor) -> "QuerySet[Any, Any]":
    """The ids of everybody this page may name."""
    found: QuerySet[Any, Any] = visible(
        actor, FamilyAction.SEE_ON_FAMILY_PAGE, apps.get_model("accounts.Person")
    ).values("pk")
    return found


def _chosen(actor: Actor) -> "QuerySet[ShownToFamily]":
    return system(SystemReason.SHOWING, ShownToFamily).filter(in_force(actor.at))


def _mine(actor: Actor, children: Sequence[UUID]) -> dict[UUID, str]:
    ties = system(SystemReason.SHOWING, Guardianship).filter(
        in_force(actor.at), adult=actor.person, child__in=children
    )
    return {child: str(Relation(said).label) for child, said in ties.values_list("child_id", "relation")}


def _staff(actor: Actor) -> dict[UUID, list[StaffOfChild]]:
    """Key person and buddy first, then the room, then those who lead."""
    places = list(
        places_told(actor).values_list("child_id", "setting_id", "setting__name", "room_id", "room__name")
    )
    if not places:
        return {}
    settings = {setting for _child, setting, *_rest in places}
    keyed = {
        (child, person): KeyKind(kind)
        for child, person, kind in system(SystemReason.SHOWING, KeyPerson)
        .filter(in_force(actor.at), child__in=[place[0] for place in places])
        .order_by("-kind")
        .values_list("child_id", "person_id", "kind")
    }
    held = (
        on_the_staff(actor.at)
        .filter(setting__in=settings, person__in=_people(actor))
        .values_list(
            "person_id", "person__given_name", "person__family_name", "role", "setting_id", "room_id"
        )
    )
    members = list(held.order_by("person__given_name", "person__family_name", "id"))
    found: dict[UUID, list[StaffOfChild]] = {}
    for child, setting, setting_name, room, room_name in places:
        near: dict[UUID, StaffOfChild] = {}
        for person, given, family, role, where, member_room in members:
            kind = keyed.get((child, person))
            leads = role != Role.PRACTITIONER
            if where == setting and (kind or leads or member_room == room):
                shown = StaffOfChild(
                    person,
                    f"{given} {family}",
                    Role(role),
                    setting,
                    setting_name,
                    room_name if member_room == room else "",
                    kind,
                )
                near.setdefault(person, shown)
        found.setdefault(child, []).extend(sorted(near.values(), key=_first_the_closest))
    return found


def _first_the_closest(one: StaffOfChild) -> tuple[int, str]:
    if one.key is not None:
        return (0 if one.key is KeyKind.KEY else 1), one.name
    return (2 if one.room else 3), one.name


def _invited(actor: Actor, children: Sequence[UUID]) -> dict[UUID, list[PersonShown]]:
    grants = system(SystemReason.SHOWING, FamilyViewer).filter(
        in_force(actor.at), child__in=children, granted_by=actor.person, adult__in=_people(actor)
    )
    rows = grants.order_by("adult__given_name", "id").values_list(
        "child_id", "adult_id", "adult__given_name", "adult__family_name", "relation", "id"
    )
    found: dict[UUID, list[PersonShown]] = {}
    for child, adult, given, family, relation, row in rows:
        shown = PersonShown(adult, f"{given} {family}", str(Relation(relation).label), row)
        found.setdefault(child, []).append(shown)
    return found


def _others(actor: Actor, children: Sequence[UUID]) -> dict[UUID, list[PersonShown]]:
    """Other guardians of the child who chose the same, whom the rule lets the reader see."""
    bound = restrictions(actor.person, OuterRef("child"), RecordClass.C6, actor)
    ties = system(SystemReason.SHOWING, Guardianship).filter(
        in_force(actor.at),
        ~Exists(bound),
        Exists(_chosen(actor).filter(child=OuterRef("child"), adult=OuterRef("adult"))),
        child__in=children,
        adult__in=_people(actor),
    )
    rows = ties.exclude(adult=actor.person).order_by("adult__given_name", "id")
    found: dict[UUID, list[PersonShown]] = {}
    for child, adult, given, family, relation in rows.values_list(
        "child_id", "adult_id", "adult__given_name", "adult__family_name", "relation"
    ):
        shown = PersonShown(adult, f"{given} {family}", str(Relation(relation).label))
        found.setdefault(child, []).append(shown)
    return found


def find_child(actor: Actor, action: FamilyAction, child: UUID) -> Child:
    """The row a verb is about to act for. Raises NotThere."""
    row = visible(actor, action, Child).filter(pk=child).first()
    if row is None:
        raise NotThere("child")
    return row


def find_granted(actor: Actor, viewer: UUID) -> FamilyViewer:
    """A grant of the reader's own, still in force. Raises NotThere."""
    rows = system(SystemReason.WRITING, FamilyViewer).filter(in_force(actor.at), granted_by=actor.person)
    row = rows.filter(pk=viewer).first()
    if row is None:
        raise NotThere("viewer")
    return row
