"""What the staff pages of outings share."""

from uuid import UUID

from seren.foundation.ui.door import Tag
from seren.partnership.days.terms.outing import OutingState

LIST = "/room/outings/"
_TONES = {
    OutingState.DRAFT: ("", "pen"),
    OutingState.PUT: ("clay", "clock"),
    OutingState.AGREED: ("sea", "tick"),
    OutingState.SLIPS_OUT: ("sea", "ask"),
    OutingState.CLOSED: ("moss", "lock"),
    OutingState.GONE: ("moss", "go"),
    OutingState.BACK: ("", "tick"),
    OutingState.CALLED_OFF: ("berry", "cross"),
}


def one(outing: UUID) -> str:
    return f"/room/outing/{outing}/"


def tag_of(state: OutingState) -> Tag:
    return Tag(state.label, *_TONES[state])
