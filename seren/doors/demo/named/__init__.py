"""Happenings with a nickname, in the small world and the lived-in one. Tests rely on them (docs/world.md)."""

from seren.doors.demo.named import (
    at_home,
    door,
    elsewhere,
    mali,
    outings,
    permission,
    readings,
    robins,
    wrens,
)
from seren.doors.demo.plans import Plans
from seren.doors.demo.story import Story


def tell(story: Story, plans: Plans) -> None:
    at_home.tell(story)
    mali.tell(story, plans)
    robins.tell(story, plans)
    wrens.tell(story, plans)
    elsewhere.tell(story)
    door.tell(story)
    permission.tell(story)
    outings.tell(story)
    readings.tell(story)
