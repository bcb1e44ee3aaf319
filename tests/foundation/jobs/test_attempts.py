"""A job that fails is tried again, more and more patiently, and is never silently dropped."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from seren.foundation.jobs import attempts
from seren.foundation.jobs import door as jobs
from seren.foundation.jobs.models import Job, State
from seren.foundation.kernel import clock

pytestmark = [pytest.mark.db, pytest.mark.django_db]

SECRET = "Tom Pugh has a nut allergy"
PATIENCE = jobs.Backoff(first=10, times=3, most=60)
calls: list[datetime] = []
given_up: list[UUID] = []


def note_given_up(*, moment: UUID, now: datetime) -> None:
    given_up.append(moment)


@jobs.job("tests.always_breaks", attempts=4, backoff=PATIENCE, when_dead=note_given_up)
def always_breaks(*, moment: UUID, now: datetime) -> None:
    calls.append(now)
    raise OSError(SECRET)


@jobs.job("tests.breaks_once", backoff=PATIENCE)
def breaks_once(*, now: datetime) -> None:
    calls.append(now)
    if len(calls) == 1:
        raise OSError(SECRET)


@jobs.job("tests.hopeless", when_dead=note_given_up)
def hopeless(*, moment: UUID, now: datetime) -> None:
    calls.append(now)
    raise jobs.Hopeless


def gives_up_badly(*, now: datetime) -> None:
    """An error of the database, which would spoil the transaction that gives up."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")


@jobs.job("tests.gives_up_badly", attempts=1, when_dead=gives_up_badly)
def breaks_and_gives_up_badly(*, now: datetime) -> None:
    raise OSError(SECRET)


@pytest.fixture(autouse=True)
def _nothing_called():
    calls.clear()
    given_up.clear()


def run_for(seconds: int, move_to) -> None:
    start = clock.now()
    for second in range(seconds):
        move_to(start + timedelta(seconds=second))
        jobs.run_due()


def test_the_waits_grow_up_to_the_longest():
    assert [PATIENCE.after(n).seconds for n in (1, 2, 3, 4)] == [10, 30, 60, 60]


def test_four_attempts_then_a_dead_letter(time_machine_at, now):
    moment = uuid4()
    job = jobs.enqueue(always_breaks, {"moment": moment}, key="m")
    run_for(200, time_machine_at)
    assert [(at - now).seconds for at in calls] == [0, 10, 40, 100]
    assert given_up == [moment]
    (letter,) = jobs.dead_letters()
    assert (letter.id, letter.name, letter.attempts, letter.error) == (
        job,
        "tests.always_breaks",
        4,
        "OSError",
    )
    assert letter.ids == {"moment": str(moment)}
    assert (letter.died_at - now).seconds == 100


def test_a_job_that_breaks_once_is_done_the_second_time(time_machine_at):
    jobs.enqueue(breaks_once)
    run_for(30, time_machine_at)
    job = Job.objects.get()
    assert (job.state, job.attempts, job.last_error) == (State.DONE, 2, "")
    assert jobs.dead_letters() == ()


def test_a_hopeless_job_is_not_tried_again():
    jobs.enqueue(hopeless, {"moment": uuid4()})
    jobs.run_due()
    assert len(calls) == len(given_up) == 1
    assert Job.objects.get().state == State.DEAD


def test_nothing_of_an_error_but_its_class_is_kept_or_logged(caplog):
    jobs.enqueue(always_breaks, {"moment": uuid4()})
    jobs.enqueue(breaks_and_gives_up_badly)
    jobs.run_due()
    kept = repr([*Job.objects.values(), *DBTaskResult.objects.values()])
    assert "OSError" in kept
    assert SECRET not in kept
    assert "OSError" in caplog.text
    assert "test_attempts.py" in caplog.text, "where it broke is said"
    assert SECRET not in caplog.text


def test_giving_up_badly_is_still_giving_up():
    jobs.enqueue(breaks_and_gives_up_badly)
    jobs.run_due()
    assert Job.objects.get().state == State.DEAD


