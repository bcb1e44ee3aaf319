"""Moments, names, pictures, talk, contact and acts, each with a word left out."""

from __future__ import annotations

from . import acts, contact, family, moments, names, pictures, staff, talk
from .stand_ins import Mutants, always, never

OLD_SHOWN = moments.moment_shown_as
OLD_PERMITTED = pictures.permitted
MUTANTS: Mutants = {
    "not shared yet": (moments, "has_been_shared", always),
    "24 h": (moments, "waited_a_day", always),
    "no 24 h": (moments, "waited_a_day", never),
    "audience family": (moments, "audience_has_family", always),
    "audience team": (moments, "audience_has_team", always),
    "audience key person": (moments, "audience_has_key_person", always),
    "star between homes": (moments, "between_homes", never),
    "author gone": (
        moments,
        "wrote_it_at_home",
        lambda w, who, m: m.origin == "home" and m.author == who.person,
    ),
    "leaver's own": (moments, "wrote_it_as_staff", lambda w, who, m: m.author == who.person),
    "viewer": (moments, "reached_as_viewer", never),
    "any draft": (moments, "holds_draft", always),
    "words taken back": (
        moments,
        "moment_shown_as",
        lambda w, who, m: "full" if m.state == "withdrawn" else OLD_SHOWN(w, who, m),
    ),
    "bin": (
        moments,
        "moment_shown_as",
        lambda w, who, m: "full" if m.state == "binned" else OLD_SHOWN(w, who, m),
    ),
    "named": (names, "may_see_child_id", always),
    "granter reads name": (names, "granter_reads_the_name", always),
    "signed": (names, "signed_as", lambda w, who, m: "by name"),
    "marks": (pictures, "marks_are_sound", always),
    "every child": (
        pictures,
        "staff_see_every_child",
        lambda w, who, m, p: any(staff.is_of_the_team(w, who, c, m.setting) for c in p.children),
    ),
    "any child of theirs": (
        pictures,
        "guardian_may_look",
        lambda w, who, m, p: any(family.guardian_of(w, who.person, c) for c in p.children),
    ),
    "every child theirs": (
        pictures,
        "guardian_may_look",
        lambda w, who, m, p: all(family.guardian_of(w, who.person, c) for c in p.children),
    ),
    "others not asked": (pictures, "may_go_to_others", always),
    "others never": (pictures, "may_go_to_others", never),
    "a yes of anybody": (pictures, "yes_counts", lambda w, word: word.said == "yes"),
    "a no is silence": (pictures, "says_no", never),
    "a yes anywhere": (
        pictures,
        "permitted",
        lambda w, c, s: any(OLD_PERMITTED(w, c, place.id) for place in w.settings),
    ),
    "no flag": (pictures, "flagged", never),
    "no strict flag": (pictures, "flagged_for_all", never),
    "every flag is strict": (pictures, "flagged_for_all", pictures.flagged),
    "any granter": (pictures, "grant_reaches", always),
    "pictures for viewers": (pictures, "viewer_may_look", never),
    "leaver's answer": (talk, "wrote_it_as_staff", lambda w, who, r, m: who.person == r.author),
    "that home": (talk, "is_of_that_home", never),
    "any home": (talk, "is_of_that_home", lambda w, who, words, c: family.guardian_of(w, who.person, c.id)),
    "need to know": (
        contact,
        "needs_to_know",
        lambda w, who, c: any(True for s in staff.places(w, c) for _ in staff.hats_at(w, who, s)),
    ),
    "walled off": (contact, "walled_off", never),
    "both chose": (contact, "chose_to_be_shown", always),
    "staff on the page": (contact, "works_with_own_child", always),
    "invited": (contact, "invited", always),
    "every child written about": (acts, "writes_about_every_child", always),
}
