"""Photos of a moment: kept with the children in them; put in the bin and taken out again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media.door import Received, bin_photo, keep, photos_of
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import PHOTOS_OF, JournalEvent


@dataclass(frozen=True)
class Picture:
    """A picture taken in, and which of the moment's children are in it (none given: all of them)."""

    id: UUID
    received: Received
    children: tuple[UUID, ...] = ()
    alt: str = ""
    alt_language: str = ""


def add_photo(*, actor: Actor, moment: Moment, picture: Picture, now: datetime) -> None:
    """Another photo, for a moment one may still change. The same id and picture is the same photo."""
    with acting(actor, JournalAction.ADD_PHOTO, moment):
        keep_photo(actor, moment, picture, now)
        details = {"photo": str(picture.id)}
        record(actor, JournalEvent.PHOTO_ADDED, moment, now=now, setting=moment.setting_id, details=details)


def keep_photo(actor: Actor, moment: Moment, picture: Picture, now: datetime) -> None:
    """The photo's rows, within the verb's section."""
    held = system(SystemReason.WRITING, MomentChild).filter(moment=moment)
    together = set(held.values_list("child_id", flat=True))
    in_it = set(picture.children) or together
    if not in_it <= together:
        raise Refused("not-in-moment", _("Only children in this moment can be in its photo."), "children")
    keep(
        picture.received,
        actor=actor,
        setting=moment.setting_id,
        photo=picture.id,
        belongs_to=(PHOTOS_OF, moment.id),
        subjects=sorted(in_it),
        alt=picture.alt,
        alt_language=picture.alt_language,
        now=now,
    )


def remove_photo(*, actor: Actor, moment: Moment, photo: UUID, now: datetime) -> None:
    """Into the bin: out of every page at once, gone after the product's days. Only a photo of this moment."""
    with acting(actor, JournalAction.ADD_PHOTO, moment):
        if photo not in {held.id for held in photos_of(actor, PHOTOS_OF, [moment.pk]).get(moment.pk, ())}:
            raise NotThere("photo")
        bin_photo(actor=actor, photo=photo, now=now)
        details = {"photo": str(photo)}
        record(actor, JournalEvent.PHOTO_BINNED, moment, now=now, setting=moment.setting_id, details=details)
