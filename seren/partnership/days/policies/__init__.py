"""Who may what on a day."""

from seren.partnership.days.policies.collection import CollectionAction

__all__ = ["CollectionAction"]
