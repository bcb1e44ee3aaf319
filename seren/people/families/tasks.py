"""What the queue runs for families: a list that was sent in and is over goes."""

from datetime import datetime

from seren.foundation.jobs.door import every
from seren.people.families.domain.intake import sweep


@every("families.sweep_lists", minutes=60)
def hourly(*, now: datetime) -> None:
    sweep(now)
