"""Each night: what has run out and opens nothing any more goes away."""

from datetime import datetime, time

from seren.foundation.jobs.door import every
from seren.people.accounts.domain.cleaning import clean_up


@every("accounts.clean_up", at=time(3, 30))
def clean(*, now: datetime) -> None:
    clean_up(now=now)
