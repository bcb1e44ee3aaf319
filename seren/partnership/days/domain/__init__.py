"""What can be done on a day."""

from seren.partnership.days.domain.outing import Plan, change_outing, plan_outing
from seren.partnership.days.domain.outing_list import close_list, open_list
from seren.partnership.days.domain.outing_slips import send_slips
from seren.partnership.days.domain.outing_steps import (
    agree_outing,
    call_off,
    come_back,
    give_back_outing,
    go_out,
    put_outing,
)
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
    "Plan",
    "Seen",
    "Weighed",
    "agree_outing",
    "call_off",
    "change_outing",
    "check_at_door",
    "close_list",
    "come_back",
    "correct_release",
    "give_back_outing",
    "go_out",
    "hand_over",
    "open_list",
    "plan_outing",
    "put_outing",
    "send_slips",
    "tell_word",
    "turn_away",
    "undo_release",
    "unlock_door",
    "weigh_word",
]
