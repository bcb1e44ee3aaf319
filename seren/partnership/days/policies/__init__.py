"""Who may see and do what about a day."""

from seren.partnership.days.policies.care import CareAction
from seren.partnership.days.policies.collection import CollectionAction
from seren.partnership.days.policies.outing import OutingAction
from seren.partnership.days.policies.outing_going import may_go

__all__ = ["CareAction", "CollectionAction", "OutingAction", "may_go"]
