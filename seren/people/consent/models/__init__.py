from seren.people.consent.models.answer import Answer
from seren.people.consent.models.asked import GAP, Asked
from seren.people.consent.models.chase import Chase
from seren.people.consent.models.decision import Decision
from seren.people.consent.models.round import Round
from seren.people.consent.models.talk import TalkWish

__all__ = ["GAP", "Answer", "Asked", "Chase", "Decision", "Round", "TalkWish"]
