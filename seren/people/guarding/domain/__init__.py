"""What can be done: counting what is shown, settling an alarm, agreeing that many families leave at once."""

from seren.people.guarding.domain.bulk import (
    NeedsTwo,
    agree_bulk,
    ask_bulk,
    check_bulk,
    refuse_bulk,
    spend_bulk,
)
from seren.people.guarding.domain.measuring import note_shown
from seren.people.guarding.domain.settling import end_every_session, find_right

__all__ = [
    "NeedsTwo",
    "agree_bulk",
    "ask_bulk",
    "check_bulk",
    "end_every_session",
    "find_right",
    "note_shown",
    "refuse_bulk",
    "spend_bulk",
]
