"""What the staff pages of outings share."""

from uuid import UUID

from django.http import HttpRequest

from seren.foundation.access.door import NotThere
from seren.foundation.ui.door import Tag
from seren.partnership.days.terms.outing import OutingState
from seren.people.provision.queries.places import Here, here_on

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


def for_staff(request: HttpRequest) -> Here:
    """The setting of whoever works here and is more than a helper. Raises NotThere."""
    place = here_on(request)
    if place.helps:
        raise NotThere("for staff")
    return place


def one(outing: UUID) -> str:
    return f"/room/outing/{outing}/"


def tag_of(state: OutingState) -> Tag:
    return Tag(state.label, *_TONES[state])
