"""Photos of a moment: kept with the children in them; put in the bin and taken out again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media.door import Received, bin_photo, keep, mark_children, photos_of
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.keptback import photos_kept_out
from seren.partnership.journal.terms import PHOTOS_OF, JournalEvent, Origin


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
    in_it = _in_moment(moment, picture.children)
    if moment.origin == Origin.SETTING and photos_kept_out(actor, in_it):
        raise Refused(
            "no-photos", _("Of one child here we take no photos. Let words take its place."), "photos"
        )
    keep(
        picture.received,
        actor=actor,
        setting=moment.setting_id,
        photo=picture.id,
        belongs_to=(PHOTOS_OF, moment.id),
        subjects=in_it,
        alt=picture.alt,
        alt_language=picture.alt_language,
        now=now,
    )


def mark_photo(
    *, actor: Actor, moment: Moment, photo: UUID, children: Collection[UUID], now: datetime
) -> None:
    """Say who is in a photo of a moment that is not shared yet: whom it reaches hangs on that."""
    with acting(actor, JournalAction.ADD_PHOTO, moment):
        if moment.origin != Origin.SETTING:
            raise NotThere("a star is about one child")
        _own_photo(actor, moment, photo)
        if not children:
            raise Refused(
                "nobody", _("Choose who is in the photo. Without a name nobody sees it."), "children"
            )
        in_it = _in_moment(moment, children)
        mark_children(photo=photo, subjects=in_it)
        details = {"photo": str(photo), "children": [str(child) for child in in_it]}
        record(actor, JournalEvent.PHOTO_MARKED, moment, now=now, setting=moment.setting_id, details=details)


def _in_moment(moment: Moment, children: Collection[UUID]) -> list[UUID]:
    """Those named, of the moment’s children; none named: all of them."""
    held = system(SystemReason.WRITING, MomentChild).filter(moment=moment)
    together = set(held.values_list("child_id", flat=True))
    in_it = set(children) or together
    if not in_it <= together:
        raise Refused("not-in-moment", _("Only children in this moment can be in its photo."), "children")
    return sorted(in_it)


def _own_photo(actor: Actor, moment: Moment, photo: UUID) -> None:
    if photo not in {held.id for held in photos_of(actor, PHOTOS_OF, [moment.pk]).get(moment.pk, ())}:
        raise NotThere("photo")


def remove_photo(*, actor: Actor, moment: Moment, photo: UUID, now: datetime) -> None:
    """Into the bin: out of every page at once, gone after the product's days. Only a photo of this moment."""
    with acting(actor, JournalAction.ADD_PHOTO, moment):
        _own_photo(actor, moment, photo)
        bin_photo(actor=actor, photo=photo, now=now)
        details = {"photo": str(photo)}
        record(actor, JournalEvent.PHOTO_BINNED, moment, now=now, setting=moment.setting_id, details=details)
