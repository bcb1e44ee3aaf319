"""Who else lives in the lived-in world: many more families, a line or two each."""

from collections.abc import Iterator

from seren.doors.demo.places import AFTER_SCHOOL, DYLAN, FFION, HANNAH, KAREN, MORNINGS, PRIYA, SIAN
from seren.doors.demo.spec import BRYN_AWEL, CLUB, PRE_SCHOOL, Family, Grown, Home, Joined, Kid, Place
from seren.people.families.terms import LivesWith, Pattern, Relation

DEV, MOIRA, AISHA, CALLUM = "Dev Patel", "Moira Quinn", "Aisha Rahman", "Callum Foster"
NIA, RHODRI, CATRIN = "Nia Howells", "Rhodri Beynon", "Catrin Mathias"

ROBINS, WRENS, OWLS = (PRE_SCHOOL, "Robins"), (PRE_SCHOOL, "Wrens"), (CLUB, "Owls")
SWALLOWS, LITTLE_WRENS = (BRYN_AWEL, "Gwenoliaid"), (BRYN_AWEL, "Drywod")
DAYS = {
    "mornings": MORNINGS,
    "long": "mon-am mon-pm tue-am tue-pm wed-am wed-pm thu-am",
    "late": "wed-am wed-pm thu-am thu-pm fri-am fri-pm",
    "three": "tue-am wed-am thu-am",
    "club": AFTER_SCHOOL,
    "few": "mon-club wed-club fri-club",
}

