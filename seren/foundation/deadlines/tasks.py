"""What the queue runs for deadlines: nothing is late because someone looked."""

from datetime import datetime

from seren.foundation.deadlines.sweeping import sweep
from seren.foundation.jobs.door import every


@every("deadlines.sweep", minutes=5)
def look_round(*, now: datetime) -> None:
    """A due date ends at midnight London: the first look after that sets it late and tells."""
    sweep(now)
