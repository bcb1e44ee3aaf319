"""What can be done for a child and a family."""

from seren.people.families.domain.adults import add_guardian, change_guardian, end_guardian
from seren.people.families.domain.arriving import add_home, bring_adult, correct_home
from seren.people.families.domain.asking import ask_to_join
from seren.people.families.domain.chasing import chase
from seren.people.families.domain.children import add_child, book, enrol, leave, move_room, start_attending
from seren.people.families.domain.collecting import (
    Named,
    change_password,
    collect_on_day,
    end_collector,
    name_collector,
    resume_collector,
)
from seren.people.families.domain.collectorphotos import (
    Pictured,
    picture_collector,
    show_picture_again,
    take_picture_away,
)
from seren.people.families.domain.correcting import change_start, correct_child
from seren.people.families.domain.homes import (
    child_lives,
    child_moves_out,
    join_household,
    keep_household,
    leave_household,
    make_household,
)
from seren.people.families.domain.inviting import (
    end_viewer,
    hide_oneself,
    invite_new_viewer,
    invite_viewer,
    show_oneself,
)
from seren.people.families.domain.keypeople import name_key_person
from seren.people.families.domain.leavinghome import end_home, resume_home
from seren.people.families.domain.lifting import ask_lift, confirm, keep, lift
from seren.people.families.domain.pictures import (
    keep_out_of_pictures,
    let_into_pictures,
    register_kept_out,
)
from seren.people.families.domain.restricting import Paper, record_order, restrict
from seren.people.families.domain.safety import end_safety_note, note_safety

__all__ = [
    "Named",
    "Paper",
    "Pictured",
    "add_child",
    "add_guardian",
    "add_home",
    "ask_lift",
    "ask_to_join",
    "book",
    "bring_adult",
    "change_guardian",
    "change_password",
    "change_start",
    "chase",
    "child_lives",
    "child_moves_out",
    "collect_on_day",
    "confirm",
    "correct_child",
    "correct_home",
    "end_collector",
    "end_guardian",
    "end_home",
    "end_safety_note",
    "end_viewer",
    "enrol",
    "hide_oneself",
    "invite_new_viewer",
    "invite_viewer",
    "join_household",
    "keep",
    "keep_household",
    "keep_out_of_pictures",
    "leave",
    "leave_household",
    "let_into_pictures",
    "lift",
    "make_household",
    "move_room",
    "name_collector",
    "name_key_person",
    "note_safety",
    "picture_collector",
    "record_order",
    "register_kept_out",
    "restrict",
    "resume_collector",
    "resume_home",
    "show_oneself",
    "show_picture_again",
    "start_attending",
    "take_picture_away",
]
