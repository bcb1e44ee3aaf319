"""How many decisions a part holds, without making it: each piece is built once alone and its rows counted."""

from __future__ import annotations

from collections import Counter
from functools import cache

from . import scene, worlds
from .batch import ROOMS, S1, Rows, base
from .questions import PAIRED, QUESTIONS
from .shapes import Person, Tie

PER_KIND = Counter(kind for kind, _ in QUESTIONS.values()) + Counter({"moments": len(PAIRED)})


def weight(rows: Rows) -> int:
    """Questions asked of these rows by one adult."""
    return sum(PER_KIND[kind] * len(made) for kind, made in rows.kinds.items())


@cache
def ground() -> int:
    rows = Rows()
    base(rows)
    return weight(rows)


@cache
def tie_weight(enrolment: str, granter: bool, mate: bool) -> int:
    rows = Rows()
    at = base(rows)
    tie = Tie(viewer="by parent" if granter else None, enrolment=enrolment)
    scene.build(rows, at, "x", tie, (at.friend,) if mate else ())
    return weight(rows) - ground()


@cache
def own_weight() -> int:
    rows = Rows()
    at = base(rows)
    child = scene.build(rows, at, "x", Tie(), ())
    before = weight(rows)
    worlds.own_rows(rows, "y", at.noter, Person(), child, at.friend)
    return weight(rows) - before


@cache
def keyed_weight(key: str, enrolment: str) -> int:
    rows = Rows()
    at = base(rows)
    worlds.keyed_child(rows, at, "y", at.noter, key, enrolment)
    return weight(rows) - ground()


def first_setting(enrolment: str) -> bool:
    where = scene.PLACES[enrolment][0][0]
    return ROOMS[where][0] == S1


def actors_in(plan: worlds.Plan) -> int:
    read = worlds.read_first(plan.ties)
    families = sum(3 if plan.ties[n].viewer else 2 for n in read)
    return 4 + sum(len(shape.levels) for shape in plan.people) + families


def things_in(plan: worlds.Plan) -> int:
    """Questions one adult is asked in this batch."""
    before = (None, *plan.ties)
    total = ground() + len(plan.people) * PER_KIND["adults"]
    for last, tie in zip(before, plan.ties, strict=False):
        mate = last is not None and first_setting(last.enrolment)
        total += tie_weight(tie.enrolment, bool(tie.viewer), mate)
    own = [tie for tie in plan.ties if tie in worlds.OWN]
    for n, shape in enumerate(plan.people):
        if shape.tenant == "A":
            total += own_weight() * len(plan.writes_about(n, shape, own))
            total += sum(keyed_weight(*keyed) for keyed in plan.keyed_to(n, shape))
    return total


def decisions_in(plan: worlds.Plan) -> int:
    return actors_in(plan) * things_in(plan)


def estimate(part: str) -> dict[str, int]:
    """Batches, actors and decisions of a part. "everything" takes some seconds to count."""
    total = Counter[str]()
    for plan in worlds.plans(part):
        actors = actors_in(plan)
        total += Counter(batches=1, actors=actors, decisions=actors * things_in(plan))
    return dict(total)
