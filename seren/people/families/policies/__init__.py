"""Who may what about a child and a family; and the reasons every other room's rules are made of."""

from seren.people.families.policies import adults, family_page  # noqa: F401  (declare their rules)
from seren.people.families.policies.collecting import counts
from seren.people.families.policies.proving import ProvingAction
from seren.people.families.policies.reasons import (
    TIE,
    another_parent_of,
    belongs_somewhere,
    ever_guardian_of,
    guardian_of,
    homes_of,
    in_room_of,
    kept_from_place,
    key_person_of,
    leads_setting_of,
    lives_now,
    parent_of,
    place_restrictions,
    responsible_for,
    responsible_ties,
    restricted,
    restrictions,
    safeguards_setting_of,
    staff_of,
    viewer_of,
    viewings,
    writer_of,
)
from seren.people.families.policies.rules import FamilyAction, guarded
from seren.people.families.policies.watched import tell_readings, told_readings

__all__ = [
    "TIE",
    "FamilyAction",
    "ProvingAction",
    "another_parent_of",
    "belongs_somewhere",
    "counts",
    "ever_guardian_of",
    "guarded",
    "guardian_of",
    "homes_of",
    "in_room_of",
    "kept_from_place",
    "key_person_of",
    "leads_setting_of",
    "lives_now",
    "parent_of",
    "place_restrictions",
    "responsible_for",
    "responsible_ties",
    "restricted",
    "restrictions",
    "safeguards_setting_of",
    "staff_of",
    "tell_readings",
    "told_readings",
    "viewer_of",
    "viewings",
    "writer_of",
]
