"""A paper, or a caution, that binds an adult about a child: for tests of what it closes."""

from datetime import datetime
from typing import Any

from seren.doors.demo.world import World
from seren.foundation.access.door import Actor, Level
from seren.foundation.kernel import clock
from seren.people.families.domain import Paper, record_order, restrict
from seren.people.families.models import Order, Restriction
from seren.people.families.terms import OrderKind, RestrictionBasis, RestrictionCode


def bind(
    world: World, who: str, *codes: RestrictionCode, child: Any = "Mali Evans", by: str = "manager"
) -> Order:
    """An order of today, recorded by the manager, binds this one of the cast."""
    paper = Paper(
        kind=OrderKind.PROHIBITED_STEPS,
        court="",
        number="",
        terms="What is ticked, and nothing else.",
        made_on=clock.day_of(world.present),
        ends_on=None,
        copy_seen=True,
    )
    return record_order(
        actor=world.actor(by),
        child=world.child(child) if isinstance(child, str) else child,
        adult=world.people[who],
        setting=world.settings["pre-school"],
        paper=paper,
        codes=codes,
        now=world.present,
    )


def actor(world: World, who: str, at: datetime) -> Actor:
    return Actor(world.people[who], world.provider, Level.STRONG, at)


def caution(
    world: World,
    code: RestrictionCode = RestrictionCode.NO_INFO,
    basis: RestrictionBasis = RestrictionBasis.CAUTION,
    by: str = "manager",
    *,
    who: str = "father-other-home",
    child: str = "Mali Evans",
    at: datetime | None = None,
) -> Restriction:
    """Without a paper: Mali's dad is kept from something from today."""
    now = at or world.present
    return restrict(
        actor=actor(world, by, now),
        child=world.child(child),
        adult=world.people[who],
        setting=world.settings["pre-school"],
        code=code,
        basis=basis,
        reason="Mum told us at the gate.",
        now=now,
    )
