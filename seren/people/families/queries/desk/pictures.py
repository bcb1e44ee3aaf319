"""Whether a child is kept out of pictures, and why: for those who decide it (C12)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.people.families.models import NoImages
from seren.people.families.queries.desk.restrictions import SaidShown
from seren.people.families.terms import Reach


@dataclass(frozen=True, slots=True)
class KeptOut:
    """One flag, with the words of who set it and of who took it away."""

    reach: Reach
    set: SaidShown
    ended: SaidShown | None

    @property
    def until(self) -> date | None:
        return self.ended.on if self.ended else None


def kept_out(child: UUID) -> tuple[KeptOut, ...]:
    """The newest first. For a reader who may decide about this child."""
    rows = system(SystemReason.SHOWING, NoImages).filter(child=child).select_related("set_by", "ended_by")
    return tuple(
        KeptOut(
            Reach(row.reach),
            SaidShown(row.set_by.name, clock.day_of(row.set_at), row.reason),
            SaidShown(row.ended_by.name, clock.day_of(row.ended_at), row.end_reason or "")
            if row.ended_by and row.ended_at
            else None,
        )
        for row in rows.order_by("-set_at", "-id")
    )
