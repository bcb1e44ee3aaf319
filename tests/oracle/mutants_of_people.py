"""Gate, dates, orders, staff and family, each with a word left out."""

from __future__ import annotations

from . import dates, denies, family, gate, staff
from .stand_ins import Mutants, always, never

MUTANTS: Mutants = {
    "account": (gate, "account_is_open", always),
    "tenant": (gate, "same_tenant", always),
    "level floor": (gate, "reaches", always),
    "second factor": (gate, "staff_may_ask", gate.family_may_ask),
    "new proof": (gate, "proved_again", always),
    "active": (staff, "is_active", lambda m, now: staff.statement_given(m, now)),
    "statement": (staff, "statement_given", always),
    "statement of another day": (staff, "statement_given", lambda m, now: m.statement_at is not None),
    "dates": (dates, "in_force", always),
    "unknown beginning": (
        dates,
        "in_force",
        lambda x, now: not (x.from_at and x.from_at > now) and not dates.ended(x, now),
    ),
    "not begun": (dates, "in_force", lambda x, now: x.from_at is not None and not dates.ended(x, now)),
    "end": (dates, "ended", never),
    "restriction": (denies, "denied", never),
    "any subject": (
        denies,
        "denied_on_any",
        lambda w, p, kids, c: all(denies.denied(w, p, k, c) for k in kids),
    ),
    "first subject only": (
        denies,
        "denied_on_any",
        lambda w, p, kids, c: denies.denied(w, p, next(iter(kids)), c),
    ),
    "one lifts": (denies, "lifted", lambda r: bool(r.lifted_by)),
    "one ends what is overdue": (denies, "ended_overdue", never),
    "the author ends it": (
        denies,
        "ended_overdue",
        lambda r: bool(r.decide_by and r.lifted_at and r.lifted_by) and r.lifted_at >= r.decide_by,
    ),
    "ended before its day": (
        denies,
        "ended_overdue",
        lambda r: r.decide_by is not None and bool(set(r.lifted_by) - {r.imposed_by}),
    ),
    "twice the same lifts": (denies, "lifted", lambda r: len(r.lifted_by) >= 2),
    "review lifts": (
        denies,
        "stands",
        lambda r, now: not (r.review_on and r.review_on < now) and not denies.lifted(r),
    ),
    "lifted stands": (denies, "lifted", never),
    "every code closes all": (denies, "closes", always),
    "unknown code": (denies, "closes", lambda code, c: c in denies.CLOSES.get(code, ())),
    "wall between homes": (denies, "is_or_was_parent", never),
    "wall ends": (denies, "is_or_was_parent", lambda w, p, c: bool(list(family.guardianships(w, p, c)))),
    "no other parent": (denies, "is_another_parent", never),
    "this setting": (
        staff,
        "hats_at",
        lambda w, who, s: iter(
            [m for m in w.at.memberships.get(who.person, ()) if staff.is_active(m, w.now)]
        ),
    ),
    "office of any setting": (
        staff,
        "sees_whole_setting",
        lambda w, who, s: any(
            m.role in staff.WHOLE_SETTING and staff.is_active(m, w.now)
            for m in w.at.memberships.get(who.person, ())
        ),
    ),
    "any office hat": (
        staff,
        "sees_whole_setting",
        lambda w, who, s: any(True for _ in staff.hats_at(w, who, s)),
    ),
    "practitioners lead": (staff, "leads", staff.sees_whole_setting),
    "room": (staff, "in_the_room", lambda w, c, s, room: staff.belongs(w, c, s)),
    "no room is every room": (
        staff,
        "in_the_room",
        lambda w, c, s, room: room is None or any(e.room == room for e in w.at.enrolments[c]),
    ),
    "left": (staff, "belongs", always),
    "left the room": (
        staff,
        "in_the_room",
        lambda w, c, s, room: any(e.room == room for e in w.at.enrolments[c]),
    ),
    "helper as practitioner": (
        staff,
        "on_roster",
        lambda w, who, c, s: staff.rosters(w, who, c, s, staff.HELPERS | {"practitioner"}),
    ),
    "key person": (staff, "holds_key_role", never),
    "buddy files": (staff, "is_key_person", lambda w, who, c, s: staff.is_key_person_or_buddy(w, who, c, s)),
    "key person without a hat": (
        staff,
        "holds_key_role",
        lambda w, who, c, s, kinds: any(k.kind in kinds for k in w.at.key_persons.get((who.person, c), ())),
    ),
    "whole team": (staff, "is_of_the_team", lambda w, who, c, s: any(True for _ in staff.hats_at(w, who, s))),
    "responsibility": (family, "has_pr", always),
    "parent": (family, "is_parent", always),
    "carer": (family, "is_carer", never),
    "everyone cares": (family, "is_carer", always),
    "guardianship ended": (family, "guardianships", lambda w, p, c: w.at.guardianships.get((p, c), ())),
    "granter end": (family, "granter_still_sees", always),
    "grant end": (family, "grants", lambda w, p, c: iter(w.at.viewers.get((p, c), ()))),
    "granter bound": (family, "viewer_of", lambda w, p, c, subjects, cls: family.grants(w, p, c)),
    "homes": (family, "share_a_home", always),
    "home left": (family, "lives_in_home", always),
    "child moved": (family, "child_lives_in", always),
}