# Languages; street; adults; children.
# Adults: "m" mother, "f" father, "p" parent; "!" has not joined yet; "/" lives in another home.
# Children: name, girl, months old, then each place: where, key person, buddy, days since, days of the week.
ROWS: tuple[tuple[str, str, str, tuple[object, ...]], ...] = (
    ("en", "19 Mill Bank", "m Carla Marsden, f Steve Marsden", (
        ("Oliver Marsden", False, 50, (ROBINS, HANNAH, DEV, 430, "mornings")),
        ("Phoebe Marsden", True, 84, (OWLS, PRIYA, CALLUM, 430, "club")),
    )),
    ("en", "2 Beacon Hill", "m Morag Ferguson", (
        ("Isla Ferguson", True, 53, (ROBINS, HANNAH, SIAN, 440, "late"), (OWLS, CALLUM, "", 100, "few")),
    )),
    ("ur en", "27 Tannery Lane", "m Sadia Hussain, f Imran Hussain", (
        ("Zainab Hussain", True, 46, (ROBINS, DEV, SIAN, 255, "mornings"), "زینب"),
        ("Maryam Hussain", True, 28, (WRENS, AISHA, KAREN, 120, "late"), "مریم"),
    )),
    ("pl en", "44 Weir Street", "m Magda Wiśniewska, f Piotr Wiśniewski", (
        ("Jakub Wiśniewski", False, 44, (ROBINS, DEV, HANNAH, 250, "long")),
        ("Oskar Wiśniewski", False, 75, (OWLS, CALLUM, PRIYA, 260, "club")),
    )),
    ("bn en", "15 Foundry Court", "m Rehana Chowdhury, f Kamal Chowdhury", (
        ("Ayaan Chowdhury", False, 48, (ROBINS, DEV, SIAN, 420, "mornings"), "আয়ান"),
        ("Ibrahim Chowdhury", False, 88, (OWLS, PRIYA, CALLUM, 420, "few"), "ইব্রাহিম"),
    )),
    ("ro en", "7 Canal Side", "m Ioana Popescu, f Andrei Popescu", (
        ("Ana Popescu", True, 51, (ROBINS, SIAN, DEV, 240, "late")),
        ("Luca Popescu", False, 31, (WRENS, MOIRA, KAREN, 235, "long")),
    )),
    ("uk en", "33 Orchard Rise", "m Oksana Kovalenko", (
        ("Danylo Kovalenko", False, 45, (ROBINS, DEV, HANNAH, 210, "mornings"), "Данило"),
    )),
    ("en yo", "61 Priory Gardens", "m Folake Adeyemi, f Kunle Adeyemi", (
        ("Temitope Adeyemi=Temi", True, 49, (ROBINS, HANNAH, DEV, 245, "mornings")),
        ("Tobi Adeyemi", False, 98, (OWLS, CALLUM, PRIYA, 245, "club")),
    )),
    ("en", "Old Forge, Church Walk", "m Nell Whitlock, f Ben Whitlock", (
        ("Freddie Whitlock", False, 54, (ROBINS, DEV, HANNAH, 435, "three"), (OWLS, PRIYA, "", 90, "few")),
        ("Ruby Whitlock", True, 73, (OWLS, PRIYA, CALLUM, 300, "few")),
    )),
    ("en", "10 Chapel Row", "p Kate Leighton, p Jo Leighton", (
        ("Martha Leighton", True, 42, (ROBINS, HANNAH, SIAN, 225, "mornings")),
    )),
    ("ur en", "5 Tannery Lane", "m Nasreen Ahmed, f! Tariq Ahmed", (
        ("Musa Ahmed", False, 33, (WRENS, MOIRA, AISHA, 180, "mornings"), "موسیٰ"),
    )),
    ("en", "Holly Cottage, Church Walk", "m Sophie Hallam, f Matt Hallam", (
        ("Beatrix Hallam=Bea", True, 35, (WRENS, MOIRA, KAREN, 240, "long")),
    )),
    ("en", "48 Mill Bank", "m Donna Tilley, /f Gary Tilley", (
        ("George Tilley", False, 30, (WRENS, MOIRA, AISHA, 130, "mornings")),
        ("Evie Tilley", True, 68, (OWLS, CALLUM, PRIYA, 250, "club")),
    )),
    ("en ig", "72 Priory Gardens", "m Ngozi Nwosu, f Emeka Nwosu", (
        ("Chidera Nwosu", False, 34, (WRENS, AISHA, MOIRA, 220, "late")),
    )),
    ("en", "21 Station Terrace", "m Gemma Oakes, f! Craig Oakes", (
        ("Stanley Oakes", False, 27, (WRENS, AISHA, KAREN, 70, "late")),
    )),
    ("pl en", "36 Weir Street", "m Ewa Sikora, /f Marek Sikora", (
        ("Nadia Sikora", True, 32, (WRENS, AISHA, MOIRA, 200, "late")),
    )),
    ("cy", "Hafod, Heol y Capel", "m Siân Williams, f Geraint Williams", (
        ("Efa Williams", True, 46, (SWALLOWS, FFION, NIA, 430, "mornings")),
    )),
    ("cy en", "Tan y Coed, Lôn y Felin", "m Angharad Davies, f Luke Davies", (
        ("Macsen Davies", False, 50, (SWALLOWS, FFION, RHODRI, 440, "long")),
    )),
    ("cy", "3 Maes yr Ysgol", "m Delyth Hughes, /f Arwel Hughes", (
        ("Cari Hughes", True, 43, (SWALLOWS, NIA, FFION, 260, "mornings")),
    )),
    ("cy", "Pen y Bont, Heol yr Afon", "m Heledd Thomas, f Gwyn Thomas", (
        ("Osian Thomas", False, 48, (SWALLOWS, NIA, RHODRI, 420, "long")),
    )),
    ("cy", "Llys Awel, Heol yr Afon", "m Manon Parry, m Beth Parry", (
        ("Lleucu Parry", True, 45, (SWALLOWS, NIA, FFION, 255, "three")),
    )),
    ("en cy", "11 Maes yr Ysgol", "m Becky Lewis, f Dan Lewis", (
        ("Idris Lewis", False, 41, (SWALLOWS, RHODRI, NIA, 200, "mornings")),
    )),
    ("cy en", "Y Bwthyn, Heol y Capel", "m Rachel Jenkins", (
        ("Hanna Jenkins", True, 52, (SWALLOWS, RHODRI, FFION, 440, "late")),
    )),
    ("cy", "Erw Deg, Lôn y Felin", "m Gwenllian Pritchard, f Alun Pritchard", (
        ("Iwan Pritchard", False, 44, (SWALLOWS, RHODRI, NIA, 240, "mornings")),
    )),
    ("en cy", "18 Maes yr Ysgol", "m Claire Rowlands, f! Mark Rowlands", (
        ("Megan Rowlands", True, 47, (SWALLOWS, FFION, RHODRI, 300, "long")),
    )),
    ("pl en", "2 Heol yr Orsaf", "m Anna Kaczmarek, f Paweł Kaczmarek", (
        ("Leon Kaczmarek", False, 49, (SWALLOWS, NIA, RHODRI, 260, "mornings")),
    )),
    ("cy", "Bodlondeb, Heol y Capel", "m Mared Vaughan, f Steffan Vaughan", (
        ("Aled Vaughan", False, 42, (SWALLOWS, RHODRI, FFION, 180, "late")),
    )),
    ("cy", "Cae Glas, Lôn y Felin", "m Sioned Edwards", (
        ("Betsan Edwards", True, 26, (LITTLE_WRENS, DYLAN, CATRIN, 160, "mornings")),
    )),
    ("cy", "9 Heol yr Afon", "m Rhiannon Harries, f Emyr Harries", (
        ("Ioan Harries", False, 29, (LITTLE_WRENS, CATRIN, DYLAN, 230, "long")),
    )),
    ("en cy", "23 Maes yr Ysgol", "m Hollie Ellis, /f Jamie Ellis", (
        ("Mabli Ellis", True, 30, (LITTLE_WRENS, CATRIN, DYLAN, 240, "mornings")),
    )),
    ("cy", "Tŷ Newydd, Heol y Capel", "m Luned Meredith, f Rhys Meredith", (
        ("Guto Meredith", False, 24, (LITTLE_WRENS, CATRIN, DYLAN, 110, "three")),
    )),
    ("ar en", "6 Heol yr Orsaf", "m Hiba Saleh, f Omar Saleh", (
        ("Amira Saleh", True, 31, (LITTLE_WRENS, CATRIN, DYLAN, 220, "mornings")),
    )),
    ("cy", "Gorwel, Heol yr Afon", "m Nerys Francis", (
        ("Deio Francis", False, 28, (LITTLE_WRENS, DYLAN, CATRIN, 190, "long")),
    )),
    ("en", "13 Beacon Hill", "m Trish Barlow", (
        ("Ethan Barlow", False, 110, (OWLS, PRIYA, CALLUM, 440, "club")),
    )),
    ("en", "30 Foundry Court", "m Siobhan Donnelly, /f Kev Donnelly", (
        ("Skye Donnelly", True, 99, (OWLS, CALLUM, PRIYA, 350, "club")),
    )),
)  # fmt: skip
# Starts in a fortnight: no key person is named yet. And one who has gone to school.
TEDDY = Family(
    (Kid("Teddy Brooks", False, 25, (Place(PRE_SCHOOL, "Wrens", "", "", -14, MORNINGS),)),),
    (Home((Grown("Alice Brooks", Relation.MOTHER, joined=Joined.NOT_YET),), "55 Mill Bank"),),
)
SOFIA = Family(
    (Kid("Sofia Marin", True, 58, (Place(PRE_SCHOOL, "Robins", HANNAH, SIAN, 440, MORNINGS, left=40),)),),
    (Home((Grown("Elena Marin", Relation.MOTHER, "ro"),), "29 Canal Side"),),
    ("ro", "en"),
)
_RELATIONS = {"m": Relation.MOTHER, "f": Relation.FATHER, "p": Relation.PARENT}