def test_a_dead_letter_tried_again_has_all_its_attempts(time_machine_at, now):
    jobs.enqueue(always_breaks, {"moment": uuid4()})
    run_for(101, time_machine_at)
    (letter,) = jobs.dead_letters()
    calls.clear()
    assert jobs.try_again(letter.id, clock.now())
    assert jobs.dead_letters() == ()
    assert not jobs.try_again(letter.id, clock.now()), "once is enough"
    run_for(101, time_machine_at)
    assert len(calls) == 4


def test_a_dead_letter_whose_key_waits_again_is_let_go():
    jobs.enqueue(hopeless, {"moment": uuid4()}, key="m")
    jobs.run_due()
    (letter,) = jobs.dead_letters()
    jobs.enqueue(hopeless, {"moment": uuid4()}, key="m")
    assert not jobs.try_again(letter.id, clock.now())
    assert Job.objects.filter(state=State.WAITING).count() == 1


def test_a_manager_is_shown_the_dead_letters_of_her_provider_only():
    hers, theirs = uuid4(), uuid4()
    for provider in (hers, theirs, None):
        jobs.enqueue(hopeless, {"moment": uuid4()}, provider=provider)
    mine = jobs.enqueue(hopeless, {"moment": uuid4()}, provider=hers)
    jobs.run_due()
    assert mine in {letter.id for letter in jobs.dead_letters(hers)}
    assert len(jobs.dead_letters(hers)) == 2
    assert len(jobs.dead_letters()) == 4


def test_a_job_from_newer_code_waits_for_a_newer_worker(time_machine_at, now):
    jobs.enqueue(breaks_once)
    Job.objects.update(name="tests.of_tomorrow")
    jobs.run_due()
    job = Job.objects.get()
    assert (job.state, job.last_error) == (State.WAITING, "UnknownJob")
    assert job.due_at > now


def test_the_worker_was_killed_and_the_job_runs_again(time_machine_at, now):
    jobs.enqueue(breaks_once)
    left = attempts.claim("a worker that is killed now", now)
    time_machine_at(now + timedelta(seconds=59))
    assert attempts.reap(clock.now()) == 0, "it may still be at it"
    time_machine_at(now + timedelta(seconds=61))
    assert attempts.reap(clock.now()) == 1
    job = Job.objects.get()
    assert (job.id, job.state, job.last_error) == (left.id, State.WAITING, "WorkerGone")
    run_for(60, time_machine_at)
    assert Job.objects.get().state == State.DONE


def test_a_beat_keeps_a_long_job_with_its_worker(now):
    jobs.enqueue(breaks_once)
    job = attempts.claim("slow", now)
    attempts.beat(job.id, now + timedelta(seconds=50))
    assert attempts.reap(now + timedelta(seconds=100)) == 0
    assert attempts.reap(now + timedelta(seconds=111)) == 1


def test_a_job_that_kills_every_worker_ends_as_a_dead_letter(now):
    moment = uuid4()
    jobs.enqueue(always_breaks, {"moment": moment})
    at = now
    for _ in range(4):
        assert attempts.claim("doomed", at) is not None
        at += timedelta(minutes=10)
        attempts.reap(at)
        at += timedelta(minutes=10)
    assert Job.objects.get().state == State.DEAD
    assert given_up == [moment]


def test_a_worker_thought_dead_that_comes_back_changes_nothing(now):
    jobs.enqueue(breaks_once)
    late = attempts.claim("asleep", now)
    attempts.reap(now + timedelta(minutes=5))
    fresh = attempts.claim("awake", now + timedelta(minutes=10))
    attempts.done(late, now + timedelta(minutes=11))
    attempts.failed(late, "Late", now + timedelta(minutes=11))
    job = Job.objects.get()
    assert (job.state, job.result_id, job.attempts) == (State.RUNNING, fresh.result_id, 2)


def test_a_failed_attempt_leaves_the_work_to_a_waiting_job_of_its_key(now):
    jobs.enqueue(always_breaks, {"moment": uuid4()}, key="m")
    running = attempts.claim("one", now)
    second = jobs.enqueue(always_breaks, {"moment": uuid4()}, key="m")
    attempts.failed(running, "OSError", now)
    assert {job.id: job.state for job in Job.objects.all()} == {running.id: State.DONE, second: State.WAITING}
