"""The families of the small world: the cast, and a few more."""

from seren.doors.demo.castfamilies import CAST
from seren.doors.demo.places import DYLAN, FFION, HANNAH, KAREN, MORNINGS, PRIYA, SIAN, owl, robin, wren
from seren.doors.demo.spec import BRYN_AWEL, Family, Grown, Home, Kid, Place
from seren.people.families.terms import Relation

MOTHER, FATHER = Relation.MOTHER, Relation.FATHER

CLARKE = Family(
    (Kid("Noah Clarke", False, 49, (robin(SIAN, HANNAH, 425),)),),
    (
        Home(
            (Grown("Jess Clarke", MOTHER), Grown("Adam Clarke", FATHER, basis="married-father")), "1 Mill Row"
        ),
    ),
)
OSEI = Family(
    (Kid("Amelia Osei", True, 29, (wren(KAREN, HANNAH, 110),)),),
    (Home((Grown("Abena Osei", MOTHER),), "40 Priory Gardens"),),
)
GRIFFITHS = Family(
    (Kid("Tomos Griffiths", False, 25, (Place(BRYN_AWEL, "Drywod", DYLAN, FFION, 140, MORNINGS),)),),
    (Home((Grown("Lowri Griffiths", MOTHER, "cy"),), "Glan Nant, Lôn y Felin"),),
    ("cy", "en"),
)
GILL = Family(
    (Kid("Arjun Gill", False, 97, (owl(PRIYA, "", 420),)),),
    (
        Home(
            (Grown("Simran Gill", MOTHER), Grown("Harpreet Gill", FATHER, basis="married-father")),
            "8 Beacon Hill",
        ),
    ),
    ("en", "pa"),
)

FAMILIES = (*CAST, CLARKE, OSEI, GRIFFITHS, GILL)
