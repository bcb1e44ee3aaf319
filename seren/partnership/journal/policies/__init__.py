"""Who may see and do what in the journal."""

from seren.partnership.journal.policies import copies, photos, rules, talk  # noqa: F401  (they declare the rules)
from seren.partnership.journal.policies.actions import JournalAction

__all__ = ["JournalAction"]
