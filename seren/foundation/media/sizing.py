"""The job: from an upload to the three sizes, read back, before the upload goes."""

import contextlib
import secrets
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import db
from seren.foundation.media import incoming, process, sniffing, store
from seren.foundation.media.decoder import shapes
from seren.foundation.media.models import Photo
from seren.foundation.media.terms import MOVES, PhotoState


def make_sizes(photo: UUID) -> None:
    """Make all sizes of a waiting picture; of any other, do nothing. Safe to run again at any point.

    Raises process.Unmade or OSError where the machine, not the picture, is at fault: try later.
    """
    row: Photo | None = system(SystemReason.SWEEPING, Photo).filter(pk=photo).first()
    if row is None or row.state != PhotoState.WAITING:
        return
    try:
        width, height = _make(row)
    except process.Unreadable as unfit:
        _finish(row, PhotoState.REFUSED, refusal=unfit.code)
    else:
        _finish(row, PhotoState.READY, width=width, height=height)


def make_many(photos: Collection[UUID], *, hands: int = 2) -> None:
    """As `make_sizes`, for whoever brings many at once: several at a time, and equal uploads once.

    Raises as `make_sizes` does; what is waiting then is still waiting.
    """
    rows = list(system(SystemReason.SWEEPING, Photo).filter(pk__in=photos, state=PhotoState.WAITING))
    first = {row.content: row for row in reversed(rows)}
    with ThreadPoolExecutor(hands) as pool:  # the rows stay with us: hands only touch files
        made = dict(zip(first, pool.map(_tried, first.values()), strict=True))
    for row in rows:
        shape = made[row.content]
        if isinstance(shape, process.Unreadable):
            _finish(row, PhotoState.REFUSED, refusal=shape.code)
            continue
        if row is not first[row.content]:
            _copy(first[row.content], row)
        _finish(row, PhotoState.READY, width=shape[0], height=shape[1])


def _tried(row: Photo) -> tuple[int, int] | process.Unreadable:
    try:
        return _make(row)
    except process.Unreadable as unfit:
        return unfit


def _copy(made: Photo, row: Photo) -> None:
    with store.workplace(secrets.token_hex(8)) as place:
        for size in shapes.SIZES:
            store.copy_size(made.id, size, place / f"{size}.jpg")
            store.put(row.id, size, place / f"{size}.jpg")


def _make(row: Photo) -> tuple[int, int]:
    with store.workplace(secrets.token_hex(8)) as place:
        try:
            upload = store.open_incoming(row.upload)
        except FileNotFoundError as lost:
            raise process.Unreadable("damaged") from lost
        with upload:
            kind = incoming.kind_of(upload)
            if kind not in sniffing.KINDS:
                raise process.Unreadable("damaged")
            shape = process.make(kind, upload, place)
        for size in shapes.SIZES:
            _check(place / f"{size}.jpg")
            store.put(row.id, size, place / f"{size}.jpg")
    return shape


def _check(made: Path) -> None:
    """What the other process left must look like what it said. The rest is for the reader's browser."""
    try:
        with store.open_plain(made) as file:
            if file.read(3) == b"\xff\xd8\xff":
                return
    except FileNotFoundError:
        pass
    raise process.Unmade(f"{made.name} is no picture")


def _finish(row: Photo, state: PhotoState, **changes: object) -> None:
    before = [came_from for came_from, to in MOVES.items() if state in to]
    with db.writing(housekeeping=True):
        waiting = system(SystemReason.SWEEPING, Photo).filter(pk=row.pk, state__in=before)
        waiting.update(state=state, upload="", **changes)
        erased = not system(SystemReason.SWEEPING, Photo).filter(pk=row.pk).exists()
    if erased:
        store.remove(row.id)
    with contextlib.suppress(OSError):  # the sweep removes what stays behind
        store.remove_incoming(row.upload)
