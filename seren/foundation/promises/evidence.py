"""Evidence: a figure, out of how many, since when, and the rows behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from seren.foundation.promises.places import AT_RISK, KEPT, Day
from seren.foundation.promises.terms import State


@dataclass(frozen=True, slots=True)
class Row:
    """One row behind a figure. `code`, `on` and `number` are said in words where the row is shown.

    `mended`: it did not hold, and was put right. `subject` is the row whose rule decides who may see it.
    """

    subject: UUID
    holds: bool
    code: str = ""
    on: date | None = None
    number: int = 0
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one room can prove of one clause at one setting. `parts` are further figures, by their code."""

    state: State
    figure: int
    of: int
    since: date
    until: date
    rows: tuple[Row, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()


def share(
    day: Day, rows: Iterable[Row], since: date, parts: Iterable[tuple[str, int]] = (), worse: bool = False
) -> Evidence:
    """A promise that is kept for so many in 100. `worse`: at risk for another reason, whatever the share."""
    held = tuple(rows)
    figure = sum(row.holds for row in held)
    state = share_state(day, figure, len(held))
    if worse and state is State.KEPT:
        state = State.AT_RISK
    return Evidence(state, figure, len(held), since, day.today, held, tuple(parts))


def share_state(day: Day, figure: int, of: int) -> State:
    """By the product's thresholds. Of nothing nothing can be said."""
    if of == 0:
        return State.UNMEASURED
    if figure * 100 >= day.number(KEPT) * of:
        return State.KEPT
    return State.AT_RISK if figure * 100 >= day.number(AT_RISK) * of else State.NOT_KEPT


def each(
    day: Day,
    rows: Iterable[Row],
    since: date,
    parts: Iterable[tuple[str, int]] = (),
    figure: int | None = None,
    of: int | None = None,
) -> Evidence:
    """A promise to every one. Not kept while one waits; at risk when one had to be put right; else kept."""
    held = tuple(rows)
    if not held:
        state = State.UNMEASURED
    elif any(not row.holds and not row.mended for row in held):
        state = State.NOT_KEPT
    else:
        state = State.AT_RISK if any(row.mended for row in held) else State.KEPT
    counted = sum(row.holds for row in held) if figure is None else figure
    return Evidence(state, counted, len(held) if of is None else of, since, day.today, held, tuple(parts))
