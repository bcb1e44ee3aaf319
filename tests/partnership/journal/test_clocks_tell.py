"""A star waits for thanks, a family for an answer: who is reminded, and who hears when the day has passed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.apps import apps

from seren.doors.demo.world import World
from seren.foundation.access.door import SystemReason, system
from seren.foundation.deadlines import door as deadlines
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock, ids
from seren.foundation.notify import door as notify
from seren.foundation.notify import kinds
from seren.partnership.journal.domain import thank
from seren.people.families.terms import RestrictionCode
from tests.binding import bind

pytestmark = [pytest.mark.db, pytest.mark.django_db]
Told = Callable[[UUID, str], set[str]]


@pytest.fixture
def told(world: World) -> Told:
    """Who was told of a subject by a kind of notice, by their slug."""
    names = {person: slug for slug, person in world.people.items() if " " not in slug}

    def read(subject: UUID, kind: str) -> set[str]:
        notices = [notice for notice in notify.notices_of(subject) if notice.kind == kind]
        return {
            names.get(line.person, str(line.person))
            for notice in notices
            for line in notify.ledger(notice.id)
        }

    return read


def swept(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        deadlines.sweep(at)
        while jobs.run_due():
            pass


def due_of(kind: str, subject: UUID) -> Any:
    return deadlines.deadlines_of(kind, [subject])[subject]


def test_half_way_the_key_person_is_reminded_and_no_leader_is(world: World, told: Told):
    star = world.moments["waiting"]
    due = due_of("journal.thanks", star)
    swept(clock.at_london(due.due_on, 8))
    assert told(star, "journal.star_waits") == {"key-person", "parent-and-staff"}  # and the buddy
    assert told(star, "journal.star_late") == set()


def test_when_the_day_has_passed_the_leaders_are_told_once(world: World, told: Told):
    star = world.moments["waiting"]
    after = clock.end_of(due_of("journal.thanks", star).due_on)
    swept(after)
    swept(after)
    assert told(star, "journal.star_late") == {"manager", "deputy"}
    assert len([one for one in notify.notices_of(star) if one.kind == "journal.star_late"]) == 1


def test_a_star_that_was_thanked_for_is_no_news(world: World, told: Told):
    star = world.moment("waiting")
    thank(actor=world.actor("key-person"), moment=star, now=world.present)
    swept(clock.end_of(due_of("journal.thanks", star.pk).due_on))
    assert told(star.pk, "journal.star_late") == set()


def test_a_leader_who_is_bound_by_a_restriction_about_the_child_is_not_told(world: World, told: Told):
    star = world.moment("waiting")
    child = system(SystemReason.SHOWING, apps.get_model("journal.MomentChild")).get(moment=star).child
    bind(world, "deputy", RestrictionCode.NO_INFO, child=child)
    swept(clock.end_of(due_of("journal.thanks", star.pk).due_on))
    assert told(star.pk, "journal.star_late") == {"manager"}


def test_a_leader_who_was_ever_a_parent_of_the_child_is_not_told(world: World, told: Told):
    star = world.moment("waiting")
    tie = system(SystemReason.SHOWING, apps.get_model("journal.MomentChild")).get(moment=star)
    ties = system(SystemReason.WRITING, apps.get_model("families.Guardianship"))
    row = ties.filter(child=tie.child_id).first()
    row.pk, row.adult_id, row.until_at = ids.new(), world.people["deputy"], world.present
    row.save(force_insert=True)
    swept(clock.end_of(due_of("journal.thanks", star.pk).due_on))
    assert told(star.pk, "journal.star_late") == {"manager"}


def test_a_wish_for_the_record_is_told_the_same_way(world: World, told: Told):
    asked = world.requests["asked"]
    due = due_of("journal.record", asked)
    swept(clock.at_london(due.due_on, 8))
    assert told(asked, "journal.record_waits") == {"key-person", "practitioner-other-room"}
    assert told(asked, "journal.record_late") == set()
    swept(clock.end_of(due.due_on))
    assert told(asked, "journal.record_late") == {"manager", "deputy"}


LETTERS = ("journal.star_waits", "journal.star_late", "journal.record_waits", "journal.record_late")


@pytest.mark.parametrize("code", LETTERS)
def test_what_leaves_the_house_names_nobody(world: World, code: str):
    kind = next(kind for kind in kinds.all_kinds() if kind.code == code)
    words = f"{kind.title} {kind.line}"
    for name in (*world.people, *world.children):
        assert name.split()[0] not in words.split()
