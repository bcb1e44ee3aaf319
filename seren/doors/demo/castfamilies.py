"""The families of the cast."""

from seren.doors.demo.places import DYLAN, FFION, HANNAH, KAREN, MORNINGS, PRIYA, SIAN, owl, robin, wren
from seren.doors.demo.spec import BRYN_AWEL, Family, Grown, Home, Joined, Kid, Place
from seren.people.accounts.terms import Format
from seren.people.families.terms import LivesWith, Pattern, Relation, Responsibility, ResponsibilityBasis

MOTHER, FATHER = Relation.MOTHER, Relation.FATHER

MALI = Family(
    (Kid("Mali Evans", True, 41, (robin(SIAN, KAREN, 250, "mon-am tue-am tue-pm wed-am wed-pm thu-am"),)),),
    (
        Home(
            (
                Grown("Rhian Evans", MOTHER, "cy", "mother", lives=LivesWith.PART),
                Grown("Nerys Evans", Relation.GRANDPARENT, "cy", "grandmother"),
            ),
            "Tŷ Celyn, 4 Llwybr y Felin",
            Pattern.PART,
        ),
        Home(
            (
                Grown(
                    "Gareth Evans",
                    FATHER,
                    slug="father-other-home",
                    basis=ResponsibilityBasis.MARRIED_FATHER,
                    lives=LivesWith.PART,
                ),
            ),
            "Flat 2, 17 Orchard Rise",
            Pattern.PART,
        ),
    ),
    ("cy", "en"),
)
ELLIE = Family(
    (Kid("Ellie Cole", True, 34, (wren(KAREN, HANNAH, 230),), safety="diet: No pork"),),
    (
        Home((Grown("Tanya Cole", MOTHER),), "31 Weir Street"),
        Home(
            (
                Grown(
                    "Darren Cole",
                    FATHER,
                    slug="father-restricted",
                    basis=ResponsibilityBasis.JOINT_REGISTRATION,
                    lives=LivesWith.NO,
                    cares=False,
                ),
            ),
            "9 Foundry Court",
            Pattern.PART,
        ),
    ),
)
KAI = Family(
    (
        Kid(
            "Kai Bennett",
            False,
            45,
            (robin(HANNAH, "", 160, "mon-am tue-am wed-am thu-am"),),
            safety="allergy: Nuts. His red pen is in the Robins bag by the door.",
        ),
    ),
    (
        Home(
            (
                Grown(
                    "Joy Mensah",
                    Relation.FOSTER_CARER,
                    slug="foster-carer",
                    responsible=Responsibility.NO,
                    natural=False,
                ),
            ),
            "58 Beacon Hill",
        ),
    ),
)
KHAN = Family(
    (
        Kid(
            "Yusuf Khan",
            False,
            43,
            (robin(SIAN, HANNAH, 245),),
            written="یوسف",
            safety="diet: Halal. No gelatine.",
        ),
        Kid(
            "Hassan Khan",
            False,
            78,
            (owl(PRIYA, "", 310),),
            written="حسن",
            safety="diet: Halal. No gelatine.",
        ),
    ),
    (
        Home(
            (
                Grown("Amina Khan", MOTHER, "ur", "parent-urdu"),
                Grown(
                    "Bilal Khan",
                    FATHER,
                    "ur",
                    basis=ResponsibilityBasis.MARRIED_FATHER,
                    joined=Joined.BY_PHONE,
                ),
            ),
            "12 Tannery Lane",
        ),
    ),
    ("ur", "en"),
)
NOWAK = Family(
    (
        Kid(
            "Zofia Nowak",
            True,
            52,
            (robin(SIAN, HANNAH, 430), owl(PRIYA, "", 120, "tue-club thu-club")),
        ),
    ),
    (
        Home(
            (
                Grown("Kasia Nowak", MOTHER, "pl", "parent-polish"),
                Grown("Tomasz Nowak", FATHER, "pl", basis=ResponsibilityBasis.MARRIED_FATHER),
            ),
            "3 Weir Street",
        ),
    ),
    ("pl", "en"),
)
ROBERTS = Family(
    (
        Kid("Gwilym Roberts", False, 44, (Place(BRYN_AWEL, "Gwenoliaid", FFION, DYLAN, 440, MORNINGS),)),
        Kid("Elin Roberts", True, 27, (Place(BRYN_AWEL, "Drywod", DYLAN, FFION, 180, MORNINGS),)),
    ),
    (
        Home(
            (
                Grown("Eleri Roberts", MOTHER, "cy", "parent-welsh"),
                Grown("Huw Roberts", FATHER, "cy", basis=ResponsibilityBasis.MARRIED_FATHER),
            ),
            "Bryn Teg, Heol y Capel",
        ),
    ),
    ("cy",),
)
ALFIE = Family(
    (Kid("Alfie Walker", False, 47, (robin("Lee Marsh", HANNAH, 240),)),),
    (
        Home(
            (
                Grown(
                    "Dean Walker",
                    FATHER,
                    slug="parent-no-phone",
                    basis=ResponsibilityBasis.JOINT_REGISTRATION,
                    joined=Joined.ON_PAPER,
                    format=Format.PAPER,
                ),
            ),
            "The Lock House, Canal Side",
        ),
    ),
)
CADI = Family(
    (Kid("Cadi Lloyd", True, 30, (wren(KAREN, "", 150, "tue-am tue-pm wed-am wed-pm thu-am"),)),),
    (
        Home(
            (
                Grown("Hannah Lloyd", MOTHER, slug="parent-and-staff"),
                Grown("Rob Lloyd", FATHER, basis=ResponsibilityBasis.MARRIED_FATHER),
            ),
            "6 Chapel Row",
        ),
    ),
)
GRANT = Family(
    (Kid("Mali Grant", True, 86, (owl(PRIYA, "", 330),)),),
    (Home((Grown("Lucy Grant", MOTHER, slug="stranger-parent"),), "22 Priory Gardens"),),
)
IVY = Family(
    (Kid("Ivy Palmer", True, 32, (wren(KAREN, HANNAH, 200),), safety="medicine: Blue inhaler, two puffs."),),
    (
        Home((Grown("Denise Palmer", MOTHER),), "14 Mill Bank"),
        Home(
            (
                Grown(
                    "Marcus Reid",
                    FATHER,
                    slug="parent-without-pr",
                    responsible=Responsibility.NO,
                    lives=LivesWith.PART,
                    cares=False,
                ),
            ),
            "5 Station Terrace",
            Pattern.PART,
        ),
    ),
)

CAST = (MALI, ELLIE, KAI, KHAN, NOWAK, ROBERTS, ALFIE, CADI, GRANT, IVY)