def families() -> Iterator[Family]:
    for languages, street, adults, kids in ROWS:
        spoken = tuple(languages.split())
        yield Family(tuple(_kid(*kid) for kid in kids), tuple(_homes(adults, street, spoken[0])), spoken)  # type: ignore[misc]
    yield TEDDY
    yield SOFIA


def _kid(name: str, girl: bool, months: int, *more: object) -> Kid:
    whole, _, known_as = name.partition("=")
    places = tuple(_place(*one) for one in more if isinstance(one, tuple))
    written = next((one for one in more if isinstance(one, str)), "")
    return Kid(whole, girl, months, places, known_as, written)


def _place(where: tuple[str, str], key: str, buddy: str, since: int, days: str) -> Place:
    return Place(*where, key, buddy, since, DAYS[days])


def _homes(adults: str, street: str, speaks: str) -> Iterator[Home]:
    here: list[Grown] = []
    elsewhere: list[Grown] = []
    for word in adults.split(", "):
        apart = word.startswith("/")
        mark, _, name = word.lstrip("/").partition(" ")
        grown = Grown(
            name,
            _RELATIONS[mark[0]],
            speaks,
            lives=LivesWith.PART if "/" in adults else LivesWith.YES,
            joined=Joined.NOT_YET if "!" in mark else Joined.BY_EMAIL,
        )
        (elsewhere if apart else here).append(grown)
    pattern = Pattern.PART if elsewhere else Pattern.ALL
    yield Home(tuple(here), street, pattern)
    if elsewhere:
        yield Home(tuple(elsewhere), f"{len(street)} Lower Bridge Street", pattern)
