from seren.people.provision.models.calendar import Closure, Term
from seren.people.provision.models.place import Provider, Room, Session, Setting
from seren.people.provision.models.staff import Absence, Membership, WorkingPattern

__all__ = [
    "Absence",
    "Closure",
    "Membership",
    "Provider",
    "Room",
    "Session",
    "Setting",
    "Term",
    "WorkingPattern",
]
