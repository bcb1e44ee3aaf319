"""Setting and lifting a restriction: a deny with its evidence, ended by people, never by a clock."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Doer, SystemReason, acting, of_provider, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.families.models import Child, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import FamilyEvent, RestrictionBasis, RestrictionCode


def restrict(
    *,
    actor: Actor,
    child: Child,
    adult: UUID,
    code: RestrictionCode,
    basis: RestrictionBasis,
    reason: str,
    review_on: date,
    now: datetime,
) -> Restriction:
    """In force from now, at every next request. The reason is sealed."""
    of_provider(child.provider_id, "accounts.Person", adult)
    if not reason.strip():
        raise Refused("reason-missing", _("Write what this rests on: the order, or who decided."), "reason")
    restriction = Restriction(
        provider_id=child.provider_id,
        child=child,
        adult_id=adult,
        code=code,
        basis=basis,
        reason=reason,
        imposed_by_id=actor.person,
        imposed_at=now,
        review_on=review_on,
    )
    with acting(actor, FamilyAction.RESTRICT, child):
        held = system(SystemReason.WRITING, Restriction).filter(child=child, adult=adult, code=code)
        if held.filter(lifted_at__isnull=True).exists():
            raise Refused("restricted", _("This restriction is in force already."), "code")
        restriction.save(force_insert=True)
        _note(actor, FamilyEvent.RESTRICTED, restriction, now)
    return restriction


def lift(*, actor: Actor, restriction: Restriction, now: datetime) -> None:
    """Ended by a person other than the one who set it: lifting needs two."""
    if restriction.imposed_by_id == actor.person:
        raise Refused("same-person", _("Somebody else must lift this: whoever sets it cannot end it alone."))
    with acting(actor, FamilyAction.RESTRICT, restriction.child_id):
        restriction.lifted_at, restriction.lifted_by_id = now, actor.person
        restriction.save(update_fields=["lifted_at", "lifted_by"])
        _note(actor, FamilyEvent.LIFTED, restriction, now)


def _note(actor: Doer, event: FamilyEvent, restriction: Restriction, now: datetime) -> None:
    details = {"adult": str(restriction.adult_id), "code": restriction.code}
    record(actor, event, restriction, now=now, child=restriction.child_id, details=details)
