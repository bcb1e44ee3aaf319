"""What is kept of a day."""

from seren.partnership.days.models.collection import Release, WrongPassword
from seren.partnership.days.models.collectword import CollectWord
from seren.partnership.days.models.outing import Outing, OutingInvited
from seren.partnership.days.models.outinglist import OutingListed

__all__ = ["CollectWord", "Outing", "OutingInvited", "OutingListed", "Release", "WrongPassword"]
