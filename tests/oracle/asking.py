"""One way for a test to ask: by name, question and thing."""

from __future__ import annotations

from typing import Any

from .facts import Who
from .questions import QUESTIONS
from .world import World


def thing(world: World, kind: str, name: str) -> Any:
    return next(row for row in getattr(world, kind) if row.id == name)


def yes(
    world: World, name: str, question: str, about: str, level: str = "strong", fresh: bool = False
) -> bool:
    kind, sentence = QUESTIONS[question]
    return sentence(world, Who(name, level, fresh), thing(world, kind, about))


def who_may(world: World, question: str, about: str, level: str = "strong") -> set[str]:
    """Everyone of the world who gets a yes, each at this level."""
    return {row.id for row in world.adults if yes(world, row.id, question, about, level)}
