"""Around the homes: who may see, who collects, an order of the court, and Alfie's new key person."""

from datetime import datetime, time, timedelta
from uuid import UUID

from seren.doors.demo.hiring import last_hour
from seren.doors.demo.spec import PRE_SCHOOL
from seren.doors.demo.stage import Stage
from seren.doors.demo.story import Story
from seren.foundation.kernel import clock
from seren.people.accounts.domain import Wishes, set_reach
from seren.people.accounts.terms import Channel, Format
from seren.people.families.domain import (
    Named,
    Paper,
    Pictured,
    collect_on_day,
    invite_viewer,
    name_collector,
    name_key_person,
    picture_collector,
    record_order,
    show_oneself,
)
from seren.people.families.queries.collecting import comes_on
from seren.people.families.terms import (
    ChangeReason,
    KeyKind,
    OrderKind,
    Relation,
    RestrictionCode,
)


def tell(story: Story) -> None:
    stage = story.stage
    stage.later(stage.days_ago(200, 19, 40), lambda now: _nan_sees(stage, now))
    named_at = stage.days_ago(198, 20, 5)
    nan = story.photos.want(named_at, "nan", 0)
    stage.later(named_at, lambda now: _who_collects(story, nan, now))
    stage.later(stage.days_ago(1, 19, 50), lambda now: _anna_collects(stage, now))
    stage.later(stage.days_ago(150, 20, 30), lambda now: _gareth_is_shown(stage, now))
    stage.later(stage.days_ago(190, 19, 15), lambda now: _amina_wishes(stage, now))
    stage.later(stage.days_ago(61, 15, 20), lambda now: _no_news_for_darren(stage, now))
    stage.later(last_hour(stage, stage.workers["Lee Marsh"].jobs[0]), lambda now: _alfie_to_sian(stage, now))


def _nan_sees(stage: Stage, now: datetime) -> None:
    invite_viewer(
        actor=stage.actor("mother", now),
        child=stage.children["Mali Evans"],
        adult=stage.people["grandmother"].pk,
        relation=Relation.GRANDPARENT,
        now=now,
    )


def _who_collects(story: Story, nan: int, now: datetime) -> None:
    """Each parent names their own, with a password of their own; neither learns of the other's.

    Of Nerys there is a photo. She said yes to it.
    """
    stage = story.stage
    for who, name, relation, password, phone in (
        ("mother", "Nerys Evans", Relation.GRANDPARENT, "Blue kettle", "01632 960741"),
        ("father-other-home", "Lynne Hargreaves", Relation.OTHER, "Paper boat", "01632 960742"),
    ):
        collector = name_collector(
            actor=stage.actor(who, now),
            child=stage.children["Mali Evans"],
            named=Named(name, relation, password, phone, old_enough=True),
            now=now,
        )
        if relation is Relation.GRANDPARENT:
            with story.photos.take(nan) as received:
                picture = Pictured(received, agreed=True)
                mother = stage.actor(who, now)
                kept = picture_collector(actor=mother, collector=collector, picture=picture, now=now)
            story.photos.kept.append(kept)


def _anna_collects(stage: Stage, now: datetime) -> None:
    """Only on Mali's next day, today if she comes: somebody the other home has never heard of."""
    mali = stage.children["Mali Evans"]
    days = (stage.today + timedelta(days=ahead) for ahead in range(21))
    day = next((one for one in days if comes_on(mali.pk, one, now)), None)
    if day is None:
        return  # the long holidays
    collect_on_day(
        actor=stage.actor("mother", now),
        child=mali,
        day=day,
        at=time(15, 0),
        who=Named("Anna Whitlock", Relation.OTHER, "Seven gulls", "01632 960743", old_enough=True),
        now=now,
    )


def _gareth_is_shown(stage: Stage, now: datetime) -> None:
    """Rhian has not chosen the same: neither is told the other's name."""
    gareth = stage.actor("father-other-home", now)
    show_oneself(actor=gareth, child=stage.children["Mali Evans"], now=now)


def _amina_wishes(stage: Stage, now: datetime) -> None:
    amina: UUID = stage.people["parent-urdu"].pk
    wishes = Wishes(
        interface_language="ur",
        spoken_language="ur",
        read_language="ur",
        format=Format.PAGE,
        channel=Channel.EMAIL,
        interpreter=True,
        prefers_talking=True,
    )
    set_reach(actor=stage.actor("parent-urdu", now), person=amina, wishes=wishes, now=now)


def _no_news_for_darren(stage: Stage, now: datetime) -> None:
    made_on = clock.day_of(now)
    paper = Paper(
        kind=OrderKind.NON_MOLESTATION,
        court="Family court",
        number="",
        terms="No contact with Ellie or her mother, and no news of Ellie.",
        made_on=made_on,
        ends_on=made_on + timedelta(days=364),
        copy_seen=True,
    )
    record_order(
        actor=stage.actor("safeguarding-lead", now),
        child=stage.children["Ellie Cole"],
        adult=stage.people["father-restricted"].pk,
        setting=stage.settings[PRE_SCHOOL].pk,
        paper=paper,
        codes=[RestrictionCode.NO_INFO],
        now=now,
    )


def _alfie_to_sian(stage: Stage, now: datetime) -> None:
    name_key_person(
        actor=stage.actor("manager", now),
        child=stage.children["Alfie Walker"],
        setting=stage.settings[PRE_SCHOOL].pk,
        person=stage.people["key-person"].pk,
        kind=KeyKind.KEY,
        reason=ChangeReason.STAFF_LEFT,
        handover="Alfie likes to know what comes next. His dad has no phone: talk at the gate, or on paper.",
        now=now,
    )
