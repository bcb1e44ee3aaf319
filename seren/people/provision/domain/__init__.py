"""What can be done to a provider, its settings and its staff."""

from seren.people.provision.domain.calendar import add_session, add_term, close_on
from seren.people.provision.domain.changing import move_member, redate_member
from seren.people.provision.domain.keeping import change_session, keep_setting, open_on, remove_term, take_on
from seren.people.provision.domain.opening import open_provider, open_setting
from seren.people.provision.domain.rooms import add_room, close_room, hold_open, reopen_room
from seren.people.provision.domain.staffing import (
    add_member,
    be_away,
    end_membership,
    give_statement,
    set_hours,
)

__all__ = [
    "add_member",
    "add_room",
    "add_session",
    "add_term",
    "be_away",
    "change_session",
    "close_on",
    "close_room",
    "end_membership",
    "give_statement",
    "hold_open",
    "keep_setting",
    "move_member",
    "open_on",
    "open_provider",
    "open_setting",
    "redate_member",
    "remove_term",
    "reopen_room",
    "set_hours",
    "take_on",
]
