"""What the desk reads of families: lists, one child's page, who looks after whom, who is reached."""

from seren.people.families.queries.desk.child import (
    AdultShown,
    ChildPage,
    CollectorShown,
    HomeShown,
    NoteShown,
    PastKeyPerson,
    RestrictionShown,
    child_page,
)
from seren.people.families.queries.desk.children import (
    ChildrenPage,
    ChildRow,
    Show,
    Weekly,
    bookings_now,
    children_at_desk,
    setting_has,
)
from seren.people.families.queries.desk.choosing import (
    AdultOf,
    adults_known,
    adults_of_child,
    held_now,
    homes_of_child,
    loads_at,
)

__all__ = [
    "AdultOf",
    "AdultShown",
    "ChildPage",
    "ChildRow",
    "ChildrenPage",
    "CollectorShown",
    "HomeShown",
    "NoteShown",
    "PastKeyPerson",
    "RestrictionShown",
    "Show",
    "Weekly",
    "adults_known",
    "adults_of_child",
    "bookings_now",
    "child_page",
    "children_at_desk",
    "held_now",
    "homes_of_child",
    "loads_at",
    "setting_has",
]
