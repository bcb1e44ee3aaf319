"""Each sentence with a word left out is caught by a test with people in it, or by an invariant."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from typing import Any

import pytest

from . import (
    test_children_and_contact,
    test_gate_and_staff,
    test_moments,
    test_registers_and_filing,
    test_talk_and_acts,
    worlds,
)
from .facts import Who
from .invariants import breaches
from .mutants import MUTANTS, mutated
from .plain import Plain
from .questions import seen_by
from .test_invariants import a_busy_world

pytestmark = pytest.mark.oracle
# trust.md T5 and 4.7, as far as this issue goes
NAMED_BY_THE_LAW = (
    "active", "restriction", "any subject", "tenant", "statement", "granter end", "level floor",
    "second factor",    "audience family", "24 h", "account", "this setting", "one lifts",
    "others not asked", "a no is silence", "no flag", "no strict flag", "any child of theirs",
)  # fmt: skip
# Facts a constraint refuses, so no batch has them; the self-tests do: a first day nobody wrote, one
# person lifting twice, a code nobody knows, an audience nobody knows, a picture that marks nobody, shared
# at no time.
NO_DATABASE_HOLDS_IT = {
    "unknown beginning", "twice the same lifts", "unknown code", "audience key person", "marks",
    "not shared yet",
    # and what no batch has, as the product asks only whether a restriction was lifted:
    "one ends what is overdue", "the author ends it", "ended before its day",
}  # fmt: skip
SUITES = (
    test_gate_and_staff,
    test_children_and_contact,
    test_moments,
    test_talk_and_acts,
    test_registers_and_filing,
)


def arguments(test: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """Every set of arguments `parametrize` would give this test."""
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    choices = []
    for mark in marks:
        names, values = mark.args
        wanted = (names,) if isinstance(names, str) else names
        choices.append(
            [dict(zip(wanted, (v,) if isinstance(names, str) else v, strict=True)) for v in values]
        )
    for picked in product(*choices):
        yield {key: value for part in picked for key, value in part.items()}


def self_tests() -> list[tuple[str, Callable[[], None]]]:
    return [
        (name, partial(test, **given))
        for suite in SUITES
        for name, test in vars(suite).items()
        if name.startswith("test_")
        for given in arguments(test)
    ]


def killed_by() -> str | None:
    """The first self-test that does not hold."""
    for name, test in self_tests():
        try:
            test()
        except Exception:
            return name
    return None


def test_the_self_tests_hold_without_a_mutant():
    assert killed_by() is None
    assert len(self_tests()) >= 60


def found_by_an_invariant(world) -> bool:
    plain = Plain(world)
    for adult in world.adults:
        for level in ("strong", "known", "code"):
            seen = seen_by(world, Who(adult.id, level))
            if breaches(plain, Who(adult.id, level), seen):
                return True
    return False


@pytest.mark.parametrize("name", NAMED_BY_THE_LAW)
def test_a_word_of_the_law_left_out_is_caught_by_an_invariant_too(name):
    with mutated(name):
        assert found_by_an_invariant(a_busy_world())


def test_the_invariants_find_nothing_without_a_mutant():
    assert not found_by_an_invariant(a_busy_world())


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(set(MUTANTS) - NO_DATABASE_HOLDS_IT))
def test_a_word_left_out_shows_in_the_gate_batch(name, gate, sights):
    with mutated(name):
        world = gate.world.having()
        assert any(differs_from(world, who, sights[who]) for who in sights)


def differs_from(world, who, before) -> bool:
    try:
        return seen_by(world, who) != before
    except (RuntimeError, StopIteration):
        return True


@pytest.fixture(scope="module")
def gate():
    return next(worlds.batches("gate"))


@pytest.fixture(scope="module")
def sights(gate):
    """What everyone sees, those first who differ most: a mutant shows early or not at all."""
    actors = random.Random(1).sample(gate.actors, len(gate.actors))
    return {who: seen_by(gate.world, who) for who in actors}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_sentence_with_a_word_left_out_is_caught(name):
    with mutated(name):
        assert killed_by() is not None
