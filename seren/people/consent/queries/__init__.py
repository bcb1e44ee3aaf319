"""What can be read of what was asked and answered."""

from seren.people.consent.queries.needs import NeedsOfPermissions, needs_asked
from seren.people.consent.queries.outcomes import outcomes, things_in_force
from seren.people.consent.queries.unsaid import Unsaid, unsaid_asked

__all__ = ["NeedsOfPermissions", "Unsaid", "needs_asked", "outcomes", "things_in_force", "unsaid_asked"]
