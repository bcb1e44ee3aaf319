"""Once a day: what was left behind goes, what has been in the bin long enough is erased."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import db
from seren.foundation.media import keeping, store
from seren.foundation.media.models import ErasedPhoto, Photo

# Technical, not policy: longer than any upload takes, and than a job that is tried again.
_LEFT_BEHIND = timedelta(hours=24)
_FILES_AGAIN = timedelta(hours=24 * 8)
_BATCH = 100


@dataclass(frozen=True, slots=True)
class Swept:
    uploads: int
    erased: int


def sweep(*, bin_days: int, now: datetime) -> Swept:
    """Uploads no picture counts on, older than a day; pictures in the bin for `bin_days` or more."""
    erased = _empty_bin(bin_days, now)
    _erased_files(now)
    return Swept(_uploads(now), erased)


def _uploads(now: datetime) -> int:
    old = store.incoming_before((now - _LEFT_BEHIND).timestamp())
    wanted = set(system(SystemReason.SWEEPING, Photo).filter(upload__in=old).values_list("upload", flat=True))
    left = [name for name in old if name not in wanted]
    for name in left:
        store.clear_incoming(name)
    return len(left)


def _empty_bin(days: int, now: datetime) -> int:
    over = system(SystemReason.SWEEPING, Photo).filter(binned_at__lte=now - timedelta(days=days))
    total = 0
    while photos := list(over.values_list("pk", flat=True)[:_BATCH]):
        with db.writing():
            total += keeping.erase(actor=None, photos=photos, rule="bin", now=now)
    return total


def _erased_files(now: datetime) -> None:
    """Files of lately erased pictures, should the machine have stopped between row and file."""
    lately = system(SystemReason.SWEEPING, ErasedPhoto).filter(erased_at__gte=now - _FILES_AGAIN)
    for photo in lately.values_list("pk", flat=True):
        store.remove(photo)
