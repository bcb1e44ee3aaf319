"""A year of the lived-in world: what staff noted, what homes sent, who answered, and what was planned."""

from seren.doors.demo.plans import Plans
from seren.doors.demo.spec import Family
from seren.doors.demo.story import Story
from seren.doors.demo.year.homes import Homes
from seren.doors.demo.year.permissions import Permissions
from seren.doors.demo.year.rooms import Rooms
from seren.doors.demo.year.steps import Steps
from seren.doors.demo.year.timetable import Timetable


def tell(story: Story, plans: Plans, families: tuple[Family, ...]) -> None:
    timetable = Timetable(story.stage, families)
    homes = Homes(story, plans, timetable)
    Rooms(story, timetable, homes).tell()
    homes.tell()
    Steps(story, plans, timetable).tell()
    Permissions(story.stage).tell()
