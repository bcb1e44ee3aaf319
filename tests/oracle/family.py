"""How family is tied to a child: guardians, viewers, homes (trust.md 4.1 facts, 4.2 rows; P-01…P-03)."""

from __future__ import annotations

from collections.abc import Iterator

from . import dates, denies
from .facts import Guardianship, Id, Viewer
from .world import World


def guardianships(world: World, person: Id, child: Id) -> list[Guardianship]:
    rows = world.at.guardianships.get((person, child), ())
    return [row for row in rows if dates.in_force(row, world.now)]


def has_pr(row: Guardianship) -> bool:
    """P-01, P-02. “PR unknown” is not yes."""
    return row.pr == "yes"


def is_parent(row: Guardianship) -> bool:
    """“Parent without PR, or PR unknown: as guardian PR, less C8 write and C12” (4.2). A parent is a
    natural or adoptive one (P-01)."""
    return has_pr(row) or row.natural is True


def is_carer(row: Guardianship) -> bool:
    """“anyone with care of the child” (P-01); “carer with day-to-day care” (4.2)."""
    # DECIDED: Living in the same home without care is no tie (P-03: others only by a PR holder's grant).
    return row.care is True


def parent_of(world: World, person: Id, child: Id) -> bool:
    return any(is_parent(row) for row in guardianships(world, person, child))


def guardian_of(world: World, person: Id, child: Id) -> bool:
    """Parent or carer, in force: those with C3 and C4, to read and to write (4.2 and its addenda)."""
    return any(is_parent(row) or is_carer(row) for row in guardianships(world, person, child))


def granter_still_sees(world: World, grant: Viewer) -> bool:
    """“A guardian's grants reach no further than the granter's own sight and end when it ends” (house
    6); “only by a PR holder's grant” (P-03)."""
    # DECIDED: A closed account sees nothing, so it passes nothing on; an adult without sign-in, whose
    # things come on paper, still sees.
    granter = world.at.adult.get(grant.granted_by)
    return (
        granter is not None
        and granter.provider == grant.provider
        and granter.account in ("open", "paper")
        and any(has_pr(row) for row in guardianships(world, grant.granted_by, grant.child))
    )


def grants(world: World, person: Id, child: Id) -> Iterator[Viewer]:
    """Grants in force to this viewer for this child, from someone who may still give them."""
    for grant in world.at.viewers.get((person, child), ()):
        if dates.in_force(grant, world.now) and granter_still_sees(world, grant):
            yield grant


def viewer_of(
    world: World, person: Id, child: Id, subjects: tuple[Id, ...], record_class: str
) -> Iterator[Viewer]:
    """Grants by which a viewer reaches a thing about `subjects`: the granter must not be denied on any
    of them."""
    for grant in grants(world, person, child):
        if not denies.denied_on_any(world, grant.granted_by, subjects, record_class):
            yield grant


def lives_in_home(world: World, person: Id, household: Id) -> bool:
    rows = world.at.household_members.get((person, household), ())
    return any(dates.in_force(row, world.now) for row in rows)


def child_lives_in(world: World, child: Id, household: Id) -> bool:
    return any(
        row.household == household and dates.in_force(row, world.now)
        for row in world.at.homes_of_child.get(child, ())
    )


def share_a_home(world: World, one: Id, other: Id, child: Id) -> bool:
    """“A home is the set of adults of one household of that child” (item 14)."""
    return any(
        dates.in_force(row, world.now)
        and lives_in_home(world, one, row.household)
        and lives_in_home(world, other, row.household)
        for row in world.at.homes_of_child.get(child, ())
    )
