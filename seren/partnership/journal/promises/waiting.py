"""A5 and A6 go by the clocks that families are told of: due days, in open days; nothing waits too long."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from seren.foundation.deadlines.door import Due, State, deadlines_of
from seren.foundation.promises.door import Row

LATE, IN_TIME, WAITING, DONE_LATE = "late", "in-time", "waiting", "done-late"


def rows_by_clock(kind: str, subjects: Iterable[UUID], today: date, codes: dict[UUID, str]) -> list[Row]:
    """A row for each whose day has come or which is done. `codes`: what to call one that is done in time.

    What waits and is not due yet is no row: it says nothing either way. What no longer needs doing neither.
    """
    wanted = list(subjects)
    clocks = deadlines_of(kind, wanted)
    rows = [_row(subject, clocks[subject], today, codes) for subject in wanted if subject in clocks]
    return [row for row in rows if row is not None]


def _row(subject: UUID, due: Due, today: date, codes: dict[UUID, str]) -> Row | None:
    if due.state is State.MET and due.met_on is not None:
        late = due.met_on > due.due_on
        return Row(
            subject, not late, DONE_LATE if late else codes.get(subject, IN_TIME), due.met_on, mended=late
        )
    if due.state is State.STOPPED or due.paused_on is not None:
        return None
    if due.state is State.LATE or today > due.due_on:
        return Row(subject, False, LATE, due.due_on)
    return None
