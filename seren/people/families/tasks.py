"""What the queue runs for families: lists and photos that are over go."""

from datetime import datetime, time

from seren.foundation.jobs.door import every
from seren.people.families.domain.collectorphotos import bin_what_is_over
from seren.people.families.domain.intake import sweep


@every("families.sweep_lists", minutes=60)
def hourly(*, now: datetime) -> None:
    sweep(now)


@every("families.collector_photos", at=time(3, 10))
def nightly(*, now: datetime) -> None:
    """Before the bin is looked through."""
    bin_what_is_over(now)
