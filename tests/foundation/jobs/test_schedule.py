"""Each slot of a schedule runs once, whoever looks first; after days off, once and late."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.jobs import door as jobs
from seren.foundation.jobs import schedule
from seren.foundation.jobs.models import Job, Slot
from seren.foundation.jobs.tasks import prune
from seren.foundation.kernel import clock

pytestmark = [pytest.mark.db, pytest.mark.django_db]

evenings: list[date] = []
looks: list[str] = []


@jobs.every("tests.evening", at=time(17, 30))
def evening(*, slot: date, now: datetime) -> None:
    evenings.append(slot)


@jobs.every("tests.look", minutes=15)
def look(*, slot: str, now: datetime) -> None:
    looks.append(slot)


@pytest.fixture(autouse=True)
def _only_ours(monkeypatch):
    ours = {name: kept for name, kept in schedule._schedules.items() if name.startswith("tests.")}
    monkeypatch.setattr(schedule, "_schedules", ours)
    evenings.clear()
    looks.clear()


def live(start: datetime, end: datetime, move_to, step: timedelta = timedelta(minutes=30)) -> None:
    at = start
    while at <= end:
        move_to(at)
        schedule.take_slots(at)
        jobs.run_due()
        at += step


def test_a_new_schedule_waits_for_its_first_slot(time_machine_at, now):
    live(now, now + timedelta(hours=6), time_machine_at)
    assert evenings == []
    live(now + timedelta(hours=6), now + timedelta(hours=12), time_machine_at)
    assert evenings == [date(2025, 5, 14)]


def test_a_day_has_one_evening(time_machine_at, now):
    live(now, now + timedelta(days=3), time_machine_at)
    assert evenings == [date(2025, 5, 14), date(2025, 5, 15), date(2025, 5, 16)]


def test_after_three_days_switched_off_the_last_evening_runs_once_and_late(time_machine_at, now):
    live(now, now + timedelta(hours=12), time_machine_at)
    back = now + timedelta(days=4)
    live(back, back + timedelta(hours=2), time_machine_at)
    assert evenings == [date(2025, 5, 14), date(2025, 5, 17)]


def test_every_quarter_of_an_hour_is_looked_at_once(time_machine_at, now):
    live(now, now + timedelta(minutes=50), time_machine_at, timedelta(seconds=30))
    assert looks == ["2025-05-14T09:45", "2025-05-14T10:00", "2025-05-14T10:15", "2025-05-14T10:30"]


def test_two_workers_that_look_at_once_take_a_slot_once(time_machine_at, now):
    schedule.take_slots(now)
    evening_has_come = now + timedelta(hours=8)
    time_machine_at(evening_has_come)
    assert schedule.take_slots(evening_has_come) == 2
    assert schedule.take_slots(evening_has_come) == 0
    assert Job.objects.filter(name="tests.evening").count() == 1


def test_the_second_of_two_racing_workers_queues_nothing_new(time_machine_at, now):
    """Both saw the slot free; the row decides."""
    schedule.take_slots(now)
    later = now + timedelta(hours=8)
    time_machine_at(later)
    assert schedule._take("tests.evening", "2025-05-14", later)
    jobs.run_due()
    assert not schedule._take("tests.evening", "2025-05-14", later)
    jobs.run_due()
    assert evenings == [date(2025, 5, 14)]


@pytest.mark.parametrize(
    ("day", "utc_hour"), [(date(2025, 3, 29), 17), (date(2025, 3, 30), 16), (date(2025, 10, 26), 17)]
)
def test_half_past_five_is_half_past_five_when_the_clocks_change(day, utc_hour):
    plan = schedule._schedules["tests.evening"]
    slot = datetime(day.year, day.month, day.day, utc_hour, 30, tzinfo=UTC)
    assert plan.latest(slot) == str(day)
    assert plan.latest(slot - timedelta(seconds=1)) == str(day - timedelta(days=1))


@given(
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    start=st.datetimes(datetime(2025, 3, 28), datetime(2025, 3, 29)).map(lambda at: at.replace(tzinfo=UTC))
    | st.datetimes(datetime(2025, 10, 24), datetime(2025, 10, 25)).map(lambda at: at.replace(tzinfo=UTC)),
)
def test_each_day_has_one_slot_over_the_change_of_clocks(hour, minute, start):
    plan = schedule.Schedule("any", time(hour, minute), 0)
    seen = [plan.latest(start + timedelta(minutes=5 * n)) for n in range(12 * 24 * 3)]
    days = sorted(set(seen))
    assert seen == sorted(seen), "never back to an earlier day"
    gaps = {date.fromisoformat(b) - date.fromisoformat(a) for a, b in pairwise(days)}
    assert gaps == {timedelta(days=1)}, "no day left out"


def test_a_schedule_has_a_time_or_an_interval():
    for wrong in ({}, {"at": time(1), "minutes": 5}):
        with pytest.raises(ValueError):
            jobs.every("tests.wrong", **wrong)


def test_a_week_later_what_was_done_is_forgotten_and_dead_letters_stay(time_machine_at, now):
    @jobs.job("tests.dies")
    def dies(*, now: datetime) -> None:
        raise jobs.Hopeless

    live(now, now + timedelta(days=2), time_machine_at)
    jobs.enqueue(dies)
    jobs.run_due()
    slots = Slot.objects.count()
    prune(now=clock.now() + timedelta(days=8))
    assert [letter.name for letter in jobs.dead_letters()] == ["tests.dies"]
    assert Job.objects.count() == 1
    assert Slot.objects.count() == 2 < slots, "the newest slot of each schedule stays"
