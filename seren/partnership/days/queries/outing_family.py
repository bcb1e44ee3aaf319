"""`/on/`: what a family’s children are asked along to. Nothing for whoever may not know where a child is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Actor, NotThere, visible
from seren.foundation.kernel import clock
from seren.partnership.days.models import OutingInvited
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.terms.outing import OutingState
from seren.people.consent.queries.family import Question, asked_of_family
from seren.people.families.queries import ChildShown


@dataclass(frozen=True, slots=True)
class OfChild:
    """One own child, and the questions about it this reader finds on their page."""

    child: ChildShown
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class OnOuting:
    row: Any
    state: OutingState
    children: tuple[OfChild, ...]
    over: bool


def outings_of_family(actor: Actor, outing: UUID | None = None) -> tuple[OnOuting, ...]:
    """To come by day, then what is past. The questions are read once, however many outings there are."""
    may = visible(actor, OutingAction.FOLLOW, OutingInvited)
    rows = list(
        (may if outing is None else may.filter(outing=outing))
        .select_related("outing", "child")
        .order_by("child__known_as", "child_id")
    )
    if not rows:
        return ()
    asked = {one.id: one for child in asked_of_family(actor) for one in child.questions}
    today = clock.day_of(actor.at)
    by_outing: dict[UUID, list[Any]] = {}
    for row in rows:
        by_outing.setdefault(row.outing_id, []).append(row)
    found = [_shown(of, asked, today) for of in by_outing.values()]
    to_come = sorted((one for one in found if not one.over), key=lambda one: (one.row.day, one.row.leaves))
    past = sorted((one for one in found if one.over), key=lambda one: one.row.day, reverse=True)
    return (*to_come, *past)


def outing_of_family(actor: Actor, outing: UUID) -> OnOuting:
    """Raises NotThere."""
    found = outings_of_family(actor, outing)
    if not found:
        raise NotThere("no outing of theirs")
    return found[0]


def _shown(rows: Sequence[Any], asked: dict[UUID, Question], today: date) -> OnOuting:
    outing = rows[0].outing
    state = OutingState(outing.state)
    over = state in (OutingState.BACK, OutingState.CALLED_OFF) or outing.day < today
    return OnOuting(outing, state, tuple(_of_child(row, asked) for row in rows), over)


def _of_child(row: Any, asked: dict[UUID, Question]) -> OfChild:
    keys = (row.asked_id, row.ride_asked_id)
    child = ChildShown(row.child_id, row.child.known_as, row.child.tint, row.child.cut)
    return OfChild(child, tuple(asked[key] for key in keys if key in asked))
