"""The words of deadlines: states, and which may follow which."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.audit.door import Event


class State(TextChoices):
    OPEN = "open", _("running")
    PAUSED = "paused", _("paused")
    MET = "met", _("met")
    LATE = "late", _("late")
    STOPPED = "stopped", _("stopped")


# Met goes back to open where the answer is taken back; late is set by the sweep alone.
MOVES: dict[State, frozenset[State]] = {
    State.OPEN: frozenset({State.PAUSED, State.MET, State.LATE, State.STOPPED}),
    State.PAUSED: frozenset({State.OPEN, State.MET, State.STOPPED}),
    State.LATE: frozenset({State.MET, State.STOPPED}),
    State.MET: frozenset({State.OPEN}),
    State.STOPPED: frozenset(),
}
RUNNING = frozenset({State.OPEN, State.PAUSED, State.LATE})


class DeadlineEvent(Event):
    PASSED = "deadlines.passed", _("a day to answer by has passed")
    PAUSED = "deadlines.paused", _("paused a clock")
    RESUMED = "deadlines.resumed", _("let a clock run again")
    EXTENDED = "deadlines.extended", _("gave a clock more time")


class BadgeState(StrEnum):
    """What a badge shows; its words and shapes are the interface's."""

    ON_TRACK = "on-track"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Badge:
    """`day` is the due day; for `paused` the day it was paused, for `done` the day it was met."""

    state: BadgeState
    day: date


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline, as others read it. Every day is a London day; a due day ends at midnight."""

    id: UUID
    kind: str
    subject_type: str
    subject_id: UUID
    provider_id: UUID
    setting_id: UUID
    nation: str
    rule_id: str
    state: State
    started_on: date
    due_on: date
    soon_on: date
    due_at: datetime | None
    paused_on: date | None
    met_on: date | None
    extended_to: date | None

    @property
    def met_late(self) -> bool:
        """Met, but after its day; true also where no sweep came between."""
        return self.met_on is not None and self.met_on > self.due_on
