"""The key-person map: who looks after whom, and whose languages meet (E-01 to E-04)."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.people.families.models import Child, Enrolment, KeyPerson
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.children import going_on
from seren.people.families.terms import KeyKind
from seren.people.provision.queries.desk import Desk
from seren.people.provision.queries.staff import staff_at

LOAD = rules.need("key-children.load")


@dataclass(frozen=True, slots=True)
class MapChild:
    id: UUID
    name: str
    tint: str
    cut: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carer:
    """One of the staff. `over`: key person of more children than the product rule asks about."""

    person: UUID
    name: str
    languages: tuple[str, ...]
    rooms: tuple[str, ...]
    key_of: tuple[MapChild, ...]
    buddy_of: tuple[MapChild, ...]
    over: bool


@dataclass(frozen=True, slots=True)
class KeyMap:
    """`most`: the number of the rule. `without`: children with a place whom nobody is named for."""

    carers: tuple[Carer, ...]
    without: tuple[MapChild, ...]
    most: int


def key_map(actor: Actor, desk: Desk) -> KeyMap:
    """Seven queries, whatever the number of children and staff."""
    most = rules.value(desk.nation.value, LOAD, clock.day_of(actor.at)).number
    children = _children(actor, desk.id)
    held = _held(desk.id, actor)
    keyed = {child for child, _person, kind in held if kind is KeyKind.KEY}
    carers = []
    for one in staff_at(desk.id, actor.at):
        if not one.with_children:
            continue
        key_of = _of(one.person, KeyKind.KEY, held, children)
        rooms = tuple(dict.fromkeys(role.room for role in one.roles if role.room))
        buddy_of = _of(one.person, KeyKind.BUDDY, held, children)
        over = len(key_of) > most
        carers.append(Carer(one.person, one.name, one.languages, rooms, key_of, buddy_of, over))
    without = tuple(child for pk, child in children.items() if pk not in keyed)
    return KeyMap(tuple(sorted(carers, key=lambda one: -len(one.key_of))), without, most)


def _children(actor: Actor, setting: UUID) -> dict[UUID, MapChild]:
    seen = visible(actor, FamilyAction.SEE_CHILD, Child).values("pk")
    rows = system(SystemReason.SHOWING, Enrolment).filter(going_on(actor.at), setting=setting, child__in=seen)
    return {
        row.child_id: MapChild(
            row.child_id,
            row.child.known_as,
            row.child.tint,
            row.child.cut,
            tuple(row.child.home_languages),
        )
        for row in rows.select_related("child").order_by("child__known_as", "child_id")
    }


def _held(setting: UUID, actor: Actor) -> list[tuple[UUID, UUID, KeyKind]]:
    """(child, person, kind) now or from a day to come. A change already planned counts for the next one."""
    rows = system(SystemReason.SHOWING, KeyPerson).filter(
        Q(until_at__isnull=True) | Q(until_at__gt=actor.at), setting=setting
    )
    last: dict[tuple[UUID, str], UUID] = {}
    for child, person, kind in rows.order_by("from_at").values_list("child_id", "person_id", "kind"):
        last[child, kind] = person
    return [(child, person, KeyKind(kind)) for (child, kind), person in last.items()]


def _of(
    person: UUID, kind: KeyKind, held: list[tuple[UUID, UUID, KeyKind]], children: dict[UUID, MapChild]
) -> tuple[MapChild, ...]:
    mine = {child for child, who, what in held if who == person and what is kind}
    return tuple(child for pk, child in children.items() if pk in mine)
