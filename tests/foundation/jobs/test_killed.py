"""Workers die in the middle of things. No job is lost, and what was done once stays done once."""

import random
import signal
import time
from collections import Counter

import pytest

from tests.foundation.jobs.installation import Installation, kill_9, new_database

pytestmark = pytest.mark.db
SLOT = -2


@pytest.fixture
def house(tmp_path):
    database = new_database(f"jobs_{tmp_path.name[-30:]}")
    return Installation(tmp_path, database, "tests.foundation.jobs.process")


def begun(house):
    return Counter(number for (number,) in house.rows("SELECT number FROM runs"))


def kept(house):
    return [number for (number,) in house.rows("SELECT number FROM kept ORDER BY number")]


def states(house):
    return dict(house.rows("SELECT state, count(*) FROM jobs_job GROUP BY state"))


def wait_until(condition, seconds=90):
    until = time.perf_counter() + seconds
    while time.perf_counter() < until and not condition():
        time.sleep(0.05)


def let_work(house, count, *workers):
    """Workers are let run until `count` jobs are done, or the time is up."""
    wait_until(lambda: states(house).get("done", 0) >= count)
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
    for worker in workers:
        worker.communicate(timeout=60)


def killed_again_and_again(house, count, kills):
    """Each worker is killed at some moment after it has done some of its share."""
    house.run("prepare", str(count))
    for share in range(1, kills + 1):
        worker = house.start("work")
        some = share * count // (kills + 2)
        wait_until(lambda some=some: states(house).get("done", 0) >= some)
        time.sleep(random.uniform(0, 0.03))
        kill_9(worker)
    let_work(house, count + 1, house.start("work"))
    assert kept(house) == list(range(count))
    assert states(house) == {"done": count + 1}
    twice = sum(times - 1 for times in begun(house).values())
    assert twice <= kills, "only a job that was interrupted runs again"


def test_a_worker_killed_in_the_middle_of_a_job_loses_none(house):
    killed_again_and_again(house, count=40, kills=2)


@pytest.mark.long
def test_a_worker_killed_ten_times_loses_none(house):
    killed_again_and_again(house, count=400, kills=10)


def test_several_workers_share_the_jobs_and_take_a_slot_once(house):
    house.run("prepare", "60")
    let_work(house, 61, *[house.start("work", SILENT="60") for _ in range(3)])
    assert states(house) == {"done": 61}
    assert begun(house) == Counter([*range(60), SLOT]), "each job once, the slot once"


@pytest.mark.long
def test_one_key_queued_by_several_processes_waits_once_at_any_time(house):
    house.run("prepare", "0")
    worker = house.start("work")
    askers = [house.start("same_key", "100") for _ in range(3)]
    errors = [asker.communicate(timeout=60)[1] for asker in askers]
    assert [asker.returncode for asker in askers] == [0, 0, 0], errors
    wait_until(lambda: set(states(house)) == {"done"})
    let_work(house, 2, worker)
    assert kept(house) == [7]
    assert set(states(house)) == {"done"}
    assert begun(house)[7] < 300


@pytest.mark.long
def test_sigterm_lets_the_job_at_hand_end_and_a_beat_keeps_it(house):
    """The job takes longer than a silent worker is believed in; its beat keeps it from running twice."""
    house.run("prepare", "0")
    worker, other = house.start("work"), house.start("work")
    house.run("put", "process.sleep")
    wait_until(lambda: begun(house)[-1])
    time.sleep(4)
    worker.send_signal(signal.SIGTERM)
    other.send_signal(signal.SIGTERM)
    outs = [process.communicate(timeout=60)[0] for process in (worker, other)]
    assert all(out.endswith("stopped\n") for out in outs)
    assert house.rows("SELECT what FROM runs WHERE number = -1") == [("asleep",), ("awake",)]
    assert states(house) == {"done": 2}


@pytest.mark.long
def test_work_once_does_what_is_due_and_ends(house):
    house.run("prepare", "5")
    assert house.run("once") == 6
    assert house.run("once") == 0
