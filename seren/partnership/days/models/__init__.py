"""What is kept of a day."""

from seren.partnership.days.models.outing import Outing, OutingInvited
from seren.partnership.days.models.outinglist import OutingListed

__all__ = ["Outing", "OutingInvited", "OutingListed"]
