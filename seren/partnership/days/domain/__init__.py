"""What can be done on a day."""

from seren.partnership.days.domain.releasing import (
    Seen,
    check_at_door,
    correct_release,
    hand_over,
    undo_release,
)
from seren.partnership.days.domain.telling import Weighed, tell_word, turn_away, weigh_word
from seren.partnership.days.domain.tries import unlock_door

__all__ = [
    "Seen",
    "Weighed",
    "check_at_door",
    "correct_release",
    "hand_over",
    "tell_word",
    "turn_away",
    "undo_release",
    "unlock_door",
    "weigh_word",
]
