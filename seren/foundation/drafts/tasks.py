"""What the queue runs for drafts: what is over goes."""

from datetime import datetime

from seren.foundation.drafts.keeping import sweep
from seren.foundation.jobs.door import every


@every("drafts.sweep", minutes=60)
def hourly(*, now: datetime) -> None:
    sweep(now)
