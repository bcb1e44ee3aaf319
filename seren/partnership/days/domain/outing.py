"""Planning an outing: whoever works with the children writes it down; until a leader agrees it may change."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, in_force, system, visible
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules.door import need, setting_value
from seren.partnership.days.models import Outing, OutingInvited
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.terms.outing import (
    DRIVEN,
    NEXT_OUTING_STATE,
    OutingAct,
    OutingEvent,
    OutingState,
    Transport,
)
from seren.people.families.policies import FamilyAction
from seren.people.provision.policies import on_the_staff
from seren.people.provision.queries import nation_of

MOST_CHILDREN = need("outing.children-per-adult")


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is decided about an outing. `leader`, `first_aider`: who work there."""

    name: str
    place: str
    day: date
    leaves: time
    returns: time
    transport: Transport
    ride: str
    adults: int
    children_per_adult: int
    leader: UUID
    first_aider: UUID
    phone: str
    helpers: str = ""
    bring: str = ""
    notes: str = ""
    risks_weighed: bool = False


def plan_outing(
    *, actor: Actor, setting: UUID, plan: Plan, children: Collection[UUID], outing: UUID | None, now: datetime
) -> Outing:
    """`outing`: the id it gets; sent twice, it is one outing."""
    with acting(actor, OutingAction.PLAN, setting):
        made = outing or ids.new()
        known = system(SystemReason.WRITING, Outing).filter(pk=made, planned_by=actor.person).first()
        if known is not None:
            return known
        _check(actor, setting, plan, now)
        _check_children(actor, setting, children)
        row = Outing(
            id=made, provider_id=actor.provider, setting_id=setting, planned_by_id=actor.person,
            planned_at=now, **_columns(plan),
        )  # fmt: skip
        row.save(force_insert=True)
        _invite(row, children)
        record(actor, OutingEvent.PLANNED, row, now=now, setting=setting)
    return row


def change_outing(
    *, actor: Actor, outing: UUID, plan: Plan, children: Collection[UUID], now: datetime
) -> Outing:
    """While it is a draft. What a leader has seen is given back first; what families were asked stands."""
    with acting(actor, OutingAction.RUN, outing):
        row = held(outing)
        if row.state != OutingState.DRAFT:
            raise Refused("outing-stands", _("This plan stands. To change it, plan a new outing."))
        _check(actor, row.setting_id, plan, now)
        _check_children(actor, row.setting_id, children)
        for field, value in _columns(plan).items():
            setattr(row, field, value)
        row.save(update_fields=list(_columns(plan)))
        invited = system(SystemReason.WRITING, OutingInvited).filter(outing=row)
        kept = set(invited.values_list("child_id", flat=True))
        invited.filter(child__in=_seen(actor, row.setting_id) - set(children)).delete()
        _invite(row, set(children) - kept)
        record(actor, OutingEvent.CHANGED, row, now=now, setting=row.setting_id)
    return row


def held(outing: UUID) -> Outing:
    """The row as it is now. Whoever else changes it waits until this section ends."""
    db.one_at_a_time(outing)
    return system(SystemReason.WRITING, Outing).get(pk=outing)


def moved(row: Outing, act: OutingAct) -> OutingState:
    """Raises Refused where the table has no such step."""
    following = NEXT_OUTING_STATE.get((OutingState(row.state), act))
    if following is None:
        raise Refused("outing-moved-on", _("The outing has moved on. Look at it again."))
    return following


def _columns(plan: Plan) -> dict[str, Any]:
    said = {name: value.strip() if isinstance(value, str) else value for name, value in asdict(plan).items()}
    people = {f"{name}_id": said.pop(name) for name in ("leader", "first_aider")}
    return {**said, **people, "transport": plan.transport.value}


def _check(actor: Actor, setting: UUID, plan: Plan, now: datetime) -> None:
    today = clock.day_of(now)
    if plan.day < today:
        raise Refused("day-past", _("Choose today or a day to come."), "day")
    if plan.returns <= plan.leaves:
        raise Refused("back-before", _("Come back later than you leave."), "returns")
    driven = plan.transport in DRIVEN
    if driven and not plan.ride.strip():
        raise Refused("ride-missing", _("Name the vehicle and who drives."), "ride")
    if not driven and plan.ride.strip():
        raise Refused("ride-unasked", _("Nobody drives you. Leave this empty."), "ride")
    _check_numbers(setting, plan, today)
    works = on_the_staff(now).filter(setting=setting)
    for field, who in (("leader", plan.leader), ("first_aider", plan.first_aider)):
        if not works.filter(person=who).exists():
            raise Refused("works-elsewhere", _("Choose somebody who works here."), field)


def _check_numbers(setting: UUID, plan: Plan, today: date) -> None:
    most = setting_value(setting, nation_of(setting), MOST_CHILDREN, today).number
    if not 1 <= plan.children_per_adult <= most:
        raise Refused(
            "too-many-children",
            _("One adult looks after %(most)d children at most.") % {"most": most},
            "children_per_adult",
        )
    if not 1 <= plan.adults <= _CROWD:
        raise Refused("adults-number", _("Say how many adults go along."), "adults")


_CROWD = 60


def _check_children(actor: Actor, setting: UUID, children: Collection[UUID]) -> None:
    if not children:
        raise Refused("nobody-invited", _("Choose the children it is for."), "children")
    if not set(children) <= _seen(actor, setting):
        raise NotThere("a child of another setting, or another room")


def _seen(actor: Actor, setting: UUID) -> set[UUID]:
    """The children there whom this actor may call by name."""
    child: Any = apps.get_model("families.Child")
    place: Any = apps.get_model("families.Enrolment")
    here = system(SystemReason.WRITING, place).filter(in_force(actor.at), setting=setting)
    seen = visible(actor, FamilyAction.SEE_FIRST_NAME, child).filter(pk__in=here.values("child_id"))
    return set(seen.values_list("pk", flat=True))


def _invite(row: Outing, children: Iterable[UUID]) -> None:
    system(SystemReason.WRITING, OutingInvited).bulk_create(
        [OutingInvited(provider_id=row.provider_id, outing=row, child_id=child) for child in children]
    )
