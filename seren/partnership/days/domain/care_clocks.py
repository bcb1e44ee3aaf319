"""The clocks of care: a family is told the same day (T9); a serious accident is reported in time (T1)."""

from seren.foundation.deadlines import door as deadlines
from seren.partnership.days.models import CareEntry
from seren.partnership.days.notices import care as notices
from seren.partnership.days.terms.care import ACCIDENT_CLOCK, DOSE_CLOCK, SERIOUS_CLOCK
from seren.people.provision.queries import nation_of

DOSE = deadlines.Kind(DOSE_CLOCK, "told.medicine", tell=notices.telling(notices.UNTOLD))
ACCIDENT = deadlines.Kind(ACCIDENT_CLOCK, "told.accident", tell=notices.telling(notices.UNTOLD))
SERIOUS = deadlines.Kind(
    SERIOUS_CLOCK,
    "regulator.serious-event",
    tell=notices.telling(notices.REPORT),
    remind=notices.telling(notices.REPORT),
)


def start(kind: str, entry: CareEntry) -> None:
    """From the day it happened. Within a verb's section."""
    deadlines.open_deadline(
        kind,
        entry,
        provider=entry.provider_id,
        setting=entry.setting_id,
        nation=nation_of(entry.setting_id),
        start=entry.happened_at,
    )
