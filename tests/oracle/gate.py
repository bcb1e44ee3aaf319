"""Before anything else: account, tenant, session (trust.md 4.3, 1)."""

from __future__ import annotations

from .facts import Id, Who
from .world import World

LEVELS = ("none", "code", "known", "strong")


def account_is_open(world: World, who: Who) -> bool:
    """“Gate: account active” (4.3, 1). Unknown is not open (4.3, 4)."""
    adult = world.at.adult.get(who.person)
    return adult is not None and adult.account == "open"


def same_tenant(world: World, who: Who, provider: Id | None) -> bool:
    """“tenant equal” (4.3, 1); “no query, key or file crosses it” (house 6). Unknown on either side is
    no."""
    adult = world.at.adult.get(who.person)
    return provider is not None and adult is not None and adult.provider == provider


def reaches(who: Who, floor: str) -> bool:
    """“session assurance at least the floor of class and relation” (4.3, 1). A level nobody knows
    reaches nothing."""
    return who.level in LEVELS and LEVELS.index(who.level) >= LEVELS.index(floor)


def family_may_ask(world: World, who: Who, provider: Id | None) -> bool:
    """“Guardians and carers: C0–C10 of their own child and own words need `known`” (4.3, 1)."""
    # DECIDED: A family viewer has the same floor; the text names none of their own.
    # DECIDED: The floor belongs to the relation. An adult who is staff and parent reads their own child
    # at `known`: otherwise ending a job (a permit) would enlarge what they see, which I5 forbids.
    return reaches(who, "known") and account_is_open(world, who) and same_tenant(world, who, provider)


def staff_may_ask(world: World, who: Who, provider: Id | None) -> bool:
    """“Staff, committee, professionals: `strong` before the first read” (4.3, 1)."""
    return reaches(who, "strong") and account_is_open(world, who) and same_tenant(world, who, provider)


def proved_again(who: Who) -> bool:
    """“change of address, phone or sign-in, and showing contact to the other home need `fresh`” (4.3,
    1)."""
    return who.fresh is True
