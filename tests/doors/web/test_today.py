"""`/today/`: each family's day, and nothing of where a child is for whoever may not know."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seren.doors.web.today.reading import today_page
from seren.foundation.access.door import SystemReason, system
from seren.partnership.journal.domain import agree_step, suggest_step
from seren.partnership.journal.models import Moment, RecordRequest
from seren.people.families.models import Booking
from seren.people.families.terms import RestrictionCode
from seren.people.provision.models import Absence, Closure
from tests.binding import bind

pytestmark = pytest.mark.db

SignedIn = Callable[[str], Client]
READS = ("en",)


@pytest.fixture(autouse=True)
def _product(settings: Any) -> None:
    settings.ROOT_URLCONF = "seren.config.urls"


def page(world: Any, who: str) -> Any:
    return today_page(world.actor(who), READS)


def test_mother_reads_malis_day_key_person_and_newest_star(world: Any, signed_in: SignedIn) -> None:
    read = page(world, "mother")
    assert read.title == "Mali’s day"
    assert read.lines == ("Mali’s day here ends at 15:30.",)
    assert [one.card.title.text for one in read.new] == ["Mali built a tower higher than her own knees."]
    assert [(one.name, str(one.role_words)) for one in read.key_people] == [
        ("Sian Prosser", "Mali’s key person")
    ]
    assert [str(line.words) for line in read.key_people[0].lines] == [
        "Here today until 15:30",
        "Speaks English and Welsh",
    ]
    html = signed_in("mother").get("/today/").content.decode()
    assert "What did Mali do at home?" in html
    plan = f"/mine/child/{world.children['Mali Evans']}/plan/"
    assert plan in html
    assert signed_in("mother").get(plan).status_code == 200
    assert "Gareth" not in html


def test_mother_of_two_sees_both_days_each_at_its_setting(world: Any) -> None:
    read = page(world, "parent-urdu")
    assert read.lines == ("Hassan’s day here is 15:30 to 18:00.", "Yusuf’s day here ends at 12:00.")
    assert len({str(one.role_words) for one in read.key_people}) == 2


def test_grandmother_has_stars_shared_with_her_and_no_day(world: Any, signed_in: SignedIn) -> None:
    read = page(world, "grandmother")
    assert (read.title, read.lines, read.key_people, read.waiting) == ("Stars shared with you", (), (), ())
    assert all(one.starters == () for one in read.new)
    html = signed_in("grandmother").get("/today/").content.decode()
    assert "Mali’s day" not in html
    assert "Hill Lane" not in html
    assert "Share a star" not in html


def test_restricted_father_learns_no_place_and_no_star(world: Any, signed_in: SignedIn) -> None:
    html = signed_in("father-restricted").get("/today/").content.decode()
    for leak in ("Ellie", "Hill Lane", "Ring us", "Sian", "15:30"):
        assert leak not in html


def test_father_kept_from_the_address_learns_no_place_but_keeps_the_stars(
    world: Any, signed_in: SignedIn
) -> None:
    restrict_now(world, RestrictionCode.NO_ADDRESS)
    html = signed_in("father-other-home").get("/today/").content.decode()
    assert "Mali built a tower" in html
    for leak in ("Hill Lane", "15:30", "Mali’s day here", "Sian Prosser", "01632"):
        assert leak not in html


@pytest.mark.parametrize("who", ["key-person", "manager", "committee-chair", "leaver"])
def test_staff_without_a_child_of_their_own_do_not_find_it(world: Any, signed_in: SignedIn, who: str) -> None:
    assert signed_in(who).get("/today/").status_code == 404


def test_closed_day_says_so_and_names_the_next_day(world: Any) -> None:
    Closure(
        provider_id=world.provider,
        setting_id=world.settings["pre-school"],
        day=world.present.date(),
    ).save(force_insert=True)
    read = page(world, "mother")
    assert read.lines[0].startswith("We are closed today. Mali’s next day here is ")
    assert str(read.key_people[0].lines[0].words) == "We are closed today."


def test_child_not_booked_today_is_not_said_to_be_here(world: Any) -> None:
    mali = world.children["Mali Evans"]
    today = world.present.date()
    system(SystemReason.WRITING, Booking).filter(child=mali, weekday=today.weekday()).delete()
    line = page(world, "mother").lines[0]
    assert line.startswith("Mali is not booked today. The next day is ")


def test_buddy_covers_while_the_key_person_is_away(world: Any) -> None:
    today = world.present.date()
    Absence(
        provider_id=world.provider,
        person_id=world.people["key-person"],
        setting_id=world.settings["pre-school"],
        first_day=today,
        last_day=today,
    ).save(force_insert=True)
    words = str(page(world, "mother").key_people[0].lines[0].words)
    assert words == "Not here today. Karen looks after Mali."


def test_own_unsent_star_and_an_answer_about_the_record_wait(world: Any) -> None:
    star = system(SystemReason.TELLING, Moment).get(pk=world.moments["mother-to-team"])
    system(SystemReason.WRITING, Moment).filter(pk=star.pk).update(state="draft", shared_at=None)
    asked = system(SystemReason.TELLING, RecordRequest).filter(asked_by=world.people["mother"]).first()
    titles = [str(task.title) for task in page(world, "mother").waiting]
    assert "A star you have not shared" in titles
    if asked is not None and asked.decided_at and asked.decided_at.date() == world.present.date():
        assert any("record" in title for title in titles)
    assert not any("not shared" in str(task.title) for task in page(world, "father-other-home").waiting)


def test_queries_stay_within_twelve_for_one_child_and_for_two(world: Any, signed_in: SignedIn) -> None:
    for who in ("mother", "parent-urdu", "grandmother"):
        client = signed_in(who)
        client.get("/today/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/today/")
        statements = [one["sql"] for one in asked if one["sql"].lstrip("( ").upper().startswith("SELECT")]
        assert len(statements) <= 12, (who, len(statements))


def test_new_restriction_closes_the_day_at_once(world: Any, signed_in: SignedIn) -> None:
    client = signed_in("father-other-home")
    assert "Mali’s day" in client.get("/today/").content.decode()
    restrict_now(world)
    assert "Mali" not in client.get("/today/").content.decode()


def restrict_now(world: Any, code: RestrictionCode = RestrictionCode.NO_INFO) -> None:
    bind(world, "father-other-home", code)


def test_step_that_is_suggested_waits_until_the_reader_agrees(world: Any, signed_in: SignedIn) -> None:
    step = suggest_step(
        actor=world.actor("key-person"),
        child=world.children["Mali Evans"],
        setting=world.settings["pre-school"],
        step="Build something that reaches the shelf.",
        seen="",
        language="en",
        now=world.present,
    )
    assert "A next step for Mali" in [str(task.title) for task in page(world, "mother").waiting]
    agree_step(actor=world.actor("mother"), step=step, now=world.present)
    assert "A next step for Mali" not in [str(task.title) for task in page(world, "mother").waiting]
    assert page(world, "grandmother").waiting == ()
