"""The world for trying out: one provider with a pre-school, a Welsh day setting and a club, and their people.

One builder for the demo and for tests: `build`. It makes people and happenings through the verbs, so that
whatever a verb refuses cannot stand in the world either. Nothing here is imported before it is needed: the
pictures are drawn in processes that know nothing of Django.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from seren.doors.demo.parts import Part
    from seren.doors.demo.world import World

Size = Literal["small", "lived-in"]


def build(size: Size, today: date, seed: int, *, told: Callable[[int, int], None] | None = None) -> World:
    """Make the world in an empty database. `told` hears how far it has come: so many of so many.

    The same size, day and seed give the same names, words and dates; ids differ.
    """
    from seren.doors.demo.building import build as made

    return made(size, today, seed, told)


def cast() -> tuple[Part, ...]:
    """Who one can be, in the order to show them."""
    from seren.doors.demo.parts import CAST

    return CAST


def person_of(slug: str) -> UUID | None:
    """The person behind a slug of the cast; None where there is none, or this is no demo."""
    from seren.doors.demo.building import person_of as found

    return found(slug)
