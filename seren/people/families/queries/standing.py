"""How one reader stands to some children: whose parent they are, whom they may name, who let them see."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from seren.foundation.access.door import Actor, SystemReason, system
from seren.people.families.models import Guardianship
from seren.people.families.policies import viewings
from seren.people.families.queries.adults import homes_of_children
from seren.people.families.queries.children import ChildShown, children_shown


@dataclass(frozen=True)
class Standing:
    """`named`: children whose name the reader is told. `parent_of`: the reader is or was their guardian.

    `known_at_home`: per child, the adults whose name the reader is told on a star from home: those of the
    reader's own home with that child, for a viewer no more of them than the granter is told.
    """

    reader: UUID
    named: dict[UUID, ChildShown]
    parent_of: frozenset[UUID]
    known_at_home: dict[UUID, frozenset[UUID]]

    def at_work_for(self, child: UUID) -> bool:
        """The reader sees this child as staff, and is no parent of it."""
        return child in self.named and child not in self.parent_of

    def is_told(self, author: UUID, children: Collection[UUID]) -> bool:
        """Whether a star from home by `author` about these children is signed by name to the reader."""
        if author == self.reader:
            return True
        if not any(child in self.parent_of for child in children) and any(map(self.at_work_for, children)):
            return True
        return any(author in self.known_at_home.get(child, ()) for child in children)


def standing_among(actor: Actor, children: Collection[UUID]) -> Standing:
    """For a page of any hat: five queries, whatever the number of children."""
    ever = system(SystemReason.DECIDING, Guardianship).filter(adult=actor.person, child__in=children)
    parent_of = frozenset(ever.values_list("child_id", flat=True))
    return standing_from(actor, children, children_shown(actor, children), parent_of)


def standing_in_family(actor: Actor, followed: Sequence[ChildShown]) -> Standing:
    """For a family's own page: whom they follow was read already; two or three queries more."""
    own = {child.id: child for child in followed if child.own}
    return standing_from(actor, [child.id for child in followed], own, frozenset(own))


def standing_from(
    actor: Actor, children: Collection[UUID], named: dict[UUID, ChildShown], parent_of: frozenset[UUID]
) -> Standing:
    """For whoever has asked already which of the children are named, and which are the reader's own."""
    homes = homes_of_children(children, actor.at)
    mine = {child: _home(homes[child], actor.person) for child in children}
    if strangers := [child for child in children if child not in named and child not in parent_of]:
        for child, told in _through_granters(actor, strangers, homes).items():
            mine[child] = mine[child] & told
    return Standing(actor.person, named, parent_of, mine)


def _home(households: Collection[frozenset[UUID]], person: UUID) -> frozenset[UUID]:
    """The adults of every household of the child that this person belongs to."""
    return frozenset(adult for adults in households if person in adults for adult in adults)


def _through_granters(
    actor: Actor, children: Collection[UUID], homes: dict[UUID, list[frozenset[UUID]]]
) -> dict[UUID, frozenset[UUID]]:
    told: dict[UUID, frozenset[UUID]] = {child: frozenset() for child in children}
    grants = viewings(actor).filter(child__in=children).values_list("child_id", "granted_by_id")
    for child, granter in grants:
        told[child] |= _home(homes[child], granter) | {granter}
    return told
