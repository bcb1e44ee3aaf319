"""What can be done in the journal."""

from seren.partnership.journal.domain.answering import answer, answer_family, thank, withdraw_reply
from seren.partnership.journal.domain.copies import note_copy, put_back, take_down, took_along
from seren.partnership.journal.domain.keeping import Said
from seren.partnership.journal.domain.noting import (
    edit_moment,
    file_moment,
    note_and_share,
    note_moment,
    share_star,
)
from seren.partnership.journal.domain.pictures import Picture, add_photo, mark_photo, remove_photo
from seren.partnership.journal.domain.record import ask_for_record, decide_record
from seren.partnership.journal.domain.sharing import (
    bin_moment,
    names_in,
    restore_moment,
    say_friend_instead,
    share_moment,
    tell_each_family,
    unbin_moment,
    undo_share,
    withdraw_moment,
)
from seren.partnership.journal.domain.slips import find_slip, key_slip, make_slip
from seren.partnership.journal.domain.steps import (
    add_home_words,
    agree_step,
    close_step,
    reopen_step,
    reword_step,
    suggest_step,
)
from seren.people.families.domain.names import Hit, NamesOthers

__all__ = [
    "Hit",
    "NamesOthers",
    "Picture",
    "Said",
    "add_home_words",
    "add_photo",
    "agree_step",
    "answer",
    "answer_family",
    "ask_for_record",
    "bin_moment",
    "close_step",
    "decide_record",
    "edit_moment",
    "file_moment",
    "find_slip",
    "key_slip",
    "make_slip",
    "mark_photo",
    "names_in",
    "note_and_share",
    "note_copy",
    "note_moment",
    "put_back",
    "remove_photo",
    "reopen_step",
    "restore_moment",
    "reword_step",
    "say_friend_instead",
    "share_moment",
    "share_star",
    "suggest_step",
    "take_down",
    "tell_each_family",
    "thank",
    "took_along",
    "unbin_moment",
    "undo_share",
    "withdraw_moment",
    "withdraw_reply",
]
