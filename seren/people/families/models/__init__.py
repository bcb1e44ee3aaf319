from seren.people.families.models.booking import Booking
from seren.people.families.models.child import Child, Enrolment, SafetyNote
from seren.people.families.models.collector import Collector
from seren.people.families.models.guardianship import FamilyViewer, Guardianship, ShownToFamily
from seren.people.families.models.household import Household, HouseholdMember, Lives
from seren.people.families.models.intake import ImportedRef, Intake
from seren.people.families.models.keyperson import KeyPerson
from seren.people.families.models.noimages import NoImages
from seren.people.families.models.restriction import Order, Restriction

__all__ = [
    "Booking",
    "Child",
    "Collector",
    "Enrolment",
    "FamilyViewer",
    "Guardianship",
    "Household",
    "HouseholdMember",
    "ImportedRef",
    "Intake",
    "KeyPerson",
    "Lives",
    "NoImages",
    "Order",
    "Restriction",
    "SafetyNote",
    "ShownToFamily",
]
