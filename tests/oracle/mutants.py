"""The sentences with one word left out each. A suite that passes with any of these is no suite (T5)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from . import mutants_of_people, mutants_of_registers, mutants_of_things, questions

MUTANTS = {**mutants_of_people.MUTANTS, **mutants_of_things.MUTANTS, **mutants_of_registers.MUTANTS}


@contextmanager
def mutated(name: str) -> Iterator[None]:
    """The sentence replaced wherever it is known by name, and put back."""
    module, function, stand_in = MUTANTS[name]
    old = getattr(module, function)
    holders = [
        m for m in sys.modules.values() if getattr(m, "__name__", "").startswith(__package__ or "tests")
    ]
    places = [m for m in holders if m.__dict__.get(function) is old]
    table = {key: value for key, value in questions.QUESTIONS.items() if value[1] is old}
    paired = {key: value for key, value in questions.PAIRED.items() if value is old}
    for place in places:
        setattr(place, function, stand_in)
    for key, (kind, _) in table.items():
        questions.QUESTIONS[key] = (kind, stand_in)
    questions.PAIRED.update(dict.fromkeys(paired, stand_in))
    try:
        yield
    finally:
        for place in places:
            setattr(place, function, old)
        questions.QUESTIONS.update(table)
        questions.PAIRED.update(paired)
