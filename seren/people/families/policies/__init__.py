"""Who may what about a child and a family; and the reasons every other room's rules are made of."""

from seren.people.families.policies import adults  # noqa: F401  (declares its rules)
from seren.people.families.policies.reasons import (
    caring_guardian_of,
    guardian_of,
    helper_in_room_of,
    homes_of,
    in_room_of,
    key_person_of,
    leads_setting_of,
    responsible_for,
    restricted,
    restrictions,
    safeguards_setting_of,
    viewer_of,
)
from seren.people.families.policies.rules import FamilyAction, followed

__all__ = [
    "FamilyAction",
    "caring_guardian_of",
    "followed",
    "guardian_of",
    "helper_in_room_of",
    "homes_of",
    "in_room_of",
    "key_person_of",
    "leads_setting_of",
    "responsible_for",
    "restricted",
    "restrictions",
    "safeguards_setting_of",
    "viewer_of",
]
