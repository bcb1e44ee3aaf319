"""What stands around one child of a batch: family, homes, moments, pictures, talk. And what a person
adds to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from . import facts as f
from .batch import APRIL, DATES, JANUARY, JUNE, ROOMS, S1, S2, A, Base, Rows, in_turn
from .ids import of
from .shapes import Tie
from .world import NOW

AUDIENCES = ("key_person", "team", "family")
# enrolment shape → (where, state, dates)
PLACES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "R1": (("R1", "attending", "now"),),
    "R2": (("R2", "attending", "now"),),
    "joining": (("R1", "joining", "now"),),
    "ahead": (("R1", "joining", "ahead"),),
    "left": (("R1", "left", "ended"),),
    "over": (("R1", "attending", "ended"),),
    "S2": (("S2", "attending", "now"),),
    "own": (("R1", "attending", "now"),),
    "moved": (("R1", "left", "ended"), ("S2", "attending", "now")),
    "both": (("R1", "attending", "now"), ("S2", "attending", "now")),
}
# viewer shape → (pr, natural, care, dates) of the granter, their account, the granter's restriction
GRANTERS = {
    "by parent": (("yes", True, True, "now"), "open", ()),
    "by carer": (("no", False, True, "now"), "open", ()),
    "by unknown": (("unknown", True, True, "now"), "open", ()),
    "by ended": (("yes", True, True, "ended"), "open", ()),
    "by bound": (("yes", True, True, "now"), "open", ("NO-INFO",)),
    "by imageless": (("yes", True, True, "now"), "open", ("NO-IMAGES",)),
    "by closed": (("yes", True, True, "now"), "closed", ()),
    "by paper": (("yes", True, True, "now"), "paper", ()),
    "ended": (("yes", True, True, "now"), "open", ()),
}


LIFTERS = (of("noter"), of("keyer"))


@dataclass(frozen=True)
class Scene:
    """A child and what a person's own rows hang on."""

    label: str
    child: f.Id
    setting: f.Id
    mother: f.Id
    father: f.Id
    granter: f.Id | None
    homes: dict[str, f.Id]
    shared: f.Id
    step: f.Id


def guardian(
    rows: Rows, label: str, adult: f.Id, child: f.Id, row: tuple[Any, ...], provider: f.Id = A
) -> None:
    pr, natural, care, when = row
    name = f"{label}: guardian"
    values = (adult, child, pr, natural, care)
    rows.dated("guardianships", name, f.Guardianship, *values, when=when, provider=provider)


def restrict(
    rows: Rows, label: str, adult: f.Id, child: f.Id, words: tuple[str, ...], provider: f.Id = A
) -> None:
    codes = tuple(word for word in words if word.isupper())
    lifted = {"lifted": LIFTERS, "half lifted": LIFTERS[:1]}.get(words[-1], ())
    review = APRIL if words[-1] == "overdue" else JUNE
    name = f"{label}: {' '.join(words)}"
    values = (adult, child, codes, in_turn(name, (JANUARY, NOW)), review, lifted)
    rows.add("restrictions", name, f.Restriction, *values, provider=provider)


def family(rows: Rows, label: str, child: f.Id) -> tuple[f.Id, f.Id, dict[str, f.Id]]:
    """Mother and father, each with responsibility, each in a home where the child lives. The father
    keeps the old home, where mother and child once lived too."""
    homes = {}
    parents = []
    for name in ("mother", "father"):
        adult = rows.add("adults", f"{label} {name}", f.Adult)
        guardian(rows, f"{label} {name}", adult, child, ("yes", True, True, "now"))
        home = homes[f"{name}'s"] = rows.add("households", f"{label} {name}'s home", f.Household)
        rows.dated("household_members", f"{label} {name} at home", f.HouseholdMember, adult, home)
        rows.dated("lives", f"{label} at {name}'s", f.Lives, child, home)
        parents.append(adult)
    homes["old"] = rows.add("households", f"{label} old home", f.Household)
    for adult, when in zip(parents, ("ended", "now"), strict=True):
        name = f"{label} {when} in the old home"
        rows.dated("household_members", name, f.HouseholdMember, adult, homes["old"], when=when)
    rows.dated("lives", f"{label} in the old home", f.Lives, child, homes["old"], when="ended")
    return parents[0], parents[1], homes


def granter(rows: Rows, label: str, child: f.Id, viewer: str | None, elsewhere: f.Id) -> f.Id | None:
    if viewer is None:
        return None
    row, account, codes = GRANTERS[viewer]
    adult = rows.add("adults", f"{label} granter", f.Adult, account)
    guardian(rows, f"{label} granter", adult, child, row)
    if codes:
        restrict(rows, f"{label} granter", adult, child, codes)
    for when in ("now", "ended"):  # adults with no other tie
        aunt = rows.add("adults", f"{label} aunt {when}", f.Adult)
        rows.dated("viewers", f"{label} aunt {when}: let in", f.Viewer, aunt, child, adult, when=when)
    if viewer == "by ended":  # and responsible for another child still
        guardian(rows, f"{label} granter elsewhere", adult, elsewhere, GRANTERS["by parent"][0])
    return adult


def enrol(rows: Rows, label: str, child: f.Id, enrolment: str) -> f.Id:
    for where, state, when in PLACES[enrolment]:
        setting, room = ROOMS[where]
        rows.dated("enrolments", f"{label} in {where}", f.Enrolment, child, setting, room, state, when=when)
    return ROOMS[PLACES[enrolment][0][0]][0]


def key_person(rows: Rows, label: str, child: f.Id, adult: f.Id, kind: str, when: str = "now") -> None:
    rows.dated("key_persons", f"{label}: {kind} {when}", f.KeyPerson, adult, child, kind, when=when)


