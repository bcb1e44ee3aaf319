"""Setting a restriction: what a paper says, or what somebody here has decided until there is one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Doer, SystemReason, acting, may, of_provider, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.families.domain import clocks
from seren.people.families.models import Child, Order, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import (
    DECIDED_HERE,
    FamilyEvent,
    OrderKind,
    RestrictionBasis,
    RestrictionCode,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is typed from an order. `ends_on` None: it names no end."""

    kind: OrderKind
    court: str
    number: str
    terms: str
    made_on: date
    ends_on: date | None
    copy_seen: bool


def record_order(
    *,
    actor: Actor,
    child: Child,
    adult: UUID,
    setting: UUID,
    paper: Paper,
    codes: Collection[RestrictionCode],
    now: datetime,
) -> Order:
    """In force from now: each code, and nothing more (P-08). What was decided without it rests on it now."""
    _check_paper(paper, codes, clock.day_of(now))
    of_provider(child.provider_id, "accounts.Person", adult)
    order = _order(actor, child, adult, paper, now)
    review_on = clocks.review_day(setting, paper.ends_on, clock.day_of(now))
    with acting(actor, FamilyAction.RESTRICT, child):
        order.save(force_insert=True)
        details = {"adult": str(adult), "kind": order.kind}
        record(actor, FamilyEvent.ORDER_RECORDED, order, now=now, child=child.id, details=details)
        waiting = _decided_here(child, adult, codes)
        for code in codes:
            held = waiting.get(code)
            if held is not None:
                _rest_on(actor, held, order, review_on, now)
                continue
            new = _restriction(actor, child, adult, setting, code, paper.kind.basis, None, now)
            new.order, new.review_on = order, review_on
            new.save(force_insert=True)
            note(actor, FamilyEvent.RESTRICTED, new, now)
    return order


def restrict(
    *,
    actor: Actor,
    child: Child,
    adult: UUID,
    setting: UUID,
    code: RestrictionCode,
    basis: RestrictionBasis,
    reason: str,
    now: datetime,
) -> Restriction:
    """Without a paper: a caution, or the safeguarding lead's decision. In force from now, at every request.

    A caution, and a child not released to somebody, must be decided by a day (P-05). The reason is sealed.
    """
    of_provider(child.provider_id, "accounts.Person", adult)
    _check_decision(actor, child, code, basis, reason)
    made = _restriction(actor, child, adult, setting, code, basis, reason.strip(), now)
    made.review_on = clocks.review_day(setting, None, clock.day_of(now))
    kind = clocks.kind_for(basis, code)
    made.decide_by = clocks.decide_by(kind, setting, now) if kind else None
    with acting(actor, FamilyAction.RESTRICT, child):
        if _in_force(child, adult).filter(code=code).exists():
            raise Refused("restricted", _("This restriction is in force already."), "code")
        made.save(force_insert=True)
        if kind:
            clocks.start(kind, made, now)
        note(actor, FamilyEvent.RESTRICTED, made, now)
    return made


def note(actor: Doer, event: FamilyEvent, restriction: Restriction, now: datetime) -> None:
    details = {"adult": str(restriction.adult_id), "code": restriction.code}
    record(actor, event, restriction, now=now, child=restriction.child_id, details=details)


def _check_paper(paper: Paper, codes: Collection[RestrictionCode], today: date) -> None:
    if not codes:
        raise Refused("codes-missing", _("Choose what the order stops. It stops nothing else."), "codes")
    if not paper.terms.strip():
        raise Refused("terms-missing", _("Write what the order says."), "terms")
    if paper.made_on > today:
        raise Refused("day-to-come", _("An order cannot be made on a day to come."), "made_on")
    if paper.ends_on is not None and paper.ends_on < paper.made_on:
        raise Refused("day-before", _("The last day is before the day it was made."), "ends_on")


def _check_decision(
    actor: Actor, child: Child, code: RestrictionCode, basis: RestrictionBasis, reason: str
) -> None:
    if basis not in DECIDED_HERE:
        raise Refused("paper-missing", _("Record the order itself. It holds what it stops."), "basis")
    if not reason.strip():
        raise Refused("reason-missing", _("Write what this rests on, and who decided."), "reason")
    if basis is RestrictionBasis.CAUTION and code is RestrictionCode.NO_COLLECT:
        words = _("A parent’s word alone stops nobody from collecting. Ask the safeguarding lead to decide.")
        raise Refused("word-only", words, "basis")
    if basis is RestrictionBasis.SAFEGUARDING and not may(actor, FamilyAction.DECIDE_FOR_SAFETY, child):
        words = _("Only the safeguarding lead decides this. You can set a caution.")
        raise Refused("not-the-lead", words, "basis")


def _order(actor: Actor, child: Child, adult: UUID, paper: Paper, now: datetime) -> Order:
    return Order(
        provider_id=child.provider_id,
        child=child,
        adult_id=adult,
        kind=paper.kind,
        details={"court": paper.court.strip(), "number": paper.number.strip(), "terms": paper.terms.strip()},
        made_on=paper.made_on,
        ends_on=paper.ends_on,
        copy_seen_on=clock.day_of(now) if paper.copy_seen else None,
        recorded_by_id=actor.person,
        recorded_at=now,
    )


def _restriction(
    actor: Actor,
    child: Child,
    adult: UUID,
    setting: UUID,
    code: RestrictionCode,
    basis: RestrictionBasis,
    reason: str | None,
    now: datetime,
) -> Restriction:
    return Restriction(
        provider_id=child.provider_id,
        child=child,
        adult_id=adult,
        setting_id=setting,
        code=code,
        basis=basis,
        reason=reason,
        imposed_by_id=actor.person,
        imposed_at=now,
    )


def _in_force(child: Child, adult: UUID) -> "QuerySet[Restriction]":
    held = system(SystemReason.WRITING, Restriction).filter(child=child, adult=adult)
    return held.filter(lifted_at__isnull=True).select_for_update()


def _decided_here(
    child: Child, adult: UUID, codes: Collection[RestrictionCode]
) -> dict[RestrictionCode, Restriction]:
    held = _in_force(child, adult).filter(code__in=codes, order__isnull=True)
    return {RestrictionCode(one.code): one for one in held}


def _rest_on(actor: Actor, held: Restriction, order: Order, review_on: date, now: datetime) -> None:
    """What was decided here is confirmed by a paper."""
    held.order, held.basis, held.review_on = order, OrderKind(order.kind).basis, review_on
    held.decided_by_id, held.decided_at = actor.person, now
    held.save(update_fields=["order", "basis", "review_on", "decided_by", "decided_at"])
    clocks.met(held, now)
    note(actor, FamilyEvent.RESTRICTION_CONFIRMED, held, now)
