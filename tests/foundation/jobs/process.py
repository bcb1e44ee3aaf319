"""What the other processes of these tests do: `python -m tests.foundation.jobs.process COMMAND …`."""

import json
import os
import sys
import time
from datetime import datetime, timedelta

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from seren.foundation.jobs import attempts, schedule, worker  # noqa: E402
from seren.foundation.jobs import door as jobs  # noqa: E402
from seren.foundation.jobs import tasks as job_tasks  # noqa: E402
from seren.foundation.kernel import db  # noqa: E402

attempts.SILENT = timedelta(seconds=float(os.environ.get("SILENT", "2.5")))
jobs.register_tick(job_tasks.reap, 0.5)
worker._BEAT = 0.25
WORK = 0.01


@jobs.job("process.note", backoff=jobs.Backoff(first=1, times=1))
def note(*, number: int, now: datetime) -> None:
    """Doing it twice is once (`kept`); `runs` counts how often it was begun and ended."""
    run("INSERT INTO runs VALUES (%s, 'begun')", number)
    time.sleep(WORK)
    run("INSERT INTO kept VALUES (%s) ON CONFLICT DO NOTHING", number)


@jobs.job("process.sleep")
def sleep(*, now: datetime) -> None:
    run("INSERT INTO runs VALUES (%s, 'asleep')", -1)
    time.sleep(5)
    run("INSERT INTO runs VALUES (%s, 'awake')", -1)


schedule._schedules.clear()


@jobs.every("process.slot", minutes=1_000_000)
def slot(*, slot: str, now: datetime) -> None:
    run("INSERT INTO runs VALUES (%s, 'slot')", -2)


def run(sql: str, *values: object) -> None:
    with db.writing(housekeeping=True), connection.cursor() as cursor:
        cursor.execute(sql, values)


def prepare(count: str) -> None:
    call_command("migrate", "django_tasks_database", verbosity=0)
    call_command("migrate", "kernel", verbosity=0)
    call_command("migrate", "jobs", verbosity=0)
    call_command("migrate", "audit", verbosity=0)  # its sealer ticks in every worker
    with db.writing(housekeeping=True), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept (number integer PRIMARY KEY)")
        cursor.execute("CREATE TABLE runs (number integer, what text)")
        for number in range(int(count)):
            jobs.enqueue(note, {"number": number}, key=str(number))
    # The schedule has been known for long: its next slot is due.
    schedule.take_slots(datetime.fromisoformat("2000-01-01T00:00+00:00"))


def work() -> None:
    jobs.work()
    sys.stdout.write("stopped\n")


def once() -> None:
    sys.stdout.write(json.dumps(jobs.work(once=True)))


def put(name: str) -> None:
    jobs.enqueue(name)


def same_key(count: str) -> None:
    """Queue one key again and again, as several processes do at once."""
    for _ in range(int(count)):
        jobs.enqueue(note, {"number": 7}, key="seven")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
