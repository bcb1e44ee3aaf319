"""A received upload becomes a picture of a row; pictures go in the bin, come out, and are erased.

All of these run within the writing section of a room's verb, which has asked whether the actor may.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, system
from seren.foundation.audit.door import record
from seren.foundation.jobs.door import enqueue
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.kernel.text import clean_line
from seren.foundation.media import incoming, store
from seren.foundation.media.models import ErasedPhoto, Photo, PhotoSubject
from seren.foundation.media.refusals import refused
from seren.foundation.media.terms import MediaEvent

ALT_LENGTH = 500
MAKE_SIZES = "media.make_sizes"  # the job, in tasks


def keep(
    received: incoming.Received,
    *,
    actor: Actor,
    setting: UUID,
    photo: UUID,
    belongs_to: tuple[str, UUID],
    subjects: Collection[UUID],
    alt: str = "",
    alt_language: str = "",
    now: datetime,
) -> Photo:
    """The picture, from now on a row. Its sizes are made by a job queued in the same transaction.

    `belongs_to` is the label and id of the row it is added to; `subjects` are the children in it, at least
    one. The same id with the same content is the same picture: the first one is answered, nothing changes.
    Raises Refused (`conflict`, `erased`, `too-long`), and NotThere where the id is somebody else's.
    """
    if not db.in_writing():
        raise RuntimeError("keep belongs in the verb's writing section")
    if not subjects:
        raise ValueError("a picture shows at least one child")
    alt = clean_line(alt)
    if len(alt) > ALT_LENGTH:
        raise Refused("too-long", _("This description is too long. Use at most 500 letters."), field="alt")
    if system(SystemReason.WRITING, ErasedPhoto).filter(pk=photo, provider_id=actor.provider).exists():
        raise refused("erased")
    fresh = Photo(
        id=photo,
        provider_id=actor.provider,
        setting_id=setting,
        belongs_to_type=belongs_to[0],
        belongs_to_id=belongs_to[1],
        taken_by=actor.person,
        width=received.width,
        height=received.height,
        content=received.content,
        upload=received.upload,
        alt=alt,
        alt_language=alt_language,
        children=len(set(subjects)),
        made_at=now,
    )
    return _existing(fresh) or _inserted(fresh, subjects, now)


def _existing(fresh: Photo) -> Photo | None:
    """The picture that already has this id, where it is the same one."""
    found: Photo | None = system(SystemReason.WRITING, Photo).filter(pk=fresh.pk).first()
    if found is None:
        return None
    mine = ("provider_id", "taken_by", "belongs_to_type", "belongs_to_id")
    if any(getattr(found, name) != getattr(fresh, name) for name in mine):
        raise NotThere("a picture of another")
    if found.content != fresh.content:
        raise refused("conflict")
    spare = fresh.upload
    transaction.on_commit(lambda: incoming.let_go(spare))
    return found


def _inserted(fresh: Photo, subjects: Collection[UUID], now: datetime) -> Photo:
    try:
        with transaction.atomic():
            fresh.save(force_insert=True)
            _mark(fresh, subjects)
    except IntegrityError:  # the same request, twice at once
        found = _existing(fresh)
        if found is None:
            raise
        return found
    ids = {"photo": fresh.id}
    enqueue(MAKE_SIZES, ids, run_at=now, key=str(fresh.id), provider=fresh.provider_id)
    return fresh


def _mark(photo: Photo, subjects: Iterable[UUID]) -> None:
    rows = [
        PhotoSubject(provider_id=photo.provider_id, photo=photo, subject_id=subject)
        for subject in sorted(set(subjects))
    ]
    system(SystemReason.WRITING, PhotoSubject).bulk_create(rows)


def mark_children(*, photo: UUID, subjects: Collection[UUID]) -> None:
    """Say anew which children are in the picture, at least one. The room's verb records it."""
    if not subjects:
        raise ValueError("a picture shows at least one child")
    row = _row(photo)
    system(SystemReason.WRITING, PhotoSubject).filter(photo=row).exclude(subject_id__in=subjects).delete()
    there = system(SystemReason.WRITING, PhotoSubject).filter(photo=row).values_list("subject_id", flat=True)
    _mark(row, set(subjects) - set(there))
    system(SystemReason.WRITING, Photo).filter(pk=photo).update(children=len(set(subjects)))


