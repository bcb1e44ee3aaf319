"""An adult comes to a child's page in one act: known or new, with what they are to the child, and a home."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, in_force, system
from seren.people.accounts.domain import Adult, add_person
from seren.people.families.domain.adults import Facts, add_guardian
from seren.people.families.domain.homes import child_lives, join_household, keep_household, make_household
from seren.people.families.models import Child, Guardianship, Household, Lives
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import Pattern


@dataclass(frozen=True)
class Home:
    """Where an adult lives: one of the child's homes by id, a new one, or none we know of."""

    household: UUID | None = None
    new: bool = False


def bring_adult(
    *, actor: Actor, child: Child, setting: UUID, adult: Adult | UUID, facts: Facts, home: Home, now: datetime
) -> Guardianship:
    """All of it or nothing. A new home has no address yet: it is written on its own page."""
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        person = adult if isinstance(adult, UUID) else add_person(actor=actor, adult=adult, now=now).pk
        tie = add_guardian(actor=actor, child=child, adult=person, facts=facts, now=now)
        household = _household(actor, child, setting, home, now)
        if household is not None:
            join_household(actor=actor, household=household, person=person, child=child, now=now)
    return tie


def _household(actor: Actor, child: Child, setting: UUID, home: Home, now: datetime) -> Household | None:
    if home.new:
        made = make_household(actor=actor, setting=setting, address=None, phone=None, now=now)
        child_lives(actor=actor, household=made, child=child, pattern=Pattern.ALL, now=now)
        return made
    if home.household is None:
        return None
    living = system(SystemReason.WRITING, Lives).filter(child=child, until_at__isnull=True)
    found = living.filter(household=home.household).select_related("household").first()
    if found is None:
        raise NotThere("no home of this child")
    return found.household


def add_home(
    *,
    actor: Actor,
    child: Child,
    setting: UUID,
    address: Mapping[str, object] | None,
    phone: str,
    pattern: Pattern,
    now: datetime,
) -> Household:
    """A household, and that the child lives there."""
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        made = make_household(actor=actor, setting=setting, address=address, phone=phone or None, now=now)
        child_lives(actor=actor, household=made, child=child, pattern=pattern, now=now)
    return made


def correct_home(
    *,
    actor: Actor,
    child: Child,
    household: Household,
    address: Mapping[str, object] | None,
    phone: str,
    pattern: Pattern,
    now: datetime,
) -> None:
    """Address, phone, and how much of the time the child lives there, in one act."""
    with acting(actor, FamilyAction.CHANGE_HOUSEHOLD, household):
        keep_household(actor=actor, household=household, address=address, phone=phone or None, now=now)
        living = system(SystemReason.WRITING, Lives).filter(child=child, household=household)
        if not living.filter(in_force(now), pattern=pattern).exists():
            child_lives(actor=actor, household=household, child=child, pattern=pattern, now=now)
