"""The one place where media meets the queue."""

from datetime import datetime
from uuid import UUID

from seren.foundation.jobs.door import enqueue, job
from seren.foundation.media.sizing import make_sizes


@job("media.make_sizes")
def sizes(*, photo: UUID, now: datetime) -> None:
    """Back-off, further attempts and dead letters are the queue's."""
    make_sizes(photo)


def queue(photo: UUID, *, provider: UUID, now: datetime) -> None:
    """Have the sizes of a picture made, as soon as this transaction is committed."""
    enqueue(sizes, {"photo": photo}, run_at=now, key=str(photo), provider=provider)
