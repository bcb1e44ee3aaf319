"""How one reader stands to some children: whose parent they are, whom they may name, who let them see."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.kernel.questions import Question, ask, ask_all, joined, question
from seren.people.families.models import Child, Enrolment, Guardianship
from seren.people.families.policies import FamilyAction, viewings
from seren.people.families.queries.adults import homes_asked, homes_of_children
from seren.people.families.queries.children import ChildShown


@dataclass(frozen=True)
class Standing:
    """`named`: children whose name the reader is told. `parent_of`: the reader is or was their guardian.

    `work`: children the reader works with, and in which setting. A moment is of one setting: who works with
    the child in another one reads it as whatever else they are, and is told no more.
    `known_at_home`: per child, the adults whose name the reader is told on a star from home: those of the
    reader's own home with that child, for a viewer no more of them than the granter is told.
    """

    reader: UUID
    named: dict[UUID, ChildShown]
    parent_of: frozenset[UUID]
    work: frozenset[tuple[UUID, UUID]]
    known_at_home: dict[UUID, frozenset[UUID]]

    def at_work_for(self, child: UUID, setting: UUID) -> bool:
        """The reader works with this child in that setting, and is no parent of it."""
        return (child, setting) in self.work and child not in self.parent_of

    def at_work_for_any(self, children: Collection[UUID], setting: UUID) -> bool:
        return any(self.at_work_for(child, setting) for child in children)

    def is_told(self, author: UUID, children: Collection[UUID], setting: UUID) -> bool:
        """Whether a star from home by `author`, kept in that setting, is signed by name to the reader."""
        if author == self.reader:
            return True
        parent = any(child in self.parent_of for child in children)
        if not parent and self.at_work_for_any(children, setting):
            return True
        return any(author in self.known_at_home.get(child, ()) for child in children)


def standing_among(actor: Actor, children: Collection[UUID]) -> Standing:
    """For a page of any hat: one query, and another where the reader follows a child as a viewer."""
    return ask(standing_asked(actor, children))


def standing_asked(actor: Actor, children: Collection[UUID]) -> Question[Standing]:
    """The same as a question."""
    ever = system(SystemReason.DECIDING, Guardianship).filter(adult=actor.person, child__in=children)
    seen = visible(actor, FamilyAction.SEE_CHILD, Child).filter(pk__in=children).order_by("known_as", "id")
    shown = seen.values_list("id", "known_as", "tint", "cut")
    return joined(
        lambda tied, named, work, homes: standing_with(actor, children, named, tied, work, homes),
        question(lambda rows: frozenset(child for (child,) in rows), ever.values_list("child_id")),
        question(lambda rows: {row[0]: ChildShown(*row) for row in rows}, shown),
        work_asked(actor, children),
        homes_asked(children, actor.at),
    )


def work_asked(
    actor: Actor, children: "QuerySet[Any, Any] | Collection[UUID]"
) -> Question[frozenset[tuple[UUID, UUID]]]:
    """With which of these children the reader works, and in which setting; `children` may be a queryset."""
    places = visible(actor, FamilyAction.WORK_WITH_CHILD, Enrolment).filter(child__in=children)
    return question(frozenset, places.order_by().values_list("child_id", "setting_id"))


def standing_in_family(actor: Actor, followed: Sequence[ChildShown]) -> Standing:
    """For a family's own page: whom they follow was read already; one query more."""
    own = {child.id: child for child in followed if child.own}
    children = [child.id for child in followed]
    if len(own) == len(children):
        homes = homes_of_children(children, actor.at)
        return standing_with(actor, children, own, frozenset(own), frozenset(), homes)
    homes, grants = ask_all(homes_asked(children, actor.at), question(tuple, _grants(actor, children)))
    return standing_with(actor, children, own, frozenset(own), frozenset(), homes, grants)


def standing_with(
    actor: Actor,
    children: Collection[UUID],
    named: dict[UUID, ChildShown],
    parent_of: frozenset[UUID],
    work: frozenset[tuple[UUID, UUID]],
    homes: Mapping[UUID, list[frozenset[UUID]]],
    grants: Iterable[tuple[UUID, UUID]] | None = None,
) -> Standing:
    """For whoever has asked already which children are named, which are the reader's own, and their homes.

    `grants`: who lets the reader see which child; None: asked here where the reader is no parent.
    """
    mine = {child: _home(homes.get(child, ()), actor.person) for child in children}
    if guests := [child for child in children if mine[child] and child not in parent_of]:
        grants = _grants(actor, guests) if grants is None else grants
        for child, told in _through_granters(guests, grants, homes).items():
            mine[child] = mine[child] & told
    return Standing(actor.person, named, parent_of, work, mine)


def _home(households: Collection[frozenset[UUID]], person: UUID) -> frozenset[UUID]:
    """The adults of every household of the child that this person belongs to."""
    return frozenset(adult for adults in households if person in adults for adult in adults)


def _grants(actor: Actor, children: Collection[UUID]) -> "QuerySet[Any, Any]":
    return viewings(actor).filter(child__in=children).values_list("child_id", "granted_by_id")


def _through_granters(
    children: Collection[UUID],
    grants: Iterable[tuple[UUID, UUID]],
    homes: Mapping[UUID, list[frozenset[UUID]]],
) -> dict[UUID, frozenset[UUID]]:
    told: dict[UUID, frozenset[UUID]] = {child: frozenset() for child in children}
    for child, granter in grants:
        if child in told:
            told[child] |= _home(homes.get(child, ()), granter) | {granter}
    return told
