"""Ellie takes a medicine. Mali fell, and her homes know. Yusuf bumped his head; his does not."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.doors.demo.named.permission import place_of
from seren.doors.demo.stage import Stage
from seren.doors.demo.story import Story
from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock, ids
from seren.partnership.days import domain
from seren.partnership.days.terms.care import BodyPart, Outcome, Prescriber, ToldHow

ELLIE, MALI, YUSUF = "Ellie Cole", "Mali Evans", "Yusuf Khan"
KAREN, SIAN, TOM = "practitioner-other-room", "key-person", "deputy"
COURSE = 2  # open days ago
TOLD, UNTOLD = 3, 1


def tell(story: Story) -> None:
    stage = story.stage
    stage.later(_on(stage, COURSE, 8, 50), lambda now: _course(stage, now))
    for before, minute in ((COURSE, 20), (UNTOLD, 15)):
        stage.later(_on(stage, before, 12, minute), lambda now: _dose(stage, now))
    stage.later(_on(stage, TOLD, 10, 30), lambda now: _fall(stage, now))
    stage.later(_on(stage, UNTOLD, 9, 50), lambda now: _bump(stage, now))


def _on(stage: Stage, before: int, hour: int, minute: int) -> datetime:
    return clock.at_london(stage.open_day(before), hour, minute)


def _course(stage: Stage, now: datetime) -> None:
    first = clock.day_of(now)
    course = domain.Course(
        name="Amoxivane",
        dose="5 ml",
        often="once after lunch",
        prescribed=Prescriber.DOCTOR,
        aspirin=False,
        emergency=False,
        from_day=first,
        until_day=first + timedelta(days=6),
    )
    medicine = domain.bring_medicine(
        actor=stage.actor("Tanya Cole", now), place=place_of(stage, ELLIE), course=course, now=now
    )
    domain.look_at_bottle(
        actor=stage.actor(KAREN, now), medicine=medicine, expires_on=first + timedelta(days=60),
        where="The fridge in the kitchen", now=now,
    )  # fmt: skip
    stage.keep("medicines", ELLIE, medicine.pk)


def _dose(stage: Stage, now: datetime) -> None:
    medicine: Any = system(SystemReason.BUILDING, apps.get_model("days.Medicine")).get(
        pk=stage.found["medicines"][ELLIE]
    )
    dose = domain.give_dose(
        actor=stage.actor(KAREN, now), medicine=medicine, entry=ids.new(), amount="5 ml",
        outcome=Outcome.TAKEN, given_at=now, by=_who(stage, KAREN), witness=_who(stage, TOM),
        words="She took it with a smile.", now=now,
    )  # fmt: skip
    domain.tell_family(
        actor=stage.actor(KAREN, now), entry=dose, adult=_who(stage, "Tanya Cole"),
        how=ToldHow.AT_DOOR, now=now,
    )  # fmt: skip


def _fall(stage: Stage, now: datetime) -> None:
    fall = domain.record_accident(
        actor=stage.actor(SIAN, now), place=place_of(stage, MALI), entry=ids.new(),
        what="She tripped over the step to the garden.", parts=[BodyPart.LEFT_LEG],
        marks="A graze on the knee", done="Washed with water, and a cold cloth.", where="The garden",
        happened_at=now, by=_who(stage, SIAN), witness=_who(stage, TOM), now=now,
    )  # fmt: skip
    domain.tell_family(
        actor=stage.actor(SIAN, now), entry=fall, adult=_who(stage, "mother"), how=ToldHow.AT_DOOR, now=now
    )


def _bump(stage: Stage, now: datetime) -> None:
    domain.record_accident(
        actor=stage.actor(SIAN, now), place=place_of(stage, YUSUF), entry=ids.new(),
        what="He and another child bumped heads at the slide.", parts=[BodyPart.HEAD],
        marks="A small bump", done="A cold cloth for ten minutes. He played on.", where="The hall",
        happened_at=now, by=_who(stage, SIAN), witness=None, other_child=stage.children[MALI].pk, now=now,
    )  # fmt: skip


def _who(stage: Stage, name: str) -> UUID:
    found: UUID = stage.people[name].pk
    return found
