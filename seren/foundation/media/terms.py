"""The words of media: what state a picture is in, in which sizes it is shown, what may be done with it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Action
from seren.foundation.audit.door import Event


class PhotoState(TextChoices):
    WAITING = "waiting", _("being made ready")
    READY = "ready", _("ready")
    REFUSED = "refused", _("could not be read")


# From each state, the ones it may go to.
MOVES: dict[PhotoState, set[PhotoState]] = {
    PhotoState.WAITING: {PhotoState.READY, PhotoState.REFUSED},
    PhotoState.READY: set(),
    PhotoState.REFUSED: set(),
}


class Size(TextChoices):
    THUMB = "thumb", _("small")
    PAGE = "page", _("as wide as a page")
    FULL = "full", _("as large as we keep it")


class MediaAction(Action):
    """Whose rule is registered by the room that pictures belong to."""

    SEE_PHOTO = "media.see_photo"


class MediaEvent(Event):
    BINNED = "media.binned", _("put a photo in the bin")
    TAKEN_OUT = "media.taken_out", _("took a photo out of the bin")
    ERASED = "media.erased", _("erased a photo")
