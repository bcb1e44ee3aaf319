"""Before many families are asked: who would be, and who not, and why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import Actor, SystemReason, in_force, system, visible
from seren.people.consent.models import Asked
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import newest, state_of, with_standing
from seren.people.consent.terms import Code, State
from seren.people.families.policies import responsible_ties


class Fate(StrEnum):
    """What becomes of one child when a question is asked of many."""

    ASK = "ask"
    ANSWERED = "answered"
    SAID_NO = "said-no"
    WAITS = "waits"
    NOBODY = "nobody"


_FATES = {
    State.IN_FORCE: Fate.ANSWERED,
    State.DISPUTED: Fate.ANSWERED,
    State.REFUSED: Fate.SAID_NO,
    State.ASKED: Fate.WAITS,
}


@dataclass(frozen=True, slots=True)
class ToAsk:
    place: UUID
    child: UUID
    name: str
    room: UUID
    fate: Fate


def fates(actor: Actor, setting: UUID, code: Code, scope: str, room: UUID | None = None) -> tuple[ToAsk, ...]:
    """Of each child with a place whom this actor may ask about, by name. Three queries.

    A yes or a no that stands is not asked again, nor what still waits: a family is asked once (C-06).
    """
    places: Any = visible(actor, ConsentAction.ASK, apps.get_model("families.Enrolment"))
    places = places.filter(in_force(actor.at), setting=setting).order_by("child__known_as", "child_id")
    if room is not None:
        places = places.filter(room=room)
    rows = list(places.values_list("pk", "child_id", "child__known_as", "room_id"))
    children = [child for _pk, child, _name, _room in rows]
    held = (
        responsible_ties().filter(in_force(actor.at), child__in=children).values_list("child_id", flat=True)
    )
    asked = newest(system(SystemReason.DECIDING, Asked), actor.at).filter(
        child__in=children, setting=setting, code=code, scope=scope
    )
    states = {row.child_id: state_of(row) for row in with_standing(asked, actor)}
    responsible = set(held)
    return tuple(
        ToAsk(pk, child, name, of, _fate(states.get(child), child in responsible))
        for pk, child, name, of in rows
    )


def _fate(state: State | None, somebody: bool) -> Fate:
    if not somebody:
        return Fate.NOBODY
    return Fate.ASK if state is None else _FATES.get(state, Fate.ASK)
