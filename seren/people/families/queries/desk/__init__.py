"""What the desk reads of families: lists, one child's page, who looks after whom, who is reached."""

from seren.people.families.queries.desk.child import child_page
from seren.people.families.queries.desk.children import (
    ChildrenPage,
    ChildRow,
    Show,
    Weekly,
    bookings_now,
    child_at,
    children_at_desk,
    first_day_of,
)
from seren.people.families.queries.desk.childshapes import (
    AdultShown,
    ChildPage,
    CollectorShown,
    HomeShown,
    NoteShown,
    PastKeyPerson,
    RestrictionShown,
)
from seren.people.families.queries.desk.choosing import (
    AdultOf,
    adults_known,
    adults_of_child,
    held_now,
    homes_of_child,
    loads_at,
    setting_knows,
)
from seren.people.families.queries.desk.cover import Gap, GapChild, cover_gaps, gaps_asked
from seren.people.families.queries.desk.keymap import Carer, KeyMap, MapChild, key_map
from seren.people.families.queries.desk.letters import Addressee, addressee, adult_to_ask, adults_to_ask
from seren.people.families.queries.desk.needs import ReviewDue, Unkeyed, reviews_asked, unkeyed_asked
from seren.people.families.queries.desk.paper import KeyPersonNews, key_person_news
from seren.people.families.queries.desk.reach import (
    Filter,
    ReachPage,
    ReachRow,
    places_asked,
    reach_of,
    reach_page,
    reach_rows,
)

__all__ = [
    "Addressee",
    "AdultOf",
    "AdultShown",
    "Carer",
    "ChildPage",
    "ChildRow",
    "ChildrenPage",
    "CollectorShown",
    "Filter",
    "Gap",
    "GapChild",
    "HomeShown",
    "KeyMap",
    "KeyPersonNews",
    "MapChild",
    "NoteShown",
    "PastKeyPerson",
    "ReachPage",
    "ReachRow",
    "RestrictionShown",
    "ReviewDue",
    "Show",
    "Unkeyed",
    "Weekly",
    "addressee",
    "adult_to_ask",
    "adults_known",
    "adults_of_child",
    "adults_to_ask",
    "bookings_now",
    "child_at",
    "child_page",
    "children_at_desk",
    "cover_gaps",
    "first_day_of",
    "gaps_asked",
    "held_now",
    "homes_of_child",
    "key_map",
    "key_person_news",
    "loads_at",
    "places_asked",
    "reach_of",
    "reach_page",
    "reach_rows",
    "reviews_asked",
    "setting_knows",
    "unkeyed_asked",
]
