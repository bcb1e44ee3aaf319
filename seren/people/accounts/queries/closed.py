"""Whether Seren was closed not long ago: many ask why they are signed out."""

from datetime import datetime

from django.db.models import QuerySet

from seren.foundation.kernel import closing
from seren.foundation.kernel.models import Installation
from seren.people.accounts.lengths import Length, lasts


def reopened_lately(at: datetime) -> "QuerySet[Installation, tuple[datetime | None, datetime | None]]":
    """From when until when it was closed; no row where it was not, or long ago."""
    return closing.reopened_asked(at - lasts(Length.TOLD, at))