def bin_photo(*, actor: Actor | None, photo: UUID, now: datetime) -> None:
    """Out of every list; erased when the bin's days are over. Binned already: nothing changes."""
    row = _row(photo)
    if system(SystemReason.WRITING, Photo).filter(pk=photo, binned_at=None).update(binned_at=now):
        record(actor, MediaEvent.BINNED, row, now=now, setting=row.setting_id)


def bin_photos_of(
    *, actor: Actor | None, belongs_to: tuple[str, Collection[UUID]], now: datetime, spare: UUID | None = None
) -> int:
    """All pictures of these rows into the bin, but for `spare`."""
    label, rows = belongs_to
    held = system(SystemReason.WRITING, Photo).filter(
        belongs_to_type=label, belongs_to_id__in=rows, binned_at__isnull=True
    )
    photos = [photo for photo in held.values_list("pk", flat=True) if photo != spare]
    for photo in photos:
        bin_photo(actor=actor, photo=photo, now=now)
    return len(photos)


def binned_last(belongs_to: tuple[str, UUID]) -> datetime | None:
    """When the newest of a row's pictures went into the bin. None where one stands, or none is in the bin."""
    label, row = belongs_to
    held = system(SystemReason.WRITING, Photo).filter(belongs_to_type=label, belongs_to_id=row)
    instants = list(held.values_list("binned_at", flat=True))
    gone = [at for at in instants if at is not None]
    return max(gone, default=None) if len(gone) == len(instants) else None


def take_out_binned(*, actor: Actor, belongs_to: tuple[str, UUID], binned_at: datetime, now: datetime) -> int:
    """The pictures of a row that went into the bin together, at that instant, come out together."""
    label, row = belongs_to
    binned = system(SystemReason.WRITING, Photo).filter(
        belongs_to_type=label, belongs_to_id=row, binned_at=binned_at
    )
    photos = list(binned.values_list("pk", flat=True))
    for photo in photos:
        take_out_of_bin(actor=actor, photo=photo, now=now)
    return len(photos)


def take_out_of_bin(*, actor: Actor, photo: UUID, now: datetime) -> None:
    row = _row(photo)
    if system(SystemReason.WRITING, Photo).filter(pk=photo, binned_at__isnull=False).update(binned_at=None):
        record(actor, MediaEvent.TAKEN_OUT, row, now=now, setting=row.setting_id)


def erase(*, actor: Actor | None, photos: Iterable[UUID], rule: str, now: datetime) -> int:
    """Rows at once, files as soon as the transaction is safe. `rule` says by which rule or wish."""
    rows = list(system(SystemReason.WRITING, Photo).filter(pk__in=list(photos)))
    for row in rows:
        record(actor, MediaEvent.ERASED, row, now=now, setting=row.setting_id, details={"rule": rule})
    gone = [ErasedPhoto(id=row.id, provider_id=row.provider_id, erased_at=now, rule=rule) for row in rows]
    system(SystemReason.WRITING, ErasedPhoto).bulk_create(gone)
    system(SystemReason.WRITING, Photo).filter(pk__in=[row.pk for row in rows]).delete()
    transaction.on_commit(lambda: _remove_files([(row.id, row.upload) for row in rows]))
    return len(rows)


def _remove_files(files: list[tuple[UUID, str]]) -> None:
    for photo, upload in files:
        store.remove(photo)
        store.remove_incoming(upload)


def _row(photo: UUID) -> Photo:
    row: Photo | None = system(SystemReason.WRITING, Photo).filter(pk=photo).first()
    if row is None:
        raise NotThere("picture")
    return row
