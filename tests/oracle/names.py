"""Whom a moment names: its children, its author (item 14; contract.md, `others`)."""

from __future__ import annotations

from . import children, denies, family, gate, moments
from .facts import Child, Id, Moment, Who
from .world import World


def may_see_child_id(world: World, who: Who, child: Id) -> bool:
    row: Child | None = world.at.child.get(child)
    return row is not None and children.may_see_child(world, who, row)


def children_named(world: World, who: Who, moment: Moment) -> tuple[frozenset[Id], int]:
    """“`children` holds only those the reader may see, others are a number” (contract); “readers see
    their own children and: with 2 friends” (item 12)."""
    # DECIDED: To see a child is C2, so a viewer (C2 “–”) reads only a number; a tombstone names and
    # counts nobody.
    if not moments.may_see_moment(world, who, moment):
        return frozenset(), 0
    named = frozenset(child for child in moment.children if may_see_child_id(world, who, child))
    return named, len(set(moment.children)) - len(named)


def granter_reads_the_name(world: World, who: Who, moment: Moment) -> bool:
    """A viewer reads a name only where the one who let them in does (house 6, grants)."""
    return any(
        grant.granted_by == moment.author
        or family.share_a_home(world, grant.granted_by, moment.author, home_child)
        for child in moment.children
        for grant in family.viewer_of(world, who.person, child, moment.children, "C3")
        for home_child in moment.children
        if moment.author is not None
    )


def signed_as(world: World, who: Who, moment: Moment) -> str | None:
    """“A star to all the family is, in another home, signed 'from home', never with a name” (item 14).
    The setting's moments are signed by name (`/family/people/` shows staff); staff read the name
    (“from Mum, on paper”, item 13)."""
    if not moments.may_see_moment(world, who, moment):
        return None
    if moment.origin == "setting" or moment.author == who.person:
        return "by name"
    if moment.author is None:
        return "from home"
    if any(denies.is_or_was_parent(world, who.person, child) for child in moment.children):
        same = any(family.share_a_home(world, who.person, moment.author, child) for child in moment.children)
        return "by name" if same else "from home"
    if gate.staff_may_ask(world, who, moment.provider) and moments.reached_as_staff(world, who, moment):
        return "by name"
    same = any(family.share_a_home(world, who.person, moment.author, child) for child in moment.children)
    return "by name" if same and granter_reads_the_name(world, who, moment) else "from home"
