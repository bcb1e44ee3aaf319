"""The clocks of the journal: thank for a star, decide on words for the record."""

from datetime import datetime
from uuid import UUID

from django.db.models import Model

from seren.foundation.deadlines import door as deadlines
from seren.partnership.journal import notices
from seren.partnership.journal.models import Moment, RecordRequest
from seren.partnership.journal.terms import COPIES_CLOCK, RECORD_CLOCK, THANKS_CLOCK
from seren.people.provision.queries import nation_of

# On the way the key person is reminded; once the day has passed the setting’s leaders are told.
THANKS = deadlines.Kind(
    THANKS_CLOCK,
    "star.acknowledge",
    tell=notices.telling(notices.STAR_LATE, Moment),
    remind=notices.telling(notices.STAR_WAITS, Moment),
)
RECORD = deadlines.Kind(
    RECORD_CLOCK,
    "record-comment.decide",
    tell=notices.telling(notices.RECORD_LATE, RecordRequest),
    remind=notices.telling(notices.RECORD_WAITS, RecordRequest),
)

# Nobody is told by mail: it stands on the desk, and is late there.
COPIES = deadlines.Kind(COPIES_CLOCK, "picture.copies")


def open_clock(kind: deadlines.Kind, subject: Model, setting: UUID, now: datetime) -> None:
    """Within a verb's section."""
    deadlines.open_deadline(
        kind.code,
        subject,
        provider=subject.provider_id,  # type: ignore[attr-defined]
        setting=setting,
        nation=nation_of(setting),
        start=now,
    )
