from seren.people.accounts.models.device import Device
from seren.people.accounts.models.invitation import Invitation
from seren.people.accounts.models.login import Login
from seren.people.accounts.models.person import Person
from seren.people.accounts.models.reach import ReachMe
from seren.people.accounts.models.token import ApiToken, SignInLink

__all__ = ["ApiToken", "Device", "Invitation", "Login", "Person", "ReachMe", "SignInLink"]
