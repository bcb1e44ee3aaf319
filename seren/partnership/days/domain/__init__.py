"""What can be done on a day."""

from seren.partnership.days.domain.accident import record_accident, report_serious
from seren.partnership.days.domain.care import add_words, have_read, tell_family
from seren.partnership.days.domain.emergency import give_in_emergency
from seren.partnership.days.domain.medicine import (
    Course,
    ask_medicine,
    bring_medicine,
    give_dose,
    look_at_bottle,
)
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
    "Course",
    "Plan",
    "Seen",
    "Weighed",
    "add_words",
    "agree_outing",
    "ask_medicine",
    "bring_medicine",
    "call_off",
    "change_outing",
    "check_at_door",
    "close_list",
    "come_back",
    "correct_release",
    "give_back_outing",
    "give_dose",
    "give_in_emergency",
    "go_out",
    "hand_over",
    "have_read",
    "look_at_bottle",
    "open_list",
    "plan_outing",
    "put_outing",
    "record_accident",
    "report_serious",
    "send_slips",
    "tell_family",
    "tell_word",
    "turn_away",
    "undo_release",
    "unlock_door",
    "weigh_word",
]
