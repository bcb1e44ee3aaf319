"""The door of deadlines. See docs/mechanisms/deadlines.md."""

from seren.foundation.deadlines.counting import (
    Uncountable,
    add_months,
    ahead_of,
    due,
    due_at,
    first_from,
    last_notice,
    many,
    nth_after,
    reaches,
    window,
)
from seren.foundation.deadlines.explaining import Explained, explain
from seren.foundation.deadlines.kinds import Kind, NoCalendar, UnknownKind, register, register_open_days
from seren.foundation.deadlines.reading import (
    badge,
    deadlines_asked,
    deadlines_of,
    running,
    running_among,
    running_asked,
)
from seren.foundation.deadlines.running import AlreadyRunning, meet, open_deadline, reopen, stop
from seren.foundation.deadlines.stretching import extend, pause, resume
from seren.foundation.deadlines.sweeping import Swept, TellingFailed, sweep
from seren.foundation.deadlines.terms import MOVES, Badge, BadgeState, DeadlineEvent, Due, State

__all__ = [
    "MOVES",
    "AlreadyRunning",
    "Badge",
    "BadgeState",
    "DeadlineEvent",
    "Due",
    "Explained",
    "Kind",
    "NoCalendar",
    "State",
    "Swept",
    "TellingFailed",
    "Uncountable",
    "UnknownKind",
    "add_months",
    "ahead_of",
    "badge",
    "deadlines_asked",
    "deadlines_of",
    "due",
    "due_at",
    "explain",
    "extend",
    "first_from",
    "last_notice",
    "many",
    "meet",
    "nth_after",
    "open_deadline",
    "pause",
    "reaches",
    "register",
    "register_open_days",
    "reopen",
    "resume",
    "running",
    "running_among",
    "running_asked",
    "stop",
    "sweep",
    "window",
]
