"""What is kept of a day."""

from seren.partnership.days.models.accident import Reported
from seren.partnership.days.models.care import CareAdded, CareEntry, CareTold
from seren.partnership.days.models.collection import Release, WrongPassword
from seren.partnership.days.models.collectword import CollectWord
from seren.partnership.days.models.medicine import Bottle, Medicine
from seren.partnership.days.models.outing import Outing, OutingInvited
from seren.partnership.days.models.outinglist import OutingListed

__all__ = [
    "Bottle",
    "CareAdded",
    "CareEntry",
    "CareTold",
    "CollectWord",
    "Medicine",
    "Outing",
    "OutingInvited",
    "OutingListed",
    "Release",
    "Reported",
    "WrongPassword",
]
