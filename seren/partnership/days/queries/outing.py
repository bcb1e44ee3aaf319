"""`/room/outings/` and one outing, for those who work there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import Actor, SystemReason, find, may, system, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.partnership.days.models import Outing, OutingInvited
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries.outing_list import invited
from seren.partnership.days.terms.outing import NEXT_OUTING_STATE, OutingAct, OutingState
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.slips import states_of
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
    """Raises NotThere."""
    visible_rows = visible(actor, OutingAction.SEE, Outing).filter(pk=find_outing(actor, outing).pk)
    row: Any = visible_rows.select_related("leader", "first_aider", "planned_by", "agreed_by").get()
    everyone = list(invited(actor, outing).order_by("id"))
    known = children_known(actor, [one.child_id for one in everyone])
    told = _outcome_told(actor, row.setting_id)
    states = states_of(actor, [key for one in everyone for key in (one.asked_id, one.ride_asked_id) if key])
    shown = map(partial(_invited, known, told, states), (one for one in everyone if one.child_id in known))
    return OutingPage(
        row=row,
        state=OutingState(row.state),
        leader=row.leader.name,
        first_aider=row.first_aider.name,
        planned_by=row.planned_by.name,
        agreed_by=row.agreed_by.name if row.agreed_by else "",
        agreed_on=clock.day_of(row.agreed_at) if row.agreed_at else None,
        children=tuple(sorted(shown, key=lambda one: (one.child.name, str(one.child.id)))),
        others=len(everyone) - len(known),
        runs=may(actor, OutingAction.RUN, row),
        agrees=may(actor, OutingAction.AGREE, row),
        today=clock.day_of(actor.at),
    )


def children_known(actor: Actor, children: Iterable[UUID]) -> dict[UUID, ChildShown]:
    """Those of them whom this actor may call by name."""
    model: Any = apps.get_model("families.Child")
    rows = visible(actor, FamilyAction.SEE_FIRST_NAME, model).filter(pk__in=list(children))
    return {row[0]: ChildShown(*row) for row in rows.values_list("id", "known_as", "tint", "cut")}


def _outcome_told(actor: Actor, setting: UUID) -> set[UUID]:
    """The children of whom this actor may know yes or no."""
    model: Any = apps.get_model("families.Enrolment")
    rows = visible(actor, ConsentAction.SEE_OUTCOME, model).filter(setting=setting)
    return set(rows.values_list("child_id", flat=True))


def _invited(
    known: dict[UUID, ChildShown], told: set[UUID], states: dict[UUID, State], one: Any
) -> InvitedShown:
    return InvitedShown(
        child=known[one.child_id],
        goes=one.goes if one.child_id in told else None,
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
