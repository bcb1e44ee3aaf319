"""One instant for all: what a verb says is released to both homes in the same minute, or to nobody."""

from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import SystemReason, Unscoped, system
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock, db
from seren.foundation.kernel.clock import at_london
from seren.foundation.notify import door as notify
from seren.foundation.notify.checks import words_of_kinds_have_no_gaps
from seren.foundation.notify.kinds import _kinds
from seren.foundation.notify.models import Delivery, Notice
from seren.foundation.notify.releasing import release

pytestmark = pytest.mark.db


def released_at(street):
    (told,) = notify.notices_of(street.provider.id)
    return told.released_at


def deliveries():
    return system(SystemReason.PROVING, Delivery)


def test_both_homes_are_released_to_in_the_same_instant_whatever_their_wishes(street, now):
    street.wishes("father", digest=False)
    notice = street.tell()
    street.until(now + timedelta(seconds=30))
    assert released_at(street) == now + timedelta(seconds=10)
    ledger = street.ledger(notice)
    assert set(ledger) == {"mother", "father", "key person", "grandmother"}
    assert (ledger["father"].outcome, ledger["father"].sent_at) == ("sent", released_at(street))
    assert (ledger["mother"].outcome, ledger["mother"].planned_at) == (
        "waiting",
        at_london(now.date(), 17, 30),
    )
    assert (ledger["grandmother"].channel, ledger["grandmother"].outcome) == ("paper", "waiting")


def test_nobody_is_told_before_the_undo_has_run_out(street, now):
    street.tell()
    street.until(now + timedelta(seconds=9))
    assert released_at(street) is None
    assert not deliveries().exists()


def test_what_is_taken_back_in_time_is_never_told(street, now):
    notice = street.tell()
    street.until(now + timedelta(seconds=5))
    assert notify.withdraw(street.provider, now=clock.now()) == 1
    street.until(now + timedelta(days=2))
    assert released_at(street) is None
    assert street.ledger(notice) == {}


def test_what_is_taken_back_later_is_dropped_where_it_still_waits(street, now):
    street.wishes("father", digest=False)
    notice = street.tell()
    street.until(now + timedelta(hours=1))
    notify.withdraw(street.provider, now=clock.now())
    street.until(now + timedelta(days=1))
    outcomes = {who: line.outcome for who, line in street.ledger(notice).items()}
    assert outcomes == {
        "mother": "dropped",
        "father": "sent",
        "key person": "dropped",
        "grandmother": "dropped",
    }


def test_one_kind_is_taken_back_and_another_stays(street):
    street.tell()
    urgent = street.tell("tests.come_now")
    assert notify.withdraw(street.provider, kind="tests.shared", now=clock.now()) == 1
    withdrawn = {told.id: told.withdrawn_at for told in notify.notices_of(street.provider.id)}
    assert withdrawn[urgent] is None


def test_a_verb_that_is_rolled_back_tells_nobody(street, now):
    with suppress(ZeroDivisionError), db.writing(housekeeping=True):
        street.tell()
        1 / 0  # noqa: B018
    street.until(now + timedelta(hours=1))
    assert notify.notices_of(street.provider.id) == ()


def test_release_run_twice_tells_once(street, now):
    notice = street.tell()
    release(notice, now + timedelta(seconds=10))
    release(notice, now + timedelta(seconds=70))
    assert released_at(street) == now + timedelta(seconds=10)
    assert deliveries().count() == 4


def test_taken_back_while_it_was_worked_out_who_may_know(street, now):
    street.meanwhile = lambda: notify.withdraw(street.provider, now=clock.now())
    notice = street.tell()
    street.until(now + timedelta(hours=1))
    assert released_at(street) is None
    assert street.ledger(notice) == {}


def test_who_lost_sight_before_release_is_not_told(street, now):
    notice = street.tell()
    street.may_know.remove("father")
    street.until(now + timedelta(minutes=5))
    assert "father" not in street.ledger(notice)
    assert "neighbour" not in street.ledger(notice)


def test_an_adult_in_no_address_book_stands_in_the_ledger_as_dropped(street, now):
    del street.reach[street.people["father"]]
    notice = street.tell()
    street.until(now + timedelta(minutes=5))
    assert street.ledger(notice)["father"].outcome == "dropped"


def test_who_has_no_address_is_told_on_the_page_at_release(street, now):
    street.wishes("father", email=None)
    notice = street.tell()
    street.until(now + timedelta(minutes=5))
    line = street.ledger(notice)["father"]
    assert (line.channel, line.outcome, line.sent_at) == ("page", "sent", released_at(street))


def test_a_release_that_comes_late_is_still_one_instant(street, now):
    """The worker was off; nobody was told by a page either."""
    street.tell()
    street.moved(now + timedelta(days=3))
    jobs.run_due()
    assert released_at(street) == now + timedelta(days=3)


def test_the_tables_hold_ids_only(street, now):
    street.tell()
    street.until(now + timedelta(days=1))
    kept = repr([*system(SystemReason.PROVING, Notice).values(), *deliveries().values()])
    assert "example.org" not in kept
    assert "star" not in kept


def test_notices_are_not_read_without_saying_who_asks(street):
    for model in (Notice, Delivery):
        with pytest.raises(Unscoped):
            model.objects.count()


def test_a_kind_nobody_declared_cannot_be_sent(street, now):
    with pytest.raises(notify.UnknownKind):
        notify.send("tests.gossip", street.provider, now=now)


def test_words_with_a_gap_for_a_name_stop_the_start(monkeypatch):
    assert words_of_kinds_have_no_gaps() == []
    gap = notify.Kind("tests.gap", "New", "%(child)s has a star.", lambda n, at: [], lambda n: "/")
    monkeypatch.setitem(_kinds, gap.code, gap)
    assert [fault.id for fault in words_of_kinds_have_no_gaps()] == ["notify.E001"]


def test_a_kind_is_declared_once():
    with pytest.raises(ValueError):
        notify.register(notify.Kind("tests.shared", "a", "b", lambda n, at: [], lambda n: "/"))


@pytest.mark.parametrize("families", [1, 3, 30])
def test_a_release_reads_as_much_for_thirty_families_as_for_one(street, now, families):
    """A row and a job an adult are written; what is read of notices before that does not grow."""
    street.may_know = []
    for number in range(families):
        person = street.people[f"parent {number}"] = uuid4()
        street.reach[person] = street.reach[street.people["mother"]]
        street.may_know.append(f"parent {number}")
    notice = street.tell()
    with CaptureQueriesContext(connection) as asked:
        release(notice, now + timedelta(seconds=10))
    reads = [query for query in asked if query["sql"].startswith("SELECT") and "notify_" in query["sql"]]
    assert len(reads) == 2
    assert deliveries().count() == families