def build(
    rows: Rows, at: Base, label: str, tie: Tie, mates: tuple[f.Id, ...], friend: f.Id | None = None
) -> Scene:
    """One tie's child with everything around. `mates`: the child of the next tie, for groups."""
    child = rows.add("children", label, f.Child)
    setting = enrol(rows, label, child, tie.enrolment)
    mother, father, homes = family(rows, label, child)
    lets_in = granter(rows, label, child, tie.viewer, friend or at.friend)
    key_person(rows, label, child, at.keyer, "key")
    noter = at.noter if setting == S1 else at.noter2
    shared = of_the_setting(rows, label, child, setting, noter, friend or at.friend, mates)
    if tie.enrolment == "both":
        rows.moment(f"{label} shared at the other", at.noter2, (child,), S2)
    star = of_the_homes(rows, label, child, setting, mother, father, at.noter)
    talk(rows, label, child, shared, star, mother, father, noter)
    step = plan(rows, label, child, setting, mother, father, homes)
    rows.dated("collectors", f"{label} collector", f.Collector, child, mother)
    rows.dated("collectors", f"{label} old collector", f.Collector, child, mother, when="ended")
    return Scene(label, child, setting, mother, father, lets_in, homes, shared, step)


def of_the_setting(
    rows: Rows, label: str, child: f.Id, setting: f.Id, noter: f.Id, friend: f.Id, mates: tuple[f.Id, ...]
) -> f.Id:
    one = (child,)
    shared = rows.moment(f"{label} shared", noter, one, setting)
    back = rows.moment(f"{label} taken back", noter, one, setting, state="withdrawn")
    young = rows.moment(f"{label} draft", noter, one, setting, state="draft")
    rows.moment(f"{label} old draft", noter, one, setting, state="draft", old=True)
    rows.moment(f"{label} shared long ago", noter, one, setting, old=True)
    rows.moment(f"{label} binned", noter, one, setting, state="binned")
    rows.moment(f"{label} binned draft", noter, one, setting, state="binned", shared=None)
    rows.moment(f"{label} shared in a moment", noter, one, setting, shared=NOW + timedelta(seconds=9))
    for moment, name in ((shared, "shared"), (back, "taken back"), (young, "draft")):
        rows.add("photos", f"{label} {name} photo", f.Photo, moment, one)
    for mate, name in ((friend, "friend"), *((mate, "next") for mate in mates)):
        group = rows.moment(f"{label} with {name}", noter, (child, mate), setting)
        rows.add("photos", f"{label} with {name}, both", f.Photo, group, (child, mate))
        rows.add("photos", f"{label} with {name}, one", f.Photo, group, one)
        rows.add("photos", f"{label} with {name}, other", f.Photo, group, (mate,))
    for mate in mates:
        rows.moment(f"{label} old draft with next", noter, (child, mate), setting, state="draft", old=True)
    return shared


def of_the_homes(
    rows: Rows, label: str, child: f.Id, setting: f.Id, mother: f.Id, father: f.Id, noter: f.Id
) -> dict[str, f.Id]:
    """Stars by mother and father for each audience, one taken back, one not sent, one from a paper
    slip."""
    by_mother = {a: rows.star(f"{label} mother's {a}", mother, child, setting, a) for a in AUDIENCES}
    for audience in AUDIENCES:
        rows.star(f"{label} father's {audience}", father, child, setting, audience)
    rows.star(f"{label} mother's taken back", mother, child, setting, "family", state="withdrawn")
    rows.star(f"{label} mother's draft", mother, child, setting, "family", state="draft")
    rows.star(f"{label} mother's binned", mother, child, setting, "family", state="binned")
    rows.star(f"{label} mother's old draft", mother, child, setting, "family", state="draft", old=True)
    rows.star(f"{label} slip", mother, child, setting, "team", keyed_by=noter)
    for audience in ("key_person", "family"):
        rows.add("photos", f"{label} mother's {audience} photo", f.Photo, by_mother[audience], (child,))
    rows.add("record_requests", f"{label} request", f.RecordRequest, by_mother["family"], mother)
    return by_mother


def talk(
    rows: Rows,
    label: str,
    child: f.Id,
    shared: f.Id,
    star: dict[str, f.Id],
    mother: f.Id,
    father: f.Id,
    noter: f.Id,
) -> None:
    """Conversations of mother and of father with staff, under a moment and under the mother's stars."""
    for moment, author, guardian_of in (
        (shared, mother, mother),
        (shared, father, father),
        (shared, noter, mother),
        (star["family"], father, father),
        (star["family"], noter, mother),
        (star["key_person"], noter, mother),
    ):
        n = len(rows.kinds.get("replies", ()))
        rows.add("replies", f"{label} reply {n}", f.Reply, moment, child, author, guardian_of)


def plan(
    rows: Rows, label: str, child: f.Id, setting: f.Id, mother: f.Id, father: f.Id, homes: dict[str, f.Id]
) -> f.Id:
    steps = {
        state: rows.add("steps", f"{label} {state} step", f.NextStep, setting, child, state)
        for state in ("draft", "agreed", "closed")
    }
    for state in ("draft", "agreed"):
        rows.add(
            "home_words",
            f"{label} mother's words, {state}",
            f.HomeWords,
            steps[state],
            homes["mother's"],
            mother,
        )
    rows.add(
        "home_words", f"{label} words of the old home", f.HomeWords, steps["agreed"], homes["old"], mother
    )
    rows.add("home_words", f"{label} father's words", f.HomeWords, steps["agreed"], homes["father's"], father)
    return steps["agreed"]


__all__ = ["DATES", "Scene", "build", "enrol", "family", "guardian", "key_person", "restrict"]
