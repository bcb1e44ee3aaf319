"""Who of the team opened Mali's record: what her mum and her dad find in “Who read the record”."""

from datetime import datetime
from functools import partial

from seren.doors.demo.story import Story
from seren.foundation.access.door import RecordClass
from seren.foundation.audit.door import saw
from seren.people.families.policies import FamilyAction

_READ = (
    (6, "09:05", "key-person", FamilyAction.LOOK_AFTER, RecordClass.C5),
    (6, "15:20", "manager", FamilyAction.SEE_DETAILS, RecordClass.C5),
    (3, "11:40", "safeguarding-lead", FamilyAction.SEE_DETAILS, RecordClass.C5),  # nobody is told
    (2, "09:10", "key-person", FamilyAction.LOOK_AFTER, RecordClass.C5),
    (2, "13:30", "deputy", FamilyAction.LOOK_AFTER, RecordClass.C4),
)


def tell(story: Story) -> None:
    for before, time, who, page, record_class in _READ:
        story.stage.later(story.at(before, time), partial(_look, story, who, page, record_class))


def _look(story: Story, who: str, page: FamilyAction, seen: RecordClass, now: datetime) -> None:
    child = story.stage.children["Mali Evans"]
    saw(story.stage.actor(who, now), [(seen, child.pk)], page=page)
