"""The builder: a diary is written, then lived from its first page to its last."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import islice
from uuid import UUID

from django.apps import apps

from seren.doors.demo import families, founding, more_families, named, staff
from seren.doors.demo.calendar import present, school_calendar
from seren.doors.demo.hiring import hire
from seren.doors.demo.parts import BY_SLUG
from seren.doors.demo.photos import Photos
from seren.doors.demo.plans import Plans
from seren.doors.demo.spec import BRYN_AWEL, CLUB, PRE_SCHOOL
from seren.doors.demo.stage import Stage
from seren.doors.demo.story import Story
from seren.doors.demo.welcoming import welcome
from seren.doors.demo.world import World
from seren.doors.demo.year import tell as tell_the_year
from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.door import seal_waiting
from seren.foundation.jobs.door import drop
from seren.foundation.kernel import clock, db
from seren.foundation.media.door import make_many
from seren.foundation.notify.door import settle_past
from seren.foundation.promises import door as promises
from seren.people.accounts.domain import kind
from seren.people.guarding.domain import ask_bulk
from seren.people.guarding.terms import Bulk

Told = Callable[[int, int], None] | None
_AT_ONCE = 200  # acts in one transaction: each commit waits for the disk


def build(size: str, today: date, seed: int, told: Told) -> World:
    now = clock.now()
    school = school_calendar(today)
    calendars = {PRE_SCHOOL: school, CLUB: school, BRYN_AWEL: school_calendar(today, welsh=True)}
    stage = Stage(size, seed, present(today, now, school), calendars)
    photos = Photos(size)
    _write_diary(stage, photos, size)
    photos.begin()
    try:
        _live(stage, told)
    finally:
        photos.end()
    make_many(photos.kept)
    drop("media.make_sizes", [str(photo) for photo in photos.kept])
    settle_past(before=now - timedelta(days=1))
    for place in promises.places():
        promises.work_out(place.setting, now)
    seal_waiting()
    return _world(stage)


def _write_diary(stage: Stage, photos: Photos, size: str) -> None:
    lived_in = size == "lived-in"
    stage.later(stage.days_ago(founding.OPENED), lambda now: founding.found(stage, now))
    for worker in (*staff.CAST, *(staff.MORE if lived_in else ())):
        hire(stage, worker)
    everyone = (*families.FAMILIES, *(more_families.families() if lived_in else ()))
    for family in everyone:
        welcome(stage, family)
    story = Story(stage, photos)
    plans = Plans(story)
    named.tell(story, plans)
    if lived_in:
        tell_the_year(story, plans, everyone)
        stage.later(stage.present - timedelta(hours=2), lambda now: _asks_for_a_second_person(stage, now))


def _asks_for_a_second_person(stage: Stage, now: datetime) -> None:
    """Bev wants letters for everybody: it waits on the desks of the others."""
    ask_bulk(
        actor=stage.actor("manager", now),
        setting=stage.settings[PRE_SCHOOL].pk,
        what=Bulk.LETTERS,
        children=len(stage.kids),
        reason="New letters for every family, for the summer term.",
        now=now,
    )


def _live(stage: Stage, told: Told) -> None:
    pages, done = stage.diary.live(), 0
    while len(stage.diary):
        with db.writing():
            done += sum(1 for _ in islice(pages, _AT_ONCE))
        if told is not None:
            told(done, done + len(stage.diary))


def _world(stage: Stage) -> World:
    children = {name: stage.children[name].pk for name in stage.kids if name in stage.children}
    for name, key in list(children.items()):
        children.setdefault(name.split()[0], key)  # of two Malis the first of the cast
    found = stage.found
    return World(
        provider=stage.provider,
        present=stage.present,
        people={name: row.pk for name, row in stage.people.items()},
        children=children,
        settings={key: row.pk for key, row in stage.settings.items()},
        rooms={name: row.pk for name, row in stage.rooms.items()},
        moments=found.get("moments", {}),
        photos=found.get("photos", {}),
        replies=found.get("replies", {}),
        requests=found.get("requests", {}),
        steps=found.get("steps", {}),
        home_words=found.get("home_words", {}),
        slip_codes=dict(stage.codes),
    )


def person_of(slug: str) -> UUID | None:
    part = BY_SLUG.get(slug)
    if part is None or kind().value != "demo":
        return None
    people = system(SystemReason.BUILDING, apps.get_model("accounts.Person"))
    held = people.filter(given_name=part.given_name, family_name=part.family_name)
    found: UUID | None = held.order_by("known_since").values_list("pk", flat=True).first()
    return found
