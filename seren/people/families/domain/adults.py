"""What an adult is to a child: four facts, never one tick (P-01)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, SystemReason, acting, of_provider, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.families.models import Child, FamilyViewer, Guardianship
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import (
    EvidenceSeen,
    FamilyEvent,
    LivesWith,
    Relation,
    Responsibility,
    ResponsibilityBasis,
)


@dataclass(frozen=True)
class Facts:
    """What is known of an adult and a child. `basis` goes with responsibility only."""

    relation: Relation
    responsibility: Responsibility
    lives_with: LivesWith
    natural_parent: bool | None = None
    basis: ResponsibilityBasis | str = ""
    day_to_day_care: bool = False
    can_collect: bool = False
    emergency_order: int | None = None
    evidence: EvidenceSeen = EvidenceSeen.NONE
    seen_by: UUID | None = None
    seen_on: date | None = None


def add_guardian(*, actor: Doer, child: Child, adult: UUID, facts: Facts, now: datetime) -> Guardianship:
    _check(facts)
    of_provider(child.provider_id, "accounts.Person", adult)
    tie = Guardianship(
        provider_id=child.provider_id, child=child, adult_id=adult, from_at=now, **_columns(facts)
    )
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        ties = system(SystemReason.WRITING, Guardianship).filter(child=child, adult=adult)
        if ties.filter(until_at__isnull=True).exists():
            raise Refused(
                "guardian-there", _("This adult is already on the child’s page. Change that entry.")
            )
        tie.save(force_insert=True)
        _note(actor, FamilyEvent.GUARDIAN_ADDED, tie, now)
    return tie


def change_guardian(*, actor: Doer, guardianship: Guardianship, facts: Facts, now: datetime) -> Guardianship:
    """The facts from now on. What stood before is kept with its dates."""
    _check(facts)
    after = Guardianship(
        provider_id=guardianship.provider_id,
        child_id=guardianship.child_id,
        adult_id=guardianship.adult_id,
        from_at=now,
        **_columns(facts),
    )
    with acting(actor, FamilyAction.KEEP_RECORD, guardianship.child_id):
        guardianship.until_at = now
        guardianship.save(update_fields=["until_at"])
        after.save(force_insert=True)
        _note(actor, FamilyEvent.GUARDIAN_CHANGED, after, now)
    return after


def end_guardian(*, actor: Doer, guardianship: Guardianship, now: datetime) -> None:
    """The tie ends now; what this adult granted to others ends with it."""
    with acting(actor, FamilyAction.KEEP_RECORD, guardianship.child_id):
        guardianship.until_at = now
        guardianship.save(update_fields=["until_at"])
        granted = system(SystemReason.WRITING, FamilyViewer).filter(
            child=guardianship.child_id, granted_by=guardianship.adult_id, until_at__isnull=True
        )
        granted.update(until_at=now)
        _note(actor, FamilyEvent.GUARDIAN_ENDED, guardianship, now)


def _check(facts: Facts) -> None:
    if facts.basis and facts.responsibility is not Responsibility.YES:
        raise Refused(
            "basis-without",
            _("Say what parental responsibility rests on only where the adult has it."),
            "pr_basis",
        )
    if (facts.seen_by is None) != (facts.seen_on is None):
        raise Refused("seen-half", _("Say both who saw the evidence and on which day."), "seen_on")


def _columns(facts: Facts) -> dict[str, object]:
    columns = dict(vars(facts))
    columns["seen_by_id"] = columns.pop("seen_by")
    return columns


def _note(actor: Doer, event: FamilyEvent, tie: Guardianship, now: datetime) -> None:
    record(actor, event, tie, now=now, child=tie.child_id, details={"adult": str(tie.adult_id)})
