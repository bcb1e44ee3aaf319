"""The batches: the same each time, whole, big enough, and able to show every mistake."""

from __future__ import annotations

from dataclasses import fields
from itertools import islice
from uuid import UUID

import pytest

from . import people, questions, sizes, worlds
from .compare import for_one
from .facts import Who
from .invariants import breaches
from .plain import Plain
from .questions import PAIRED, QUESTIONS, seen_by, seen_by_asking_everything

pytestmark = pytest.mark.oracle
POINTERS = (
    "person", "adult", "child", "setting", "room", "granted_by", "household", "moment", "author", "guardian",
    "step", "asked_by", "named_by", "keyed_by", "to",
)  # fmt: skip


@pytest.fixture(scope="module")
def gate():
    return next(worlds.batches("gate"))


def rows_of(world):
    return [row for rows in world.kinds().values() for row in rows]


def test_the_gate_holds_more_than_six_hundred_thousand_decisions(gate):
    assert questions.decisions_in(gate.world, len(gate.actors)) >= 600_000


def test_the_long_part_holds_more_than_ten_million():
    assert sizes.estimate("long")["decisions"] >= 10_000_000


def test_the_estimate_is_what_is_made(gate):
    plan = next(worlds.plans("gate"))
    assert sizes.decisions_in(plan) == questions.decisions_in(gate.world, len(gate.actors))


def test_a_batch_is_the_same_each_time_it_is_made(gate):
    assert next(worlds.batches("gate")).world.kinds() == gate.world.kinds()


def test_every_id_is_its_own_and_looks_like_the_products(gate):
    ids = [row.id for row in rows_of(gate.world)]
    assert len(ids) == len(set(ids))
    assert {UUID(id_).version for id_ in ids} == {7}


def test_no_row_points_at_something_that_is_not_there(gate):
    ids = {row.id for row in rows_of(gate.world)}
    for row in rows_of(gate.world):
        for field in fields(row):
            value = getattr(row, field.name)
            if field.name in POINTERS and value is not None:
                assert value in ids, (row, field.name)
            if field.name == "children":
                assert set(value) <= ids


def test_a_child_has_one_key_person_and_one_buddy_at_a_time(gate):
    now = gate.world.now
    held = [
        (row.child, row.kind)
        for row in gate.world.key_persons
        if row.from_at <= now and (row.until_at is None or row.until_at > now)
    ]
    assert len(held) == len(set(held))


def test_an_adult_has_one_guardianship_and_one_place_in_a_home_for_each(gate):
    pairs = [(row.adult, row.child) for row in gate.world.guardianships]
    homes = [(row.adult, row.household) for row in gate.world.household_members]
    assert len(pairs) == len(set(pairs))
    assert len(homes) == len(set(homes))


def test_only_adults_from_elsewhere_have_facts_over_the_tenant_line(gate):
    provider = {row.id: row.provider for row in rows_of(gate.world)}
    over = {
        getattr(row, name)
        for row in rows_of(gate.world)
        for name in ("person", "adult")
        if hasattr(row, name) and provider[getattr(row, name)] != row.provider
    }
    assert over == gate.crossed


def test_every_question_is_answered_yes_and_no_and_nobody_sees_what_is_forbidden(gate):
    plain = Plain(gate.world)
    yes = dict.fromkeys([*QUESTIONS, *PAIRED], 0)
    for who in gate.actors[::6]:
        seen = seen_by(gate.world, who)
        assert breaches(plain, who, seen) == [], gate.labels[who.person]
        for question, ids in seen.items():
            yes[question] += len(ids)
    assert [question for question, count in yes.items() if not count] == ["open committee child data"]
    for question, (kind, _) in QUESTIONS.items():
        assert yes[question] < len(gate.actors[::6]) * len(getattr(gate.world, kind))


@pytest.mark.long
def test_nobody_in_the_long_part_sees_what_is_forbidden():
    for batch in islice(worlds.batches("long"), 0, None, 6):
        plain = Plain(batch.world)
        for who in batch.actors[::3]:
            assert breaches(plain, who, seen_by(batch.world, who)) == [], batch.labels[who.person]


def test_a_difference_is_told_in_words(gate):
    def seen(who):
        return seen_by(gate.world, who, frozenset({"see moment"}))["see moment"]

    who = next(who for who in gate.actors if seen(who))
    first, *rest = sorted(seen(who))
    assert list(for_one(gate, who, lambda world, _: {"see moment": seen(who)})) == []
    found = list(for_one(gate, who, lambda world, _: {"see moment": frozenset(rest)}))
    assert [(d.question, d.thing, d.oracle_says) for d in found] == [("see moment", gate.labels[first], True)]
    assert str(found[0]).endswith("the oracle says yes, not no")


def test_the_quick_way_says_what_asking_everything_says(gate):
    world = people.the_world()
    for adult in world.adults:
        for level in ("known", "strong"):
            who = Who(adult.id, level, fresh=True)
            assert seen_by(world, who) == seen_by_asking_everything(world, who)
    for who in gate.actors[7:60:40]:
        assert seen_by(gate.world, who) == seen_by_asking_everything(gate.world, who)


def test_asked_about_a_part_it_says_of_that_part_what_it_says_of_all(gate):
    part = {kind: {row.id for row in rows[::5]} for kind, rows in gate.world.kinds().items()}
    ids = set().union(*part.values())
    for who in gate.actors[7:60:13]:
        everything = seen_by(gate.world, who)
        assert seen_by(gate.world, who, about=part) == {
            question: {one for one in seen if (one[0] if isinstance(one, tuple) else one) in ids}
            for question, seen in everything.items()
        }
