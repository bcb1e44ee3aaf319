"""What can be read of what was asked and answered."""

from seren.people.consent.queries.outcomes import outcomes

__all__ = ["outcomes"]
