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

__all__ = [
    "Plan",
    "agree_outing",
    "call_off",
    "change_outing",
    "close_list",
    "come_back",
    "give_back_outing",
    "go_out",
    "open_list",
    "plan_outing",
    "put_outing",
    "send_slips",
]
