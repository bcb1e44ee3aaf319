"""Ending a restriction, or letting it stand. One person may set one; it takes two to lift it (trust.md 4.3).

The one exception: past its day to be decided, one person other than its author may end it.
"""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.families.domain import clocks
from seren.people.families.domain.restricting import note
from seren.people.families.models import Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import FamilyEvent, RestrictionBasis, RestrictionCode


def ask_lift(*, actor: Actor, restriction: UUID, child: UUID, reason: str, now: datetime) -> None:
    """The first of two. It stands until another agrees."""
    if not reason.strip():
        raise Refused("reason-missing", _("Write why it can end, and what you have seen."), "reason")
    with acting(actor, FamilyAction.RESTRICT, child):
        held = _held(restriction, child)
        if held.lift_asked_by_id is not None:
            raise Refused("lift-asked", _("Somebody has asked this already. Another leader must agree."))
        held.lift_reason, held.lift_asked_by_id, held.lift_asked_at = reason.strip(), actor.person, now
        held.save(update_fields=["lift_reason", "lift_asked_by", "lift_asked_at"])
        note(actor, FamilyEvent.LIFT_ASKED, held, now)


def lift(*, actor: Actor, restriction: UUID, child: UUID, now: datetime) -> None:
    """The second of two; or one other than the author, where the decision is overdue."""
    with acting(actor, FamilyAction.RESTRICT, child):
        held = _held(restriction, child)
        if not held.may_be_lifted_by(actor.person, now):
            raise Refused("one-person", _("Two people lift a restriction. Another leader must agree."))
        held.lifted_at, held.lifted_by_id = now, actor.person
        held.save(update_fields=["lifted_at", "lifted_by"])
        clocks.met(held, now)
        note(actor, FamilyEvent.LIFTED, held, now)


def keep(*, actor: Actor, restriction: UUID, child: UUID, now: datetime) -> None:
    """Looked at again, and it stands: whoever asked to lift it has an answer, and the next day is set."""
    with acting(actor, FamilyAction.RESTRICT, child):
        held = _held(restriction, child)
        ends_on = held.order.ends_on if held.order else None
        held.review_on = clocks.review_day(held.setting_id, ends_on, clock.day_of(now))
        held.lift_reason = held.lift_asked_by_id = held.lift_asked_at = None
        held.save(update_fields=["review_on", "lift_reason", "lift_asked_by", "lift_asked_at"])
        note(actor, FamilyEvent.RESTRICTION_KEPT, held, now)


def confirm(*, actor: Actor, restriction: UUID, child: UUID, words: str, now: datetime) -> None:
    """A caution becomes the safeguarding lead's decision. Who may not collect needs a paper (P-05)."""
    if not words.strip():
        raise Refused("words-missing", _("Write what you have seen, and whom you spoke to."), "words")
    with acting(actor, FamilyAction.DECIDE_FOR_SAFETY, child):
        held = _held(restriction, child)
        if held.basis != RestrictionBasis.CAUTION or held.code == RestrictionCode.NO_COLLECT:
            raise Refused("not-a-caution", _("Only a caution is decided like this. Record the order."))
        held.basis, held.decision = RestrictionBasis.SAFEGUARDING, words.strip()
        held.decided_by_id, held.decided_at = actor.person, now
        held.save(update_fields=["basis", "decision", "decided_by", "decided_at"])
        clocks.met(held, now)
        note(actor, FamilyEvent.RESTRICTION_CONFIRMED, held, now)


def _held(restriction: UUID, child: UUID) -> Restriction:
    """Held for this verb: two who lift at once are one after the other."""
    rows = system(SystemReason.WRITING, Restriction).select_related("order")
    held = rows.filter(pk=restriction, child=child, lifted_at__isnull=True).select_for_update(of=("self",))
    found: Restriction | None = held.first()
    if found is None:
        raise Refused("lifted", _("This restriction is lifted already."))
    return found
