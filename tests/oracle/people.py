"""The small world the sentences are tested in: two homes, two rooms, two settings, two providers.

Osian (acorns) has Rhian (mother) and Huw (her partner, day-to-day care) in the terrace, Gareth (father)
in the flat; Nia is Rhian’s mother and a family viewer. Elsi (acorns) has Marged. Tomos (oaks) has Joy, his
foster carer. Sian is Osian’s key person, Dai his buddy, Prys works in acorns too, Carys in oaks. Bev manages,
Del is deputy, Meera leads safeguarding; Lowri leads it at the club only. Owain volunteers, Cadi trains, Fflur
chairs, Emrys owns. Glyn left in April. Iolo manages another provider’s nursery.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from . import facts as f
from .world import NOW, World

JANUARY = datetime(2025, 1, 6, tzinfo=UTC)
APRIL = datetime(2025, 4, 4, tzinfo=UTC)
JUNE = datetime(2025, 6, 2, tzinfo=UTC)
HOUR = timedelta(hours=1)
P = "afon"


def adult(name: str, provider: str = P, account: str | None = "open") -> f.Adult:
    return f.Adult(name, provider, account)


def works(
    name: str, role: str, room: str | None = None, setting: str = "preschool", **more: Any
) -> f.Membership:
    row = f.Membership(f"{name} at {setting}", P, name, setting, role, room, JANUARY, None, JANUARY)
    return replace(row, **more)


def guardian(name: str, child: str, pr: str = "yes", natural: bool = True, **more: Any) -> f.Guardianship:
    row = f.Guardianship(f"{name} of {child}", P, name, child, pr, natural, None, JANUARY, None)
    return replace(row, **more)


def lets_in(name: str, child: str, by: str, **more: Any) -> f.Viewer:
    return replace(f.Viewer(f"{by} lets {name} in to {child}", P, name, child, by, JANUARY, None), **more)


def order(name: str, child: str, *codes: str, **more: Any) -> f.Restriction:
    return replace(f.Restriction(f"{codes} on {name}", P, name, child, codes, JANUARY, JUNE), **more)


def attends(child: str, room: str, setting: str = "preschool", **more: Any) -> f.Enrolment:
    row = f.Enrolment(f"{child} at {setting}", P, child, setting, room, "attending", JANUARY, None)
    return replace(row, **more)


def looks_after(name: str, child: str, kind: str = "key", **more: Any) -> f.KeyPerson:
    return replace(f.KeyPerson(f"{name} {kind} of {child}", P, name, child, kind, JANUARY, None), **more)


def lives(name: str, household: str, **more: Any) -> f.HouseholdMember:
    return replace(f.HouseholdMember(f"{name} in {household}", P, name, household, JANUARY, None), **more)


def sleeps(child: str, household: str, **more: Any) -> f.Lives:
    return replace(f.Lives(f"{child} in {household}", P, child, household, JANUARY, None), **more)


def moment(name: str, author: str, *children: str, **more: Any) -> f.Moment:
    when = NOW - 2 * HOUR
    row = f.Moment(name, P, "preschool", "setting", author, children, "shared", when, when + HOUR)
    return replace(row, **more)


def star(name: str, author: str, audience: str, *children: str, **more: Any) -> f.Moment:
    return moment(name, author, *children, **{"origin": "home", "audience": audience, **more})


def says(name: str, child: str, said: str, setting: str = "preschool") -> f.Permission:
    return f.Permission(f"{name} on pictures of {child} at {setting}", P, child, setting, name, said)


def kept_out(child: str, reach: str = "others", **more: Any) -> f.NoImages:
    return replace(f.NoImages(f"no pictures of {child}", P, child, reach), **more)


def shows(name: str, to: str, kind: str = "contact") -> f.Shown:
    return f.Shown(f"{name} shows {to} {kind}", P, name, to, kind, JANUARY, None)


STAFF = (
    works("sian", "practitioner", "acorns"),
    works("dai", "practitioner", "acorns"),
    works("prys", "practitioner", "acorns"),
    works("carys", "practitioner", "oaks"),
    works("bev", "manager"),
    works("del", "deputy"),
    works("meera", "safeguarding-lead"),
    works("lowri", "safeguarding-lead", setting="club"),
    works("owain", "volunteer", "acorns"),
    works("cadi", "trainee", "acorns"),
    works("fflur", "chair"),
    works("emrys", "owner"),
    works("glyn", "practitioner", "acorns", until_at=APRIL),
    works("iolo", "manager", setting="bryn nursery", provider="bryn"),
)
FAMILY = ("rhian", "huw", "gareth", "nia", "marged", "joy")


def the_world() -> World:
    """Built anew each time: a test changes its own."""
    staff_names = sorted({row.person for row in STAFF} - {"iolo"})
    return World(
        settings=(f.Setting("preschool", P), f.Setting("club", P), f.Setting("bryn nursery", "bryn")),
        rooms=tuple(
            f.Room(room, P, setting)
            for room, setting in (("acorns", "preschool"), ("oaks", "preschool"), ("hall", "club"))
        ),
        adults=(*(adult(name) for name in (*FAMILY, *staff_names)), adult("iolo", "bryn")),
        children=(*(f.Child(name, P) for name in ("osian", "elsi", "tomos")), f.Child("ifor", "bryn")),
        memberships=STAFF,
        enrolments=(
            attends("osian", "acorns"),
            attends("elsi", "acorns"),
            attends("tomos", "oaks"),
            attends("ifor", "bryn room", "bryn nursery", provider="bryn"),
        ),
        key_persons=(looks_after("sian", "osian"), looks_after("dai", "osian", "buddy")),
        guardianships=(
            guardian("rhian", "osian"),
            guardian("gareth", "osian"),
            guardian("huw", "osian", pr="no", natural=False, care=True),
            guardian("marged", "elsi"),
            guardian("joy", "tomos", pr="no", natural=False, care=True),
        ),
        viewers=(lets_in("nia", "osian", "rhian"),),
        households=tuple(f.Household(name, P) for name in ("terrace", "flat", "farm")),
        household_members=(
            lives("rhian", "terrace"),
            lives("huw", "terrace"),
            lives("gareth", "flat"),
            lives("marged", "farm"),
        ),
        lives=(sleeps("osian", "terrace"), sleeps("osian", "flat"), sleeps("elsi", "farm")),
        collectors=(f.Collector("auntie", P, "osian", "rhian", JANUARY, None),),
        moments=MOMENTS,
        photos=(
            f.Photo("paint photo", P, "paint", ("osian",)),
            f.Photo("circle photo", P, "circle", ("osian", "elsi")),
            f.Photo("circle osian", P, "circle", ("osian",)),
            f.Photo("circle elsi", P, "circle", ("elsi",)),
            f.Photo("bath photo", P, "bath", ("osian",)),
            f.Photo("draft photo", P, "draft", ("osian",)),
            f.Photo("taken back photo", P, "taken back", ("osian",)),
            f.Photo("unmarked photo", P, "paint", ()),
        ),
        replies=(
            f.Reply("rhian on paint", P, "paint", "osian", "rhian", "rhian"),
            f.Reply("sian to rhian", P, "paint", "osian", "sian", "rhian"),
            f.Reply("gareth on bath", P, "bath", "osian", "gareth", "gareth"),
            f.Reply("rhian on taken back", P, "taken back", "osian", "rhian", "rhian"),
        ),
        steps=(
            f.NextStep("climb", P, "preschool", "osian", "agreed"),
            f.NextStep("swim", P, "preschool", "osian", "draft"),
        ),
        home_words=(
            f.HomeWords("rhian on climb", P, "climb", "terrace", "rhian"),
            f.HomeWords("gareth on climb", P, "climb", "flat", "gareth"),
        ),
        record_requests=(f.RecordRequest("rhian asks", P, "bath", "rhian"),),
    )


MOMENTS = (
    moment("paint", "sian", "osian"),
    moment("circle", "sian", "osian", "elsi"),
    moment("mixed rooms", "sian", "osian", "tomos"),
    moment("draft", "prys", "osian", state="draft", shared_at=None),
    moment("old draft", "prys", "osian", state="draft", shared_at=None, written_at=NOW - 25 * HOUR),
    moment("taken back", "sian", "osian", state="withdrawn"),
    moment("never shared", "sian", "osian", state="withdrawn", shared_at=None),
    moment("binned", "sian", "osian", state="binned"),
    star("bath", "rhian", "family", "osian"),
    star("to the team", "rhian", "team", "osian"),
    star("to sian", "rhian", "key_person", "osian"),
    star("home draft", "rhian", "family", "osian", state="draft", shared_at=None),
    star("slip", "rhian", "team", "osian", keyed_by="carys"),
)
