"""Denominators: the children who come to a setting; and how a row about a child is said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from seren.foundation.access.door import Actor, SystemReason, in_force, system
from seren.foundation.promises.door import Day, Evidence, Measured, Row, RowSaid, Said, promise
from seren.people.families.models import Enrolment
from seren.people.families.policies import ProvingAction
from seren.people.families.terms import EnrolmentState


@dataclass(frozen=True, slots=True)
class Coming:
    """A child who comes, and their first day here."""

    child: UUID
    since: date


def attending(day: Day) -> tuple[Coming, ...]:
    """The children who attend the setting that day. One query."""
    places = system(SystemReason.PROVING, Enrolment).filter(
        in_force(day.now), setting=day.setting, state=EnrolmentState.ATTENDING, starts_on__lte=day.today
    )
    rows = places.order_by("child_id").values_list("child_id", "starts_on")
    return tuple(Coming(child, since) for child, since in rows)


def promise_to_children(
    clause: str,
    *,
    say: Callable[[Measured], Said],
    say_row: Callable[[Row], str],
    counted: Callable[[], str],
) -> Callable[[Callable[[Day], Evidence]], Callable[[Day], Evidence]]:
    """Declare evidence whose rows are children: each stands by its name, and `say_row` tells of it."""
    return promise(
        clause,
        sees=ProvingAction.SEE_EVIDENCE,
        say=say,
        show=_child_rows(say_row),
        names=("known_as", "family_name"),
        counted=counted,
    )


def _child_rows(say: Callable[[Row], str]) -> Callable[..., Mapping[UUID, RowSaid]]:
    def show(
        reader: Actor, rows: Sequence[Row], named: Mapping[UUID, tuple[str, ...]]
    ) -> Mapping[UUID, RowSaid]:
        return {
            row.subject: RowSaid(" ".join(named[row.subject]), say(row), url_of_child(row.subject))
            for row in rows
        }

    return show


def url_of_child(child: UUID) -> str:
    """The child's page at the desk."""
    return f"/desk/children/{child}/"
