"""What is kept of a day."""

from seren.partnership.days.models.collection import Release, WrongPassword
from seren.partnership.days.models.collectword import CollectWord

__all__ = ["CollectWord", "Release", "WrongPassword"]
