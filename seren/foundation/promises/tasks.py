"""Each night every setting's promises are worked out; one that cannot be does not stop the others."""

from datetime import datetime, time
from uuid import UUID

from seren.foundation.jobs.door import every, job
from seren.foundation.promises import working
from seren.foundation.promises.places import places


@job(working.JOB)
def work_out(*, setting: UUID, now: datetime) -> None:
    working.work_out(setting, now)


@every("promises.nightly", at=time(2, 40))
def each_night(*, now: datetime) -> None:
    for place in places():
        working.ask(place.setting)
