"""What may be told of a day, to whom. A notice tells nothing: it says that something is there."""

from seren.partnership.days.notices import care  # noqa: F401  (declares its notices)
from seren.partnership.days.notices.collection import tell_late, tell_waits
from seren.partnership.days.notices.outing import OUTING_ASKED, OUTING_CALLED_OFF

__all__ = ["OUTING_ASKED", "OUTING_CALLED_OFF", "tell_late", "tell_waits"]
