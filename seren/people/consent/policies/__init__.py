"""Who may ask, answer and read; and the one condition that says whether a permission holds."""

from seren.people.consent.policies.rules import ConsentAction
from seren.people.consent.policies.standing import in_force_for, was_asked
from seren.people.consent.policies.whom import answering, tells_a_place

__all__ = ["ConsentAction", "answering", "in_force_for", "tells_a_place", "was_asked"]
