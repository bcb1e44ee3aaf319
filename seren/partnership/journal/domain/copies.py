"""Where photos went: noted when staff put one up, or a family takes one along; taken down again (C-04)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, find, system, visible
from seren.foundation.audit.door import record
from seren.foundation.deadlines.door import AlreadyRunning, meet, reopen
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.kernel.text import clean_line
from seren.foundation.media.door import MediaAction, every_child, marked_with, some_child
from seren.partnership.journal.domain.clocks import COPIES, open_clock
from seren.partnership.journal.models import Copy, CopyChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.policies.photos import GUARDIAN, VIEWER, may_go_to
from seren.partnership.journal.terms import ASKS_FOR, BY_FAMILY, NAMED_PLACES, CopyPlace, JournalEvent


def note_copy(*, actor: Actor, photo: UUID, place: CopyPlace, where: str, now: datetime) -> Copy:
    """A photo is put up somewhere: only where every family in it said yes to just that (C-08).

    `where` is the named thing a yes was given for: the page, the paper, the student.
    """
    where = clean_line(where)
    if place in BY_FAMILY:
        raise Refused("place-unknown", _("Choose where the photo goes."), "place")
    if not where:
        raise Refused("where-missing", _("Write where it is. Then it can be found again."), "where")
    with acting(actor, JournalAction.NOTE_COPY, photo):
        row = _photos().filter(pk=photo).get()
        scope = where if place in NAMED_PLACES else ""
        open_to = every_child(may_go_to(ASKS_FOR[place], actor, scope=scope))
        if not _photos().filter(open_to, pk=photo).exists():
            words = _("Not every family in it said yes to this. Choose another photo, or let words do.")
            raise Refused("no-yes", words, "place")
        copy = _copy(actor, row, place, where, now)
        copy.save(force_insert=True)
        _put_in(copy, marked_with(photo).values_list("subject_id", flat=True))
        _note(actor, JournalEvent.COPY_NOTED, copy, now)
    return copy


def took_along(*, actor: Actor, place: CopyPlace, where: str, now: datetime, **photos: Any) -> None:
    """A family opened photos of other children to print or keep. Written once, as what was seen is.

    Photos of their own children alone are not noted, nor what staff see at work.
    """
    theirs = GUARDIAN.when(actor) | VIEWER.when(actor)
    held = system(SystemReason.WRITING, Copy).filter(place=place, made_by=actor.person, gone_at__isnull=True)
    fresh = visible(actor, MediaAction.SEE_PHOTO, apps.get_model("media.Photo")).filter(**photos)
    fresh = fresh.exclude(pk__in=held.values("photo")).filter(some_child(~theirs))
    if actor.at_work:  # what they see at work they do not take home: only where a child of theirs is in it
        fresh = fresh.filter(some_child(theirs))
    rows = list(fresh)
    if not rows:
        return
    with db.writing(housekeeping=True):
        for row in rows:
            copy = _copy(actor, row, place, where, now)
            copy.save(force_insert=True)
            _put_in(copy, marked_with(row.pk).exclude(theirs).values_list("subject_id", flat=True))
            _note(actor, JournalEvent.COPY_TAKEN, copy, now)


def opened_large(actor: Actor, photo: UUID) -> None:
    took_along(actor=actor, place=CopyPlace.LARGE, where="", now=actor.at, pk=photo)


def take_down(*, actor: Actor, copy: UUID, now: datetime) -> None:
    """Somebody looked: it does not hang there any more, or the family was asked."""
    with acting(actor, JournalAction.MIND_COPIES, copy):
        row = _held(actor, copy)
        if row.gone_at is not None:
            raise Refused("gone", _("Somebody has done this already."))
        row.gone_at, row.gone_by_id = now, actor.person
        row.save(update_fields=["gone_at", "gone_by"])
        meet(COPIES.code, row, now=now)
        _note(actor, JournalEvent.COPY_GONE, row, now)


def put_back(*, actor: Actor, copy: UUID, now: datetime) -> None:
    """It was a mistake: the copy is still there, and its day is what it was."""
    with acting(actor, JournalAction.MIND_COPIES, copy):
        row = _held(actor, copy)
        if row.gone_at is None:
            return
        row.gone_at = row.gone_by_id = None
        row.save(update_fields=["gone_at", "gone_by"])
        reopen(COPIES.code, row)
        _note(actor, JournalEvent.COPY_THERE, row, now)


def open_tasks(copies: Iterable[Copy], now: datetime) -> None:
    """Within the section of whoever took a yes back, or keeps a child out: each has a day to be gone by."""
    for copy in copies:
        try:
            open_clock(COPIES, copy, copy.setting_id, now)
        except AlreadyRunning:
            continue


def after_a_no(child: UUID, setting: UUID, code: str, now: datetime) -> None:
    """A yes to pictures was taken back, or a no was said."""
    places = [place for place, asked in ASKS_FOR.items() if asked == code]
    if places:
        open_tasks(_there(child).filter(setting=setting, place__in=places), now)


def after_kept_out(child: UUID, now: datetime) -> None:
    open_tasks(_there(child), now)


def _there(child: UUID) -> "QuerySet[Copy]":
    return system(SystemReason.WRITING, Copy).filter(children__child=child, gone_at__isnull=True)


def _photos() -> Any:
    return system(SystemReason.WRITING, apps.get_model("media.Photo"))


def _held(actor: Actor, copy: UUID) -> Copy:
    return find(actor, JournalAction.MIND_COPIES, Copy, copy)


def _copy(actor: Actor, photo: Any, place: CopyPlace, where: str, now: datetime) -> Copy:
    return Copy(
        provider_id=photo.provider_id,
        photo=photo.pk,
        setting_id=photo.setting_id,
        place=place,
        where=where,
        made_by_id=actor.person,
        made_at=now,
    )


def _put_in(copy: Copy, children: Iterable[UUID]) -> None:
    rows = [CopyChild(provider_id=copy.provider_id, copy=copy, child_id=child) for child in children]
    system(SystemReason.WRITING, CopyChild).bulk_create(rows)


def _note(actor: Actor, event: JournalEvent, copy: Copy, now: datetime) -> None:
    details = {"photo": str(copy.photo), "place": copy.place}
    record(actor, event, copy, now=now, setting=copy.setting_id, details=details)
