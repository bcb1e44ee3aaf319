"""The words of families, and what each restriction denies."""

from seren.people.families.terms.collecting import AGE_RULE, COLLECTOR_PHOTO, NEVER, PASSWORD_LEAST, Outcome
from seren.people.families.terms.events import FamilyEvent
from seren.people.families.terms.lists import ImportedKind, Sheet
from seren.people.families.terms.people import (
    ChangeReason,
    EnrolmentState,
    EvidenceSeen,
    KeyKind,
    LivesWith,
    Pattern,
    Relation,
    Responsibility,
    ResponsibilityBasis,
    SafetyKind,
)
from seren.people.families.terms.pictures import Reach
from seren.people.families.terms.restrictions import (
    CAUTION_CLOCK,
    DECIDED_HERE,
    DENIED_CLASSES,
    KEPT_FROM_COLLECTING,
    PLACE_KEPT,
    RELEASE_CLOCK,
    OrderKind,
    RestrictionBasis,
    RestrictionCode,
    codes_denying,
)

__all__ = [
    "AGE_RULE",
    "CAUTION_CLOCK",
    "COLLECTOR_PHOTO",
    "DECIDED_HERE",
    "DENIED_CLASSES",
    "KEPT_FROM_COLLECTING",
    "NEVER",
    "PASSWORD_LEAST",
    "PLACE_KEPT",
    "RELEASE_CLOCK",
    "ChangeReason",
    "EnrolmentState",
    "EvidenceSeen",
    "FamilyEvent",
    "ImportedKind",
    "KeyKind",
    "LivesWith",
    "OrderKind",
    "Outcome",
    "Pattern",
    "Reach",
    "Relation",
    "Responsibility",
    "ResponsibilityBasis",
    "RestrictionBasis",
    "RestrictionCode",
    "SafetyKind",
    "Sheet",
    "codes_denying",
]
