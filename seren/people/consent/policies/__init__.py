"""Who may ask, answer and read; and the one condition that says whether a permission holds."""

from seren.people.consent.policies.rules import ConsentAction
from seren.people.consent.policies.standing import in_force_for

__all__ = ["ConsentAction", "in_force_for"]
