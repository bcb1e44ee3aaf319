from seren.people.accounts.models.device import Device
from seren.people.accounts.models.invitation import Invitation
from seren.people.accounts.models.limit import Limit
from seren.people.accounts.models.login import Login
from seren.people.accounts.models.meeting import Meeting
from seren.people.accounts.models.person import Person
from seren.people.accounts.models.reach import ReachMe
from seren.people.accounts.models.recovery import Recovery
from seren.people.accounts.models.token import ApiToken, SignInLink

__all__ = [
    "ApiToken",
    "Device",
    "Invitation",
    "Limit",
    "Login",
    "Meeting",
    "Person",
    "ReachMe",
    "Recovery",
    "SignInLink",
]
