"""Nothing comes at night or at the weekend, unless it is urgent."""

from datetime import date, datetime, time, timedelta

import pytest

from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock
from seren.foundation.kernel.clock import at_london, local
from tests.foundation.notify.conftest import WEDNESDAY, to

pytestmark = pytest.mark.db


def test_nothing_comes_at_night_or_at_the_weekend(street, post):
    street.wishes("mother", digest=False)
    friday_night = at_london(date(2025, 5, 16), 21)
    street.moved(friday_night)
    street.tell()
    street.until(at_london(date(2025, 5, 19), 7, 29))
    assert post.taken == []
    street.until(at_london(date(2025, 5, 19), 7, 35))
    assert to(post) == ["mother"]


def test_urgent_words_come_at_any_hour_and_do_not_wait_for_a_digest(street, post):
    street.moved(at_london(date(2025, 5, 17), 23))
    street.tell("tests.come_now")
    jobs.run_due()
    assert to(post) == ["father", "key.person", "mother"]
    assert post.taken[0].message["Subject"] == "Please read this now"


def test_urgent_words_overtake_what_was_queued_before(street, post):
    for who in ("mother", "father"):
        street.wishes(who, digest=False)
    street.tell()
    street.moved(clock.now() + timedelta(seconds=10))
    street.tell("tests.come_now")
    jobs.run_due()
    assert [letter.message["Subject"] for letter in post.taken[:3]] == ["Please read this now"] * 3


def test_a_worker_that_was_off_over_the_evening_sends_nothing_at_night(street, post):
    street.tell()
    street.until(at_london(WEDNESDAY, 17))
    street.moved(at_london(WEDNESDAY, 22))
    jobs.run_due()
    assert post.taken == []
    street.until(at_london(date(2025, 5, 15), 17, 29))
    assert post.taken == []
    street.until(at_london(date(2025, 5, 15), 17, 40))
    assert to(post) == ["father", "key.person", "mother"]


def test_no_letter_leaves_in_a_quiet_hour_all_through_a_week(street, post):
    street.wishes("mother", digest=False)
    street.wishes("father", quiet_from=time(16), quiet_to=time(9), quiet_weekends=False)
    at = clock.now()
    for _ in range(7 * 4):
        street.tell()
        at += timedelta(hours=6)
        street.until(at)
    for letter in post.taken:
        hour = local(datetime.strptime(letter.message["Date"], "%a, %d %b %Y %H:%M:%S %z"))
        if letter.recipients[0].startswith("father"):
            assert time(9) <= hour.time() < time(16)
        else:
            assert time(7, 30) <= hour.time() < time(19)
            assert hour.weekday() < 5
    assert {letter.recipients[0].partition("@")[0] for letter in post.taken} == {
        "mother",
        "father",
        "key.person",
    }
