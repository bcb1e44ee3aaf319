"""Why a photo was not taken in, in sentences for the person who holds the phone."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from seren.foundation.kernel.refusals import Refused

_SENTENCES: "dict[str, Promise]" = {
    "empty": _("This file is empty. Choose the photo again."),
    "not-a-photo": _("This is not a photo we can read. Choose a JPEG, PNG, WebP or HEIC picture."),
    "too-large": _("This photo is too large to send. Choose a smaller one, or send a screenshot of it."),
    "too-many-pixels": _("This picture has too many dots for us to open. Choose a smaller one."),
    "damaged": _("This photo did not reach us whole. Choose it again, or take it again."),
    "too-hard": _("This photo takes too long to open. Choose another one, or send a screenshot of it."),
    "busy": _("We are busy with other photos. Your photo is not kept yet. Send it again in a minute."),
    "conflict": _("We already have a different photo in this place. Add yours as a new photo."),
    "erased": _("This photo was erased. It cannot come back. You can add a new one."),
}

# What a file is when it is no photo, and what to do instead.
_NO_PHOTO: "dict[str, Promise]" = {
    "gif": _("This is a moving picture. We only take photos. Choose a JPEG, PNG, WebP or HEIC picture."),
    "svg": _("This is a drawing file, not a photo. Choose a JPEG, PNG, WebP or HEIC picture."),
    "pdf": _("This is a document, not a photo. Choose a JPEG, PNG, WebP or HEIC picture."),
    "page": _("This is a web page, not a photo. Save the photo itself, then choose it here."),
    "zip": _("This is a packed folder, not a photo. Open it first, then choose one photo."),
    "video": _("This is a video, not a photo. Choose a photo."),
}


def refused(code: str, *, looks_like: str = "") -> Refused:
    """The refusal of that code, beside the field `photo`."""
    sentence = _NO_PHOTO.get(looks_like) or _SENTENCES[code]
    return Refused(code, sentence, field="photo")


def sentence_for(code: str) -> "Promise | str":
    """What to show in place of a picture that was refused after it was taken in."""
    return _SENTENCES.get(code, _SENTENCES["damaged"])
