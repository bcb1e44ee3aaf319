"""What can be read of children and families."""

from seren.people.families.queries.adults import (
    adults_near,
    home_of,
    homes_asked,
    homes_of_children,
    names_asked,
    names_of,
)
from seren.people.families.queries.around import AroundChild, around_children
from seren.people.families.queries.children import (
    ChildNames,
    ChildShown,
    children_followed,
    children_shown,
    names_at_setting,
    settings_of_children,
)
from seren.people.families.queries.inroom import names_in_room
from seren.people.families.queries.keeping import picture_version
from seren.people.families.queries.keypeople import KeyPersonShown, key_people_of
from seren.people.families.queries.listing import ChildrenSeen, ChildSeen, child_seen, children_seen
from seren.people.families.queries.near import Around, Near, around_asked
from seren.people.families.queries.rhythm import Rhythm, register_exchange, rhythm_of
from seren.people.families.queries.ringing import emergency_contacts, emergency_contacts_of
from seren.people.families.queries.standing import (
    Standing,
    standing_among,
    standing_in_family,
    standing_with,
    work_asked,
)

__all__ = [
    "Around",
    "AroundChild",
    "ChildNames",
    "ChildSeen",
    "ChildShown",
    "ChildrenSeen",
    "KeyPersonShown",
    "Near",
    "Rhythm",
    "Standing",
    "adults_near",
    "around_asked",
    "around_children",
    "child_seen",
    "children_followed",
    "children_seen",
    "children_shown",
    "emergency_contacts",
    "emergency_contacts_of",
    "home_of",
    "homes_asked",
    "homes_of_children",
    "key_people_of",
    "names_asked",
    "names_at_setting",
    "names_in_room",
    "names_of",
    "picture_version",
    "register_exchange",
    "rhythm_of",
    "settings_of_children",
    "standing_among",
    "standing_in_family",
    "standing_with",
    "work_asked",
]
