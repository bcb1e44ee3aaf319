"""Households: an address and a phone, who belongs there, which children live there."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Doer, SystemReason, acting, of_provider, system
from seren.foundation.audit.door import record
from seren.people.families.models import Child, Household, HouseholdMember, Lives
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import FamilyEvent, Pattern
from seren.people.provision.policies import ProvisionAction


def make_household(
    *, actor: Doer, setting: UUID, address: Mapping[str, object] | None, phone: str | None, now: datetime
) -> Household:
    """`address`: {"lines": [...], "town": …, "postcode": …}; sealed, as is the phone."""
    household = Household(
        provider_id=actor.provider, address=dict(address) if address else None, phone=phone or None
    )
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        household.save(force_insert=True)
        record(actor, FamilyEvent.HOUSEHOLD_KEPT, household, now=now, setting=setting)
    return household


def keep_household(
    *,
    actor: Doer,
    household: Household,
    address: Mapping[str, object] | None,
    phone: str | None,
    now: datetime,
) -> None:
    """Correct the address or phone of a household."""
    household.address, household.phone = (dict(address) if address else None), phone or None
    with acting(actor, FamilyAction.CHANGE_HOUSEHOLD, household):
        household.save(update_fields=["address", "phone"])
        record(actor, FamilyEvent.HOUSEHOLD_KEPT, household, now=now)


def join_household(*, actor: Doer, household: Household, person: UUID, child: Child, now: datetime) -> None:
    """An adult belongs to a household. `child` is the one whose record this is kept with."""
    of_provider(household.provider_id, "accounts.Person", person)
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        members = system(SystemReason.WRITING, HouseholdMember).filter(household=household, person=person)
        if not members.filter(until_at__isnull=True).exists():
            HouseholdMember(
                provider_id=household.provider_id, household=household, person_id=person, from_at=now
            ).save(force_insert=True)
        _note(actor, household, child, now)


def leave_household(*, actor: Doer, household: Household, person: UUID, child: Child, now: datetime) -> None:
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        members = system(SystemReason.WRITING, HouseholdMember).filter(household=household, person=person)
        members.filter(until_at__isnull=True).update(until_at=now)
        _note(actor, household, child, now)


def child_lives(*, actor: Doer, household: Household, child: Child, pattern: Pattern, now: datetime) -> None:
    """From now on in this pattern. A day on which the home ends already stays."""
    of_provider(household.provider_id, "families.Child", child.id)
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        living = system(SystemReason.WRITING, Lives).filter(household=household, child=child)
        still = living.filter(Q(until_at__isnull=True) | Q(until_at__gt=now))
        last = still.order_by("from_at", "id").last()
        still.update(until_at=now)
        Lives(
            provider_id=household.provider_id,
            household=household,
            child=child,
            pattern=pattern,
            from_at=now,
            until_at=last.until_at if last else None,
        ).save(force_insert=True)
        _note(actor, household, child, now)


def child_moves_out(*, actor: Doer, household: Household, child: Child, now: datetime) -> None:
    """The child lives there no more. Who belongs to the household stays as it is."""
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        living = system(SystemReason.WRITING, Lives).filter(household=household, child=child)
        living.filter(until_at__isnull=True).update(until_at=now)
        _note(actor, household, child, now)


def _note(actor: Doer, household: Household, child: Child, now: datetime) -> None:
    record(actor, FamilyEvent.HOUSEHOLD_KEPT, household, now=now, child=child.id)
