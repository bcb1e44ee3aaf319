"""The wording of every permission: dated data, checked at start."""

from seren.people.consent.words.catalogue import (
    BadCatalogue,
    Permission,
    catalogue,
    group_of,
    permission,
    permissions_on,
    read,
)
from seren.people.consent.words.schema import MUST_SAY, PARTS

__all__ = [
    "MUST_SAY",
    "PARTS",
    "BadCatalogue",
    "Permission",
    "catalogue",
    "group_of",
    "permission",
    "permissions_on",
    "read",
]
