"""What the other processes of these tests do: `python -m tests.foundation.notify.process COMMAND …`."""

import sys
from datetime import time, timedelta
from uuid import UUID

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from seren.foundation.jobs import attempts, schedule  # noqa: E402
from seren.foundation.jobs import door as jobs  # noqa: E402
from seren.foundation.jobs import tasks as job_tasks  # noqa: E402
from seren.foundation.kernel import clock  # noqa: E402
from seren.foundation.notify import door as notify  # noqa: E402
from seren.foundation.notify import reaching  # noqa: E402
from seren.foundation.notify.models import Notice  # noqa: E402

attempts.SILENT = timedelta(seconds=2.5)
jobs.register_tick(job_tasks.reap, 0.5)
schedule._schedules.clear()
PEOPLE = [UUID(int=number + 1) for number in range(5)]

notify.register(
    notify.Kind(
        code="process.shared",
        title="Something new in Seren",
        line="There is a new star.",
        audience=lambda notice, at: PEOPLE,
        link=lambda notice: "/",
    )
)
reaching.register_address_book(
    lambda people: {
        person: notify.Reach("en", "page", f"{person.int}@example.org", False, False, time(0), time(0), False)
        for person in people
    },
    wishes="/how/",
)


def prepare() -> None:
    for app in ("kernel", "django_tasks_database", "jobs", "audit", "notify"):
        call_command("migrate", app, verbosity=0)
    something = Notice(id=UUID(int=98), provider_id=UUID(int=99))
    notify.send("process.shared", something, now=clock.now())


def work() -> None:
    jobs.work()


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
