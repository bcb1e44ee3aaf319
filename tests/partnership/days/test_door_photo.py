"""Photos at the door: those of who may come, on the child’s own page and at step two, and nowhere else."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.media.models import Photo
from seren.partnership.days.queries.collection import child_at_door
from seren.people.families.domain import collect_on_day, end_collector
from seren.people.families.models import Collector
from seren.people.families.terms import RestrictionCode
from tests.binding import bind
from tests.partnership.days.test_door import DOOR, Door, html
from tests.people.families.test_collector_photo import add, named, upload

pytestmark = pytest.mark.db
ALT = "Photo of Nerys Evans, who may collect Mali"


@pytest.fixture
def mali(world):
    return f"{DOOR}{world.children['Mali Evans']}/"


@pytest.fixture
def door(world):
    return Door(world)


def pictures(page):
    return re.findall(r'<img src="(/photos/collectors/[^"]+)" alt="([^"]+)"', page)


def test_the_key_person_compares_nerys_with_her_photo_in_both_steps(world, signed_in, door, mali):
    sian = signed_in("key-person")
    ((small, words),) = pictures(html(sian, mali))
    assert (small.endswith("/thumb/"), words) == (True, ALT)
    assert sian.get(small).status_code == 200
    checked = door.check("Nerys Evans")
    ((large, words),) = pictures(html(sian, f"{mali}release/{checked.pk}/"))
    assert (large.endswith("/page/"), words) == (True, ALT)
    assert sian.get(large).status_code == 200
    door.hand(checked)
    assert pictures(html(sian, f"{mali}release/{checked.pk}/")) == []
    assert pictures(html(sian, mali)) == []


def test_whoever_else_was_checked_no_photo_of_nerys_stands_there(world, signed_in, door, mali):
    for who in ("Rhian Evans", "Lynne Hargreaves"):
        checked = door.check(who)
        assert pictures(html(signed_in("key-person"), f"{mali}release/{checked.pk}/")) == []


def test_the_list_of_the_day_and_its_print_hold_no_photo(world, signed_in):
    """A sheet with the faces of adults lies about, and the list shows all children at once."""
    for address in (DOOR, f"{DOOR}print/"):
        page = html(signed_in("key-person"), address)
        assert "Nerys Evans" in page
        assert "/photos/collectors/" not in page


def test_of_somebody_named_for_today_as_well_the_photo_stands_once(world, signed_in, mali):
    collect_on_day(
        actor=world.actor("mother"), child=world.child("Mali Evans"), day=world.present.date(), at=None,
        who=named(), now=world.present,
    )  # fmt: skip
    page = html(signed_in("key-person"), mali)
    assert [words for _url, words in pictures(page)] == [ALT]


def test_the_photo_of_somebody_for_one_day_stands_there_that_day(world, signed_in, mali):
    add(signed_in("mother"), named("Anna Whitlock"))
    page = html(signed_in("key-person"), mali)
    assert "The photo is on its way: Photo of Anna Whitlock, who may collect Mali" in page


def test_taken_off_while_somebody_is_checked_she_has_no_photo_at_step_two(world, signed_in, door, mali):
    checked = door.check("Nerys Evans")
    end_collector(actor=world.actor("mother"), collector=named(), now=world.present)
    sian = signed_in("key-person")
    assert pictures(html(sian, f"{mali}release/{checked.pk}/")) == []
    assert pictures(html(sian, mali)) == []


def test_a_naming_that_does_not_count_brings_no_photo_to_the_door(world, signed_in, mali):
    add(signed_in("father-other-home"), named("Lynne Hargreaves"))
    assert "Photo of Lynne Hargreaves" in html(signed_in("key-person"), mali)
    bind(world, "father-other-home", RestrictionCode.NO_COLLECT)
    page = html(signed_in("key-person"), mali)
    assert "Photo of Lynne" not in page
    assert ALT in page


@pytest.mark.parametrize("who", ["mother", "father-other-home", "grandmother", "other-setting-manager"])
def test_the_door_and_its_photos_are_for_the_team(world, signed_in, mali, who):
    assert signed_in(who).get(mali).status_code == 404


def test_looking_at_a_photo_is_on_record_as_every_look_at_the_door(world, signed_in, mali):
    seen = Entry.objects.filter(page="days.see_door", record_class="C7", child_id=named().child_id)
    before = seen.count()
    assert pictures(html(signed_in("key-person"), mali))
    assert seen.count() == before + 1


def test_a_photo_that_could_not_be_read_is_left_out_and_the_parent_is_told(world, signed_in, mali):
    held = system(SystemReason.SHOWING, Photo).filter(belongs_to_id=named().pk)
    held.update(state="refused", refusal="damaged")
    assert pictures(html(signed_in("key-person"), mali)) == []
    page = html(signed_in("mother"), f"/family/people/collectors/{named().pk}/photo/")
    assert "This photo did not reach us whole. Choose it again, or take it again." in page


def test_six_photos_cost_the_door_no_more_questions_than_one(world, signed_in, mali):
    sian = signed_in("key-person")
    html(sian, mali)
    with CaptureQueriesContext(connection) as one:
        html(sian, mali)
    nerys = named()
    for number in range(5):
        fields = {f.attname: getattr(nerys, f.attname) for f in Collector._meta.fields if f.name != "id"}
        again = Collector(**{**fields, "name": f"Aunt {number}"})
        again.save(force_insert=True)
        add(signed_in("mother"), again, upload())
    assert len(child_at_door(world.actor("key-person"), world.settings["pre-school"], nerys.child_id).who) > 6
    with CaptureQueriesContext(connection) as six:
        page = html(sian, mali)
    assert page.count("The photo is on its way: ") == 5
    assert len(six) == len(one)


def test_a_day_later_the_photo_is_there_again(world, signed_in, door, mali):
    door.hand(door.check("Nerys Evans"))
    with time_machine.travel(world.present + timedelta(days=1), tick=False):
        assert [words for _url, words in pictures(html(signed_in("key-person"), mali))] == [ALT]
