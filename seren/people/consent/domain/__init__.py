"""What can be done: ask, answer, take a yes back, want to talk, write down a paper, ask again, decide."""

from seren.people.consent.domain.answering import answer, wish_to_talk, withdraw
from seren.people.consent.domain.asking import ask, bring
from seren.people.consent.domain.chasing import chase, find_slip, print_slips
from seren.people.consent.domain.deciding import decide
from seren.people.consent.domain.keying import key_answer
from seren.people.consent.domain.many import AskedMany, ask_after_move, ask_many, start_review
from seren.people.consent.domain.words import register_no

__all__ = [
    "AskedMany",
    "answer",
    "ask",
    "ask_after_move",
    "ask_many",
    "bring",
    "chase",
    "decide",
    "find_slip",
    "key_answer",
    "print_slips",
    "register_no",
    "start_review",
    "wish_to_talk",
    "withdraw",
]
