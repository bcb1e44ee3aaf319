"""What is kept about a child, and what becomes of a moment, each with a word left out."""

from __future__ import annotations

from . import children, denies, filing, gate, moments, places, registers, staff
from .stand_ins import Mutants, always, never

MUTANTS: Mutants = {
    "their own child": (registers, "is_their_own", never),
    "own by an order": (
        registers,
        "is_their_own",
        lambda w, who, c: denies.is_or_was_parent(w, who.person, c.id),
    ),
    "responsibility at home": (
        registers,
        "has_responsibility",
        lambda w, who, c: registers.may_follow_child(w, who, c),
    ),
    "places and giving": (denies, "bound_by", never),
    "any order keeps from collecting": (
        denies,
        "bound_by",
        lambda w, p, c, codes: bool(w.at.restrictions.get((p, c))),
    ),
    "any office": (
        registers,
        "holds_office_over",
        lambda w, who, c, roles: any(staff.sees_whole_setting(w, who, s) for s in staff.places(w, c.id)),
    ),
    "account between homes": (registers, "of_their_own_home", never),
    "account of who left": (
        registers,
        "ties_now",
        lambda w, a: {child for child, _now in registers.ties(w, a)},
    ),
    "account of a colleague": (registers, "leads_member", never),
    "met by anybody": (
        registers,
        "may_confirm_face_to_face",
        lambda w, who, a: gate.staff_may_ask(w, who, a.provider),
    ),
    "looked after though bound": (registers, "may_look_after", children.team_asks),
    "slip of their own": (registers, "may_key_slip", registers.may_look_after),
    "safeguarding hands over": (places, "may_release", places.may_see_door),
    "staff of their own": (places, "is_family", never),
    "bound at work": (
        places,
        "is_family",
        lambda w, who, e, c: denies.is_or_was_parent(w, who.person, e.child),
    ),
    "the room writes care": (places, "may_record_care", places.may_release),
    "any setting of the child": (
        places,
        "team_reads",
        lambda w, who, e: any(staff.is_of_the_team(w, who, e.child, s) for s in staff.places(w, e.child)),
    ),
    "medicine brought though kept away": (
        places,
        "may_bring_medicine",
        lambda w, who, e: registers.has_responsibility(w, who, w.at.child[e.child]),
    ),
    "mended when shared": (filing, "may_edit", moments.may_see_moment),
    "unfiled from home": (
        filing,
        "may_see_unfiled",
        lambda w, who, m: m.state == "draft" and moments.may_see_moment(w, who, m),
    ),
    "shared is restored": (
        filing,
        "may_restore",
        lambda w, who, m: m.state == "withdrawn" and m.author == who.person,
    ),
    "bin of all": (filing, "may_find_in_bin", lambda w, who, m: m.state == "binned"),
    "preview of the team's": (filing, "may_see_when_shared", moments.may_see_moment),
    "every sky": (filing, "children_walked", lambda w, who, m: set(m.children)),
    "words of others": (filing, "may_withdraw_reply", always),
}
