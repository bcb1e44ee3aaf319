"""What can be done with adults and their sign-ins."""

from seren.people.accounts.domain.adding import Adult, add_person
from seren.people.accounts.domain.addressing import change_sign_in_address
from seren.people.accounts.domain.correcting import correct_person
from seren.people.accounts.domain.devices import end_device
from seren.people.accounts.domain.ending import close_account, end_session, end_sessions
from seren.people.accounts.domain.inviting import invite
from seren.people.accounts.domain.joining import find_letter, join
from seren.people.accounts.domain.links import api_token, claim_link, sign_in_link
from seren.people.accounts.domain.lockdown import lock_down, open_up
from seren.people.accounts.domain.meeting import confirm_face_to_face
from seren.people.accounts.domain.reaching import Wishes, keep_place, set_language, set_reach
from seren.people.accounts.domain.recovering import (
    agree_recovery,
    ask_recovery,
    finish_recovery,
    stop_recovery,
)
from seren.people.accounts.domain.signing import kind, sign_in_for_demo
from seren.people.accounts.domain.talking import keep_talk

__all__ = [
    "Adult",
    "Wishes",
    "add_person",
    "agree_recovery",
    "api_token",
    "ask_recovery",
    "change_sign_in_address",
    "claim_link",
    "close_account",
    "confirm_face_to_face",
    "correct_person",
    "end_device",
    "end_session",
    "end_sessions",
    "find_letter",
    "finish_recovery",
    "invite",
    "join",
    "keep_place",
    "keep_talk",
    "kind",
    "lock_down",
    "open_up",
    "set_language",
    "set_reach",
    "sign_in_for_demo",
    "sign_in_link",
    "stop_recovery",
]
