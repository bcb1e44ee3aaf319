"""The sweep makes late what has passed and tells it once: after a switch-off, beside another worker."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.db import connection, connections

from seren.foundation.audit import door as audit
from seren.foundation.audit.models import Entry
from seren.foundation.deadlines import door as deadlines
from seren.foundation.deadlines import kinds, sweeping
from seren.foundation.deadlines.models import Deadline
from seren.foundation.kernel import db, ids

pytestmark = [pytest.mark.db, pytest.mark.django_db]

TODAY = date(2025, 5, 14)
MIDNIGHT = datetime(2025, 5, 21, 23, 0, tzinfo=UTC)  # 0:00 on the 22nd in London, in summer


def test_the_last_day_ends_at_midnight_in_london(world):
    star = world.open("test.thanks", TODAY)  # due on 21 May
    just_before = datetime(2025, 5, 21, 22, 59, 59, tzinfo=UTC)
    assert deadlines.sweep(just_before).late == 0
    assert world.row(star).state == "open"
    assert deadlines.sweep(MIDNIGHT) == deadlines.Swept(late=1, told=1, reminded=0)
    assert world.row(star).state == "late"


def test_in_winter_midnight_is_an_hour_later_by_utc(world):
    world.open("test.complaint", date(2025, 1, 1))  # due on 29 January
    assert deadlines.sweep(datetime(2025, 1, 29, 23, 30, tzinfo=UTC)).late == 0
    assert deadlines.sweep(datetime(2025, 1, 30, 0, 0, tzinfo=UTC)).late == 1


def test_somebody_is_told_once_with_the_true_day(world):
    star = world.open("test.thanks", TODAY)
    deadlines.sweep(MIDNIGHT)
    assert deadlines.sweep(datetime(2025, 5, 25, 9, tzinfo=UTC)) == deadlines.Swept(0, 0, 0)
    assert [(due.subject_id, due.due_on, due.state) for due in world.told] == [
        (star.pk, date(2025, 5, 21), "late")
    ]
    assert world.row(star).told_at == MIDNIGHT


def test_nobody_makes_it_late_by_looking(world):
    star = world.open("test.thanks", TODAY)
    due = deadlines.deadlines_of("test.thanks", [star.pk])[star.pk]
    assert deadlines.badge(due, date(2025, 6, 1)).state == "late"
    assert world.row(star).state == "open"
    assert world.told == []


def test_after_three_days_switched_off_all_is_told_once_in_the_order_of_the_days(world):
    third = world.open("test.complaint", date(2025, 4, 24))  # due on 22 May
    first = world.open("test.thanks", date(2025, 5, 13))  # 20 May
    second = world.open("test.thanks", TODAY)  # 21 May
    waits = world.open("test.complaint", date(2025, 4, 28))  # 26 May
    back_again = datetime(2025, 5, 24, 8, tzinfo=UTC)
    assert deadlines.sweep(back_again) == deadlines.Swept(late=3, told=3, reminded=1)
    assert [due.subject_id for due in world.told] == [first.pk, second.pk, third.pk]
    assert [due.due_on.day for due in world.told] == [20, 21, 22]
    assert [due.subject_id for due in world.reminded] == [waits.pk]


def test_what_was_met_or_stopped_or_stands_still_is_left_alone(world):
    met, stopped, paused = (world.open("test.access", date(2025, 4, 1)) for _ in range(3))
    with world.verb():
        deadlines.meet("test.access", met, now=datetime(2025, 4, 9, tzinfo=UTC))
        deadlines.stop("test.access", stopped, now=datetime(2025, 4, 9, tzinfo=UTC))
        deadlines.pause(
            "test.access", paused, actor=world.anwen, reason="Who?", now=datetime(2025, 4, 9, tzinfo=UTC)
        )
    assert deadlines.sweep(MIDNIGHT) == deadlines.Swept(0, 0, 0)
    assert [world.row(each).state for each in (met, stopped, paused)] == ["met", "stopped", "paused"]


def test_an_answer_between_the_day_and_the_sweep_is_late_but_nobody_is_told(world):
    star = world.open("test.thanks", TODAY)
    with world.verb():
        deadlines.meet("test.thanks", star, now=MIDNIGHT)
    deadlines.sweep(MIDNIGHT)
    due = deadlines.deadlines_of("test.thanks", [star.pk])[star.pk]
    assert (due.state, due.met_late, world.told) == ("met", True, [])


def test_a_late_one_can_still_be_met(world):
    star = world.open("test.thanks", TODAY)
    deadlines.sweep(MIDNIGHT)
    with world.verb():
        assert deadlines.meet("test.thanks", star, now=MIDNIGHT)
    assert world.row(star).state == "met"


def test_taken_back_after_the_day_it_is_late_again_and_told_no_second_time(world):
    star = world.open("test.thanks", TODAY)
    deadlines.sweep(MIDNIGHT)
    with world.verb():
        deadlines.meet("test.thanks", star, now=MIDNIGHT)
        deadlines.reopen("test.thanks", star)
    assert deadlines.sweep(MIDNIGHT) == deadlines.Swept(late=1, told=0, reminded=0)
    assert len(world.told) == 1


def test_hours_are_late_at_their_minute(world):
    breach = world.open("test.breach", datetime(2025, 5, 14, 9, 40, tzinfo=UTC))
    assert deadlines.sweep(datetime(2025, 5, 17, 9, 39, tzinfo=UTC)).late == 0
    assert deadlines.sweep(datetime(2025, 5, 17, 9, 40, tzinfo=UTC)).late == 1
    assert world.row(breach).state == "late"


def test_halfway_there_somebody_is_reminded_once(world):
    complaint = world.open("test.complaint", TODAY)  # 28 days: half is on 28 May
    assert deadlines.sweep(datetime(2025, 5, 27, 12, tzinfo=UTC)).reminded == 0
    assert deadlines.sweep(datetime(2025, 5, 28, 12, tzinfo=UTC)).reminded == 1
    assert deadlines.sweep(datetime(2025, 5, 29, 12, tzinfo=UTC)).reminded == 0
    assert [due.subject_id for due in world.reminded] == [complaint.pk]


def test_a_rule_without_a_reminder_reminds_nobody(world):
    world.open("test.breach", datetime(2025, 5, 14, 9, 40, tzinfo=UTC))
    assert deadlines.sweep(datetime(2025, 5, 17, 9, 0, tzinfo=UTC)).reminded == 0


def test_a_kind_that_tells_nobody_still_becomes_late(world):
    order = world.open("test.quiet", date(2025, 1, 1))
    assert deadlines.sweep(MIDNIGHT) == deadlines.Swept(late=1, told=0, reminded=0)
    assert (world.row(order).state, world.row(order).told_at) == ("late", None)


def test_a_kind_whose_room_is_gone_is_late_and_keeps_nobody_waiting(world, monkeypatch):
    gone, star = world.open("test.complaint", date(2025, 3, 1)), world.open("test.thanks", TODAY)
    monkeypatch.delitem(kinds._kinds, "test.complaint")
    assert deadlines.sweep(MIDNIGHT) == deadlines.Swept(late=2, told=1, reminded=0)
    assert world.row(gone).told_at is None
    assert [due.subject_id for due in world.told] == [star.pk]


def test_one_that_cannot_be_told_keeps_nobody_waiting_and_is_tried_again(world):
    broken, star = world.open("test.thanks", date(2025, 5, 13)), world.open("test.thanks", TODAY)
    world.mute.add(broken.pk)
    with pytest.raises(deadlines.TellingFailed, match=str(world.row(broken).pk)):
        deadlines.sweep(MIDNIGHT)
    assert [due.subject_id for due in world.told] == [star.pk]
    assert (world.row(broken).state, world.row(broken).told_at) == ("late", None)
    world.mute.clear()
    assert deadlines.sweep(MIDNIGHT).told == 1


def test_what_the_telling_wrote_goes_with_the_telling(world, monkeypatch):
    """The notice is queued in the same transaction: a fault after it leaves neither."""
    star = world.open("test.thanks", TODAY)

    def writes_then_breaks(due, at):
        other = ids.new()
        Deadline._base_manager.filter(pk=due.id).update(pause_reason=str(other))
        raise RuntimeError

    monkeypatch.setitem(
        kinds._kinds, "test.thanks", deadlines.Kind("test.thanks", "star.acknowledge", writes_then_breaks)
    )
    with pytest.raises(deadlines.TellingFailed):
        deadlines.sweep(MIDNIGHT)
    assert (world.row(star).pause_reason, world.row(star).told_at) == ("", None)


def test_it_goes_into_the_audit_as_a_thing_nobody_did(world):
    star = world.open("test.thanks", TODAY)
    deadlines.sweep(MIDNIGHT)
    entry = Entry.objects.get(event="deadlines.passed")
    assert (entry.actor_id, entry.subject_id, entry.at) == (None, world.row(star).id, MIDNIGHT)
    assert entry.details == {"kind": "test.thanks", "subject": str(star.pk), "due_on": "2025-05-21"}
    audit.seal_waiting()
    assert audit.verify().fault == ""


def test_another_worker_that_was_here_meanwhile_leaves_nothing_to_do(world, monkeypatch):
    """This worker has its list; the other sweeps everything before the first row is touched."""
    for _ in range(3):
        world.open("test.thanks", TODAY)
    real, lists = sweeping._ids, []

    def list_then_wait(rows):
        found = real(rows)
        lists.append(found)
        if len(lists) == 1:
            assert deadlines.sweep(MIDNIGHT).told == 3
        return found

    monkeypatch.setattr(sweeping, "_ids", list_then_wait)
    assert deadlines.sweep(MIDNIGHT) == deadlines.Swept(0, 0, 0)
    assert len(lists[0]) == 3
    assert len(world.told) == 3
    assert Entry.objects.filter(event="deadlines.passed").count() == 3


def test_another_worker_that_tells_meanwhile_is_the_only_one(world, monkeypatch):
    for _ in range(3):
        world.open("test.thanks", TODAY)
    real = sweeping._say_one
    inner = []

    def other_goes_first(*args):
        if not inner:
            inner.append(True)
            assert deadlines.sweep(MIDNIGHT).told == 3
        return real(*args)

    monkeypatch.setattr(sweeping, "_say_one", other_goes_first)
    assert deadlines.sweep(MIDNIGHT).told == 0
    assert len(world.told) == 3


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_tell_each_of_forty_once(world):
    if connection.vendor != "postgresql":
        pytest.skip("the test database of SQLite is one connection")
    stars = [world.open("test.thanks", TODAY).pk for _ in range(40)]
    start, swept = threading.Barrier(2), []

    def work():
        start.wait()
        try:
            swept.append(deadlines.sweep(MIDNIGHT))
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(each.late for each in swept) == sum(each.told for each in swept) == 40
    assert sorted(due.subject_id for due in world.told) == sorted(stars)


def test_a_sweep_is_no_part_of_a_verb_and_needs_none(world):
    world.open("test.thanks", TODAY)
    assert not db.in_writing()
    assert deadlines.sweep(MIDNIGHT).told == 1
