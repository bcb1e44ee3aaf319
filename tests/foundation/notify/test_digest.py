"""One digest a day, on a day the child is there."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock
from seren.foundation.kernel.clock import at_london, day_of
from seren.foundation.notify import door as notify
from seren.foundation.notify.delivering import digest
from seren.foundation.notify.models import Delivery
from seren.foundation.notify.releasing import release
from tests.foundation.notify.conftest import WEDNESDAY, to

pytestmark = pytest.mark.db


def test_one_digest_a_day_however_much_happened(street, post):
    for _ in range(5):
        street.tell()
    street.until(at_london(WEDNESDAY, 17, 29))
    assert post.taken == []
    street.until(at_london(WEDNESDAY, 18, 30))
    assert to(post) == ["father", "key.person", "mother"]
    outcomes = Counter(
        line.outcome for told in notify.notices_of(street.provider.id) for line in notify.ledger(told.id)
    )
    assert outcomes == {"digested": 15, "waiting": 5}, "grandmother's are on paper"


def test_what_comes_after_the_digest_waits_for_the_next_day(street, post):
    street.tell()
    street.until(at_london(WEDNESDAY, 17, 40))
    street.hour = time(18)
    later = street.tell()
    street.until(at_london(WEDNESDAY, 17, 45))
    assert street.ledger(later)["mother"].planned_at == at_london(date(2025, 5, 15), 18)
    street.until(at_london(WEDNESDAY, 23))
    assert Counter(to(post))["mother"] == 1
    street.until(at_london(date(2025, 5, 15), 18))
    assert Counter(to(post))["mother"] == 2


def test_two_digest_hours_still_make_one_digest_a_day(street, post):
    """A second setting of theirs has an earlier hour."""
    street.tell()
    street.until(at_london(WEDNESDAY, 12))
    street.hour = time(15)
    street.tell()
    street.until(at_london(WEDNESDAY, 23))
    assert Counter(to(post))["mother"] == 1
    street.until(at_london(date(2025, 5, 15), 23))
    assert Counter(to(post))["mother"] == 1, "both went in that one"


def test_a_notice_released_while_the_digest_was_leaving_waits_for_the_next(street, post, now):
    """It was planned for today; today's went a moment before."""
    street.tell()
    street.until(at_london(WEDNESDAY, 17, 40))
    late = street.tell()
    release(late, clock.now())
    theirs = system(SystemReason.PROVING, Delivery).filter(notice_id=late)
    theirs.update(digest_on=WEDNESDAY, planned_at=clock.now())
    digest(street.people["mother"], WEDNESDAY, clock.now())
    assert Counter(to(post))["mother"] == 1
    assert street.ledger(late)["mother"].planned_at == at_london(date(2025, 5, 15), 17, 30)


def test_a_worker_that_was_off_until_morning_makes_one_digest_that_day(street, post):
    street.tell()
    street.until(at_london(WEDNESDAY, 17))
    street.moved(at_london(date(2025, 5, 15), 10))
    jobs.run_due()
    street.tell()
    street.until(at_london(date(2025, 5, 15), 23))
    assert Counter(to(post)) == {"mother": 1, "father": 1, "key.person": 1}


def test_a_digest_waits_for_a_day_the_child_is_there(street, post):
    street.absent = {WEDNESDAY, date(2025, 5, 15)}
    street.tell()
    street.until(at_london(date(2025, 5, 16), 17))
    assert post.taken == []
    street.until(at_london(date(2025, 5, 16), 18))
    assert to(post) == ["father", "key.person", "mother"]


def test_a_digest_waits_a_week_at_most(street, post):
    street.absent = {WEDNESDAY + timedelta(days=n) for n in range(60)}
    street.tell()
    street.until(at_london(date(2025, 6, 1), 12))
    assert {
        day_of(datetime.strptime(letter.message["Date"], "%a, %d %b %Y %H:%M:%S %z")) for letter in post.taken
    } == {date(2025, 5, 21)}


def test_who_turns_to_digests_gets_what_waited_in_the_digest(street, post):
    street.wishes("father", digest=False)
    street.moved(at_london(WEDNESDAY, 21))
    street.tell()
    street.until(at_london(WEDNESDAY, 22))
    street.wishes("father", digest=True)
    street.until(at_london(date(2025, 5, 15), 17))
    assert post.taken == []
    street.until(at_london(date(2025, 5, 15), 18))
    assert "father" in to(post)
