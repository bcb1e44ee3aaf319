"""What the queue runs for media: sizes after the answer, and once a night what is over."""

from datetime import datetime, time
from uuid import UUID

from seren.foundation.jobs.door import every, job
from seren.foundation.kernel import clock
from seren.foundation.media.keeping import MAKE_SIZES
from seren.foundation.media.sizing import make_sizes
from seren.foundation.media.sweeping import sweep
from seren.foundation.rules import door as rules

_BIN = rules.need("bin.length")


@job(MAKE_SIZES)
def sizes(*, photo: UUID, now: datetime) -> None:
    """Back-off, further attempts and dead letters are the queue's."""
    make_sizes(photo)


@every("media.sweep", at=time(3, 20))
def nightly(*, now: datetime) -> None:
    """The length of the bin is our own choice, the same in both nations."""
    sweep(bin_days=rules.value("england", _BIN, clock.day_of(now)).number, now=now)
