"""`/room/outings/` and one outing, for those who work there."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet

from seren.foundation.access.door import Actor, NotThere, SystemReason, find, system, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.partnership.days.models import Outing, OutingInvited
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries.outing_list import invited
from seren.partnership.days.terms.outing import NEXT_OUTING_STATE, TO_COME, OutingAct, OutingState
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import states_of
from seren.people.consent.terms import State
from seren.people.families.policies import FamilyAction
from seren.people.families.queries import ChildShown
from seren.people.provision.policies import on_the_staff

PAST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class OutingLine:
    id: UUID
    name: str
    place: str
    day: date
    state: OutingState


@dataclass(frozen=True, slots=True)
class InvitedShown:
    """One child it is for. `goes`: yes is in force; None where this reader may not know.

    `state`, `ride_state`: how the questions stand, for whoever reads answers; None for all others.
    """

    child: ChildShown
    goes: bool | None
    listed: bool
    was_listed: bool
    asked: UUID | None
    ride_asked: UUID | None
    state: State | None
    ride_state: State | None


@dataclass(frozen=True, slots=True)
class OutingPage:
    """`others`: how many more children it is for, whom this reader does not know by name."""

    row: Any
    state: OutingState
    leader: str
    first_aider: str
    planned_by: str
    agreed_by: str
    agreed_on: date | None
    children: tuple[InvitedShown, ...]
    others: int
    runs: bool
    agrees: bool
    today: date

    @property
    def may_go(self) -> tuple[InvitedShown, ...]:
        return tuple(one for one in self.children if one.goes)

    @property
    def listed(self) -> tuple[InvitedShown, ...]:
        return tuple(one for one in self.children if one.listed)

    def allows(self, act: OutingAct) -> bool:
        return (self.state, act) in NEXT_OUTING_STATE


def outings_here(actor: Actor, setting: UUID) -> tuple[tuple[OutingLine, ...], tuple[OutingLine, ...]]:
    """To come, the nearest first; and past or called off, the newest first."""
    rows = visible(actor, OutingAction.SEE, Outing).filter(setting=setting)
    fields = ("id", "name", "place", "day", "state")
    over = (OutingState.BACK, OutingState.CALLED_OFF)
    to_come = rows.exclude(state__in=over).order_by("day", "leaves", "id").values_list(*fields)
    past = rows.filter(state__in=over).order_by("-day", "-id").values_list(*fields)[:PAST_SHOWN]
    return tuple(map(_line, to_come)), tuple(map(_line, past))


def outings_to_agree_asked(actor: Actor, setting: UUID) -> Question[tuple[OutingLine, ...]]:
    """Those that wait for a leader’s word, for the desk."""
    rows = visible(actor, OutingAction.AGREE, Outing).filter(setting=setting, state=OutingState.PUT)
    fields = ("id", "name", "place", "day", "state")
    return question(lambda found: tuple(map(_line, found)), rows.order_by("day", "id").values_list(*fields))


def find_outing(actor: Actor, outing: UUID, action: OutingAction = OutingAction.SEE) -> Outing:
    """Raises NotThere."""
    return find(actor, action, Outing, outing)


def outing_page(actor: Actor, outing: UUID) -> OutingPage:
    """Raises NotThere. Three queries, whatever the number of children."""
    row = outing_seen(actor, outing)
    everyone = list(invited_seen(actor, outing))
    known = [one for one in everyone if one.known]
    states = states_of(actor, [key for one in known for key in (one.asked_id, one.ride_asked_id) if key])
    return OutingPage(
        row=row,
        state=OutingState(row.state),
        leader=row.leader.name,
        first_aider=row.first_aider.name,
        planned_by=row.planned_by.name,
        agreed_by=row.agreed_by.name if row.agreed_by else "",
        agreed_on=clock.day_of(row.agreed_at) if row.agreed_at else None,
        children=tuple(_invited(one, states) for one in known),
        others=len(everyone) - len(known),
        runs=row.runs,
        agrees=row.agrees,
        today=clock.day_of(actor.at),
    )


def outing_seen(actor: Actor, outing: UUID) -> Any:
    """With what this reader may do: `runs`, `agrees`. Raises NotThere."""
    rows = visible(actor, OutingAction.SEE, Outing).filter(pk=outing)
    may = {
        name: Exists(visible(actor, action, Outing).filter(pk=OuterRef("pk")))
        for name, action in (("runs", OutingAction.RUN), ("agrees", OutingAction.AGREE))
    }
    people = ("leader", "first_aider", "planned_by", "agreed_by", "setting")
    row = rows.annotate(**may).select_related(*people).first()
    if row is None:
        raise NotThere("no outing of theirs")
    return row


def invited_seen(actor: Actor, outing: UUID) -> "QuerySet[Any]":
    """By name. `known`: whom this actor may call by name; `told`: of whom they may know yes or no."""
    child: Any = apps.get_model("families.Child")
    place: Any = apps.get_model("families.Enrolment")
    known = visible(actor, FamilyAction.SEE_FIRST_NAME, child).filter(pk=OuterRef("child_id"))
    told = visible(actor, ConsentAction.SEE_OUTCOME, place).filter(
        child=OuterRef("child_id"), setting=OuterRef("outing__setting_id")
    )
    rows: QuerySet[Any] = invited(actor, outing).annotate(known=Exists(known), told=Exists(told))
    return rows.select_related("child").order_by("child__known_as", "child_id")


def slips_wanted(actor: Actor, outing: UUID) -> tuple[Any, list[UUID]]:
    """To ask the families: the outing, and the questions of those who may not go yet. Raises NotThere."""
    row = outing_seen(actor, outing)
    if not row.agrees or row.state not in TO_COME:
        raise NotThere("no slips are out")
    waiting = [one for one in invited_seen(actor, outing) if one.known and not one.goes]
    return row, [key for one in waiting for key in (one.asked_id, one.ride_asked_id) if key]


def child_of(one: Any) -> ChildShown:
    return ChildShown(one.child_id, one.child.known_as, one.child.tint, one.child.cut)


def _invited(one: Any, states: dict[UUID, State]) -> InvitedShown:
    return InvitedShown(
        child=child_of(one),
        goes=one.goes if one.told else None,
        listed=one.listed,
        was_listed=one.has_row,
        asked=one.asked_id,
        ride_asked=one.ride_asked_id,
        state=states.get(one.asked_id),
        ride_state=states.get(one.ride_asked_id),
    )


def _line(row: tuple[Any, ...]) -> OutingLine:
    key, name, place, day, state = row
    return OutingLine(key, name, place, day, OutingState(state))


def staff_to_choose(actor: Actor, setting: UUID) -> list[tuple[str, str]]:
    """Who works with children there, by name: who leads, who is the first aider."""
    rows = on_the_staff(actor.at).filter(setting=setting).order_by("person__given_name", "person_id")
    fields = rows.values_list("person_id", "person__given_name", "person__family_name")
    return list({str(key): f"{given} {family}" for key, given, family in fields}.items())


def chosen_children(outing: UUID) -> list[UUID]:
    """For the form that changes a plan: its caller has asked who may."""
    rows = system(SystemReason.SHOWING, OutingInvited).filter(outing=outing)
    return list(rows.values_list("child_id", flat=True))
