"""Restrictions about one child, as those who decide read them (C12): what is said, what to press."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, QuerySet

from seren.foundation.access.door import Actor, NotThere, SystemReason, may, system
from seren.foundation.kernel import clock
from seren.people.families.models import Child, Order, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import OrderKind, RestrictionBasis, RestrictionCode


@dataclass(frozen=True, slots=True)
class PaperShown:
    """What was typed from an order. Days are London days."""

    id: UUID
    kind: OrderKind
    court: str
    number: str
    terms: str
    made_on: date
    ends_on: date | None
    copy_seen_on: date | None


@dataclass(frozen=True, slots=True)
class SaidShown:
    """Somebody's words about it: why it was set, decided, or may end."""

    who: str
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class RestrictionShown:
    """One code on one adult. Who may press what is for the reader; the verbs ask again."""

    id: UUID
    adult: str
    code: RestrictionCode
    basis: RestrictionBasis
    paper: PaperShown | None
    set: SaidShown
    decided: SaidShown | None
    asked: SaidShown | None
    asked_by_reader: bool
    review_on: date
    look_again: bool
    decide_on: date | None  # the last day to decide; None: decided
    decide_at: datetime | None  # where it is an hour of that day
    overdue: bool
    lifted_on: date | None
    may_ask: bool
    may_lift: bool
    may_decide: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """An adult, by one paper or one decision: with all it stops."""

    adult: str
    paper: PaperShown | None
    restrictions: tuple[RestrictionShown, ...]

    @property
    def stands(self) -> bool:
        return any(one.lifted_on is None for one in self.restrictions)


def bound(restrictions: Iterable[RestrictionShown]) -> tuple[Bound, ...]:
    """What one order stops, together; in the order it came."""
    held: dict[UUID, list[RestrictionShown]] = {}
    for one in restrictions:
        held.setdefault(one.paper.id if one.paper else one.id, []).append(one)
    return tuple(Bound(them[0].adult, them[0].paper, tuple(them)) for them in held.values())


def restriction_of(child: Child, restriction: UUID) -> RestrictionShown:
    """One that stands, for a page that asks about it. Raises NotThere."""
    held = _rows(child.pk).filter(pk=restriction, lifted_at__isnull=True).first()
    if held is None:
        raise NotThere("no such restriction stands")
    return _shown(held, None, decides=False)


def restrictions_of(actor: Actor, child: UUID) -> tuple[RestrictionShown, ...]:
    """Those that stand first. For a reader who may decide about this child at all."""
    in_force_first = F("lifted_at").asc(nulls_first=True)
    rows = list(_rows(child).order_by(in_force_first, "-imposed_at", "id"))
    decides = bool(rows) and may(actor, FamilyAction.DECIDE_FOR_SAFETY, child)
    return tuple(_shown(row, actor, decides=decides) for row in rows)


def _rows(child: UUID) -> "QuerySet[Restriction]":
    rows = system(SystemReason.SHOWING, Restriction).filter(child=child)
    return rows.select_related("adult", "imposed_by", "decided_by", "lift_asked_by", "order")


def _shown(row: Restriction, reader: Actor | None, *, decides: bool) -> RestrictionShown:
    stands, basis = row.lifted_at is None, RestrictionBasis(row.basis)
    person, now = (reader.person, reader.at) if reader else (None, row.imposed_at)
    undecided = stands and row.decide_by is not None and row.decided_at is None
    return RestrictionShown(
        id=row.id,
        adult=row.adult.name,
        code=RestrictionCode(row.code),
        basis=basis,
        paper=_paper(row.order) if row.order else None,
        set=SaidShown(row.imposed_by.name, clock.day_of(row.imposed_at), row.reason or ""),
        decided=_said(row.decided_by, row.decided_at, row.decision),
        asked=_said(row.lift_asked_by, row.lift_asked_at, row.lift_reason),
        asked_by_reader=row.lift_asked_by_id is not None and row.lift_asked_by_id == person,
        review_on=row.review_on,
        look_again=stands and row.review_on <= clock.day_of(now),
        decide_on=clock.last_day(row.decide_by) if undecided and row.decide_by else None,
        decide_at=row.decide_by if undecided and row.code == RestrictionCode.NO_COLLECT else None,
        overdue=row.overdue_at(now),
        lifted_on=clock.day_of(row.lifted_at) if row.lifted_at else None,
        may_ask=stands and row.lift_asked_by_id is None,
        may_lift=stands and person is not None and row.may_be_lifted_by(person, now),
        may_decide=undecided and decides and basis is RestrictionBasis.CAUTION,
    )


def _paper(order: Order) -> PaperShown:
    said = order.details
    return PaperShown(
        id=order.id,
        kind=OrderKind(order.kind),
        court=said["court"],
        number=said["number"],
        terms=said["terms"],
        made_on=order.made_on,
        ends_on=order.ends_on,
        copy_seen_on=order.copy_seen_on,
    )


def _said(who: object, at: datetime | None, words: str | None) -> SaidShown | None:
    if who is None or at is None:
        return None
    return SaidShown(who.name, clock.day_of(at), words or "")  # type: ignore[attr-defined]
