"""Photos of who collects, to whoever sees that collector: for their page, and for the door."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.media import door as media
from seren.foundation.rules import door as rules
from seren.foundation.ui.door import PhotoShown
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import COLLECTOR_PHOTO

_BIN = rules.need("bin.length")
SIZES = (media.Size.THUMB.value, media.Size.PAGE.value)  # nobody needs a larger one: it is for comparing


@dataclass(frozen=True, slots=True)
class CollectorPhoto:
    """`sorry`: a sentence in place of a photo that could not be read."""

    name: str
    photo: PhotoShown
    large: PhotoShown
    sorry: "str | Promise" = ""


def collector_photos(actor: Actor, named: Mapping[UUID, str], child: str) -> dict[UUID, CollectorPhoto]:
    """Of those with a photo. `named`: how each collector is called; `child`: how the child is. One query."""
    seen = media.photos_of(actor, COLLECTOR_PHOTO, named, FamilyAction.SEE_COLLECTOR_PHOTO)
    return {row: _shown(photos[-1], named[row], child) for row, photos in seen.items()}


def days_in_bin(at: datetime) -> int:
    """How long a photo lies in the bin before it is erased."""
    return rules.value("england", _BIN, clock.day_of(at)).number


def _shown(photo: media.Shown, name: str, child: str) -> CollectorPhoto:
    alt = _("Photo of %(name)s, who may collect %(child)s") % {"name": name, "child": child}
    small, large = (_sized(photo, size, alt) for size in SIZES)
    return CollectorPhoto(name, small, large, photo.sorry)


def _sized(photo: media.Shown, size: str, alt: str) -> PhotoShown:
    width, height = photo.fitted(size)
    return PhotoShown(f"/photos/collectors/{photo.id}/{size}/", width, height, alt, ready=photo.ready)
