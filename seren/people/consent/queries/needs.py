"""What of permissions needs a leader: two who disagree, who wants to talk, silence, the yearly review."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import DateField, Q, UUIDField

from seren.foundation.access.door import Actor, SystemReason, prepared_question, system, visible
from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, joined, known, question
from seren.people.consent.models import Asked, Round
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.moving import Mover, movers_asked
from seren.people.consent.queries.review import review_due_asked
from seren.people.consent.queries.standing import newest, silent, with_standing
from seren.people.consent.queries.standings import of_children_here
from seren.people.provision.queries.desk import Desk

ANSWERS = "consent.answers"
_CLOCKS = 20
Waiting = tuple[list[Any], list[Any], list[deadlines.Due]]  # pressing, not answered, the clocks of those


@dataclass(frozen=True, slots=True)
class Some:
    """How many questions, and the day since which (or by which) the oldest of them waits."""

    number: int
    day: date


@dataclass(frozen=True, slots=True)
class NeedsOfPermissions:
    """`silent`: the day for their answers has passed. `review`: its last day, where nobody has started it.
    `movers`: children in another room, whose yearly permissions were asked before.
    """

    disputed: Some | None
    talk: Some | None
    silent: Some | None
    review: date | None
    movers: int


def needs_asked(actor: Actor, desk: Desk) -> Question[NeedsOfPermissions]:
    today = clock.day_of(actor.at)
    yesterday = date.fromordinal(today.toordinal() - 1)
    return joined(
        _needs,
        _waiting(actor, setting=desk.id, yesterday=yesterday),
        review_due_asked(desk, today),
        movers_asked(actor, desk.id) if desk.runs else known(()),
    )


@prepared_question(setting=UUIDField(), yesterday=DateField())
def _waiting(actor: Actor, *, setting: UUID, yesterday: date) -> Question[Waiting]:
    rows = newest(visible(actor, ConsentAction.KEY, Asked).filter(setting=setting), actor.at)
    standing = of_children_here(with_standing(rows, actor), actor)
    pressing = standing.filter(Q(yes=True, no=True, decided=False) | Q(talk=True))
    unsaid = silent(of_children_here(rows, actor), actor.at)
    made = system(SystemReason.SHOWING, Round).filter(pk__in=unsaid.values("round"))
    return joined(
        lambda *found: found,
        question(list, pressing.values_list("yes", "no", "decided", "talk", "asked_at")),
        question(list, unsaid.values_list("round_id")),
        deadlines.running_asked(ANSWERS, made, limit=_CLOCKS, until=yesterday),
    )


def _needs(waiting: Waiting, review: date | None, movers: Sequence[Mover]) -> NeedsOfPermissions:
    found, unsaid, clocks = waiting
    return NeedsOfPermissions(
        _some([at for yes, no, decided, _talk, at in found if yes and no and not decided]),
        _some([at for *_stands, talk, at in found if talk]),
        _late(unsaid, clocks),
        review,
        len(movers),
    )


def _some(since: Iterable[datetime]) -> Some | None:
    found = list(since)
    return Some(len(found), clock.day_of(min(found))) if found else None


def _late(waiting: Iterable[tuple[Any]], clocks: Iterable[deadlines.Due]) -> Some | None:
    """Questions of rounds whose day has passed."""
    due = {one.subject_id: one.due_on for one in clocks}
    late = [due[made] for (made,) in waiting if made in due]
    return Some(len(late), min(late)) if late else None
