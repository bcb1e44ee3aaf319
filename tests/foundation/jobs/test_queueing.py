"""A job is queued with the verb that asked for it, or not at all."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from seren.foundation.jobs import door as jobs
from seren.foundation.jobs.arguments import NotAnId
from seren.foundation.jobs.models import Job, State
from seren.foundation.jobs.registry import UnknownJob
from seren.foundation.kernel import db

pytestmark = [pytest.mark.db, pytest.mark.django_db]

told: list[tuple[UUID, datetime]] = []


@jobs.job("tests.tell_mum")
def tell_mum(*, moment: UUID, now: datetime) -> None:
    told.append((moment, now))


@jobs.job("tests.count_day")
def count_day(*, day: date, room: str, places: int, now: datetime) -> None:
    told.append((day, room, places))


@jobs.job("tests.ring_first", urgent=True)
def ring_first(*, now: datetime) -> None:
    told.append("rang")


@pytest.fixture(autouse=True)
def _nobody_told():
    told.clear()


@pytest.fixture
def moment():
    return uuid4()


def test_a_verb_that_is_rolled_back_tells_nobody(moment):
    with suppress(ZeroDivisionError), db.writing(housekeeping=True):
        jobs.enqueue(tell_mum, {"moment": moment})
        assert Job.objects.count() == 1
        1 / 0  # noqa: B018
    assert (Job.objects.count(), DBTaskResult.objects.count()) == (0, 0)
    assert jobs.run_due() == 0


def test_a_savepoint_rolled_back_takes_its_job_with_it(moment):
    with db.writing(housekeeping=True):
        jobs.enqueue(tell_mum, {"moment": moment}, key="kept")
        with suppress(ZeroDivisionError), transaction.atomic():
            jobs.enqueue(tell_mum, {"moment": moment}, key="gone")
            1 / 0  # noqa: B018
    assert list(Job.objects.values_list("key", flat=True)) == ["kept"]


def test_the_function_gets_its_ids_and_a_fresh_now(moment, now):
    jobs.enqueue("tests.tell_mum", {"moment": str(moment)})
    assert jobs.run_due() == 1
    assert told == [(moment, now)]
    assert Job.objects.get().state == State.DONE


def test_dates_numbers_and_slugs_arrive_as_what_they_were():
    jobs.enqueue(count_day, {"day": date(2025, 5, 14), "room": "robins", "places": 12})
    jobs.run_due()
    assert told == [(date(2025, 5, 14), "robins", 12)]


def test_a_job_for_later_waits_for_its_time(moment, now, time_machine_at):
    jobs.enqueue(tell_mum, {"moment": moment}, run_at=now + timedelta(seconds=10))
    assert jobs.run_due() == 0
    time_machine_at(now + timedelta(seconds=9))
    assert jobs.run_due() == 0
    time_machine_at(now + timedelta(seconds=10))
    assert jobs.run_due() == 1


def test_the_same_key_is_queued_once_and_again_when_it_is_done(moment):
    first = jobs.enqueue(tell_mum, {"moment": moment}, key="m1")
    assert jobs.enqueue(tell_mum, {"moment": moment}, key="m1") == first
    assert jobs.run_due() == 1
    assert jobs.enqueue(tell_mum, {"moment": moment}, key="m1") != first
    assert jobs.run_due() == 1


def test_the_same_key_of_another_job_is_another_job(moment):
    jobs.enqueue(tell_mum, {"moment": moment}, key="m1")
    jobs.enqueue(ring_first, key="m1")
    assert jobs.run_due() == 2


def test_a_second_asking_brings_the_waiting_job_forward(moment, now):
    jobs.enqueue(tell_mum, {"moment": moment}, run_at=now + timedelta(hours=5), key="m1")
    jobs.enqueue(tell_mum, {"moment": moment}, run_at=now + timedelta(hours=7), key="m1")
    assert Job.objects.get().due_at == now + timedelta(hours=5)
    assert jobs.run_due() == 0
    jobs.enqueue(tell_mum, {"moment": moment}, key="m1")
    assert jobs.run_due() == 1
    assert len(told) == 1


def test_what_is_written_while_the_job_runs_gets_a_job_of_its_own(moment):
    """The one that runs may have read before this was written."""
    jobs.enqueue(tell_mum, {"moment": moment}, key="m1")
    Job.objects.update(state=State.RUNNING)
    jobs.enqueue(tell_mum, {"moment": moment}, key="m1")
    assert Job.objects.count() == 2
    assert jobs.run_due() == 0, "one after the other: the first still runs"
    Job.objects.filter(state=State.RUNNING).update(state=State.DONE)
    assert jobs.run_due() == 1


def test_urgent_jobs_go_first(moment):
    jobs.enqueue(tell_mum, {"moment": moment})
    jobs.enqueue(ring_first)
    jobs.run_due()
    assert told[0] == "rang"


@pytest.mark.parametrize(
    "ids",
    [
        {"moment": "Tom fell off the slide"},
        {"moment": {"name": "Tom"}},
        {"moment": None},
        {},
        {"moment": uuid4(), "name": "Tom"},
    ],
)
def test_a_job_carries_ids_and_nothing_else(ids):
    with pytest.raises(NotAnId):
        jobs.enqueue(tell_mum, ids)
    assert Job.objects.count() == 0


@pytest.mark.parametrize("room", ["Tom Pugh", "mum@example.org", "", "x" * 65, "Tŷ Gwyn"])
def test_a_slug_is_no_name_address_or_sentence(room):
    with pytest.raises(NotAnId):
        jobs.enqueue(count_day, {"day": date(2025, 5, 14), "room": room, "places": 1})


def test_an_instant_is_no_day_and_a_yes_is_no_number(now):
    for day, places in ((now, 1), (date(2025, 5, 14), True)):
        with pytest.raises(NotAnId):
            jobs.enqueue(count_day, {"day": day, "room": "robins", "places": places})


def test_a_job_function_that_takes_a_row_is_refused():
    with pytest.raises(NotAnId):

        @jobs.job("tests.takes_a_row")
        def takes_a_row(*, row: Job, now: datetime) -> None: ...

    with pytest.raises(NotAnId):

        @jobs.job("tests.reads_the_clock")
        def reads_the_clock(*, moment: UUID) -> None: ...


def test_two_jobs_of_one_name_are_refused():
    with pytest.raises(ValueError):

        @jobs.job("tests.tell_mum")
        def tell_dad(*, now: datetime) -> None: ...


def test_a_job_nobody_registered_cannot_be_queued():
    with pytest.raises(UnknownJob):
        jobs.enqueue("tests.nobody")


def test_a_job_that_is_over_is_dropped_by_its_key_and_others_stay(moment):
    jobs.enqueue(tell_mum, {"moment": moment}, key="over")
    jobs.enqueue(tell_mum, {"moment": moment}, key="still to come")
    assert jobs.drop(tell_mum, ["over", "never there"]) == 1
    assert list(Job.objects.values_list("key", flat=True)) == ["still to come"]
    assert DBTaskResult.objects.count() == 1
    assert jobs.run_due() == 1


def test_a_job_that_runs_is_not_dropped(moment):
    made = jobs.enqueue(tell_mum, {"moment": moment}, key="in hand")
    Job.objects.filter(id=made).update(state=State.RUNNING)
    assert jobs.drop(tell_mum, ["in hand"]) == 0
    assert Job.objects.count() == 1
