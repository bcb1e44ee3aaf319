"""The door: a word about who collects waits at the desk; yesterday’s children went home in two steps."""

from datetime import datetime
from typing import Any

from django.apps import apps

from seren.doors.demo.spec import PRE_SCHOOL
from seren.doors.demo.stage import Stage
from seren.doors.demo.story import Story
from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.partnership.days.domain import Seen, check_at_door, hand_over, tell_word


def tell(story: Story) -> None:
    stage = story.stage
    stage.later(clock.at_london(stage.open_day(1), 12, 31), lambda now: _zofia_goes_home(stage, now))
    stage.later(clock.at_london(stage.open_day(0), 8, 5), lambda now: _rhian_tells(stage, now))


def _zofia_goes_home(stage: Stage, now: datetime) -> None:
    actor, place = stage.actor("key-person", now), _place(stage, "Zofia Nowak")
    seen = Seen(str(stage.people["parent-polish"].pk), known=True)
    checked = check_at_door(actor=actor, place=place, seen=seen, now=now)
    hand_over(actor=actor, place=place, release=checked.pk, now=now)


def _rhian_tells(stage: Stage, now: datetime) -> None:
    """A word, and no paper: at the door Gareth may collect as before, until people have decided."""
    tell_word(
        actor=stage.actor("mother", now),
        child=stage.children["Mali Evans"],
        settings=[stage.settings[PRE_SCHOOL].pk],
        words="Gareth came late twice this week. I do not want him to fetch Mali any more.",
        now=now,
    )


def _place(stage: Stage, child: str) -> Any:
    rows: Any = system(SystemReason.BUILDING, apps.get_model("families.Enrolment"))
    return rows.get(
        child=stage.children[child].pk, setting=stage.settings[PRE_SCHOOL].pk, until_at__isnull=True
    )
