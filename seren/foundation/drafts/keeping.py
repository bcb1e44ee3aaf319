"""Keeping, offering and dropping drafts. All of it is housekeeping: no record changes, nobody is told."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from seren.foundation.drafts.forms import worth_keeping
from seren.foundation.drafts.models import Draft
from seren.foundation.drafts.slots import slot
from seren.foundation.kernel import clock, db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import KeyMissing

_LARGEST = 200_000  # bytes of one draft: many times the longest form
_MOST = 20  # drafts of one browser: the oldest make room
_REPLACED = ["body", "had_files", "sealed_on", "kept_at", "ends_at"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it is offered: the fields as they were typed, when, and for how long still."""

    body: dict[str, list[str]]
    kept_at: datetime
    ends_at: datetime
    had_files: bool

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to tell the person above the form."""
        times = {"kept": _told(self.kept_at), "until": _told(self.ends_at)}
        here = _("Your words from %(kept)s are still here. We keep them for you until %(until)s.") % times
        return (here, _("We did not keep your photos. Choose them again.")) if self.had_files else (here,)


def keep(
    *,
    person: UUID | None,
    browser: str,
    form: str,
    body: Mapping[str, Sequence[str]],
    now: datetime,
    until: datetime,
    about: str = "",
    files: bool = False,
) -> bool:
    """Keep what was typed until `until`, in place of what this form held before. False: nothing to keep.

    `person` is whom the form was shown to; None only where nobody was signed in then either. `files`
    says that files came along: they are not kept, and the person is told. Raises UnknownForm.
    """
    fields = worth_keeping(form, body)
    if not fields:
        return False
    if len(json.dumps(fields)) > _LARGEST:
        raise Refused("too-much-to-keep", _("This is too long for us to keep. Copy it somewhere safe first."))
    draft = Draft(
        id=slot(person, browser, form, about),
        person_id=person,
        browser_digest=ids.digest(browser),
        form=form,
        about=about,
        body=fields,
        had_files=files,
        sealed_on=clock.day_of(now),
        kept_at=now,
        ends_at=until,
    )
    with db.writing(housekeeping=True):
        Draft.objects.bulk_create(
            [draft], update_conflicts=True, unique_fields=["id"], update_fields=_REPLACED
        )
        _make_room(ids.digest(browser))
    return True


def take_up(*, person: UUID | None, browser: str, form: str, now: datetime, about: str = "") -> Kept | None:
    """What this person typed here and has not sent. It stays until dropped: an answer may get lost.

    Never another person's: not somebody else's at the same browser, not the same person's elsewhere, and
    to nobody signed in what was typed while nobody was.
    """
    draft = Draft.objects.filter(pk=slot(person, browser, form, about), ends_at__gt=now).first()
    if draft is None or (draft.person_id, bytes(draft.browser_digest)) != (person, ids.digest(browser)):
        return None
    try:
        return Kept(draft.body, draft.kept_at, draft.ends_at, draft.had_files)
    except KeyMissing:
        return None


def drop(*, person: UUID | None, browser: str, form: str, about: str = "") -> None:
    """It was sent, or the person wants to begin again."""
    with db.writing(housekeeping=True):
        Draft.objects.filter(pk=slot(person, browser, form, about)).delete()


def forget(person: UUID) -> None:
    """All drafts of a person who is erased."""
    with db.writing(housekeeping=True):
        Draft.objects.filter(person_id=person).delete()


def sweep(now: datetime) -> int:
    """Delete the drafts whose time is over; how many."""
    with db.writing(housekeeping=True):
        gone, _each = Draft.objects.filter(ends_at__lte=now).delete()
    return gone


def _make_room(browser: bytes) -> None:
    kept = Draft.objects.filter(browser_digest=browser).order_by("-kept_at", "pk")
    Draft.objects.filter(pk__in=list(kept.values_list("pk", flat=True)[_MOST:])).delete()


def _told(at: datetime) -> str:
    return date_format(clock.local(at), "j F, H:i")
