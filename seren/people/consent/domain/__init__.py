"""What can be done: ask, answer, take a yes back, want to talk, write down what came on paper, decide."""

from seren.people.consent.domain.answering import answer, wish_to_talk, withdraw
from seren.people.consent.domain.asking import ask, bring
from seren.people.consent.domain.deciding import decide
from seren.people.consent.domain.keying import key_answer

__all__ = ["answer", "ask", "bring", "decide", "key_answer", "wish_to_talk", "withdraw"]
