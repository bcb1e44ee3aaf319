"""Where pictures lie: `media/<first 2 of id>/<id>/<size>.jpg`, uploads in `media/incoming/`.

No step below the media folder may be a link: whoever can place one there could make us read elsewhere.
"""

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

INCOMING = "incoming"
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY  # a pipe in our way must not hold us


def root() -> Path:
    return Path(settings.MEDIA)


def folder(*steps: str, make: bool = False) -> Path:
    """The folder at the end of `steps`. Raises FileNotFoundError at a link, or where there is none."""
    here = root()
    if make:
        here.mkdir(parents=True, exist_ok=True, mode=0o700)
    for step in steps:
        here = here / step
        if make and not here.is_symlink():
            here.mkdir(exist_ok=True, mode=0o700)
        if here.is_symlink() or not here.is_dir():
            raise FileNotFoundError(here)
    return here


def place_of(photo: UUID, *, make: bool = False) -> Path:
    return folder(str(photo)[:2], str(photo), make=make)


def open_plain(path: Path) -> BinaryIO:
    """A plain file, for reading. Raises FileNotFoundError where it is a link or anything else."""
    try:
        found = os.open(path, _READ)
    except OSError as absent:
        raise FileNotFoundError(path) from absent
    if path.is_symlink() or not stat.S_ISREG(os.fstat(found).st_mode):
        os.close(found)
        raise FileNotFoundError(path)
    return os.fdopen(found, "rb")


def open_size(photo: UUID, size: str) -> BinaryIO:
    """One size of a picture. Raises FileNotFoundError."""
    return open_plain(place_of(photo) / f"{size}.jpg")


def put(photo: UUID, size: str, made: Path) -> None:
    """Bring a finished file, already safe on the disk, to its place, all at once. Raises OSError."""
    place = place_of(photo, make=True)
    os.replace(made, place / f"{size}.jpg")
    _settle_folder(place)


def copy_size(photo: UUID, size: str, to: Path) -> None:
    """A copy of one size, safe on the disk."""
    with open_size(photo, size) as made, to.open("xb") as copy:
        shutil.copyfileobj(made, copy)
        copy.flush()
        os.fsync(copy.fileno())


def remove(photo: UUID) -> None:
    """All sizes of a picture, and its folder. Nothing there is no fault."""
    with contextlib.suppress(FileNotFoundError):
        place = place_of(photo)
        shutil.rmtree(place)
        _settle_folder(place.parent)


def create_incoming(name: str) -> BinaryIO:
    """A new, empty file for an upload, readable by us alone."""
    path = folder(INCOMING, make=True) / name
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY
    return os.fdopen(os.open(path, flags, 0o600), "w+b")


def open_incoming(name: str) -> BinaryIO:
    return open_plain(folder(INCOMING) / name)


def settle_incoming(file: BinaryIO) -> None:
    """The upload's bytes and its name survive a power cut."""
    file.flush()
    os.fsync(file.fileno())
    _settle_folder(folder(INCOMING))


def remove_incoming(name: str) -> None:
    if name:
        with contextlib.suppress(FileNotFoundError):
            (folder(INCOMING) / name).unlink()


@contextlib.contextmanager
def workplace(name: str) -> Iterator[Path]:
    """An empty folder to make the sizes of one upload in, on the same disk; gone afterwards."""
    place = folder(INCOMING, make=True) / f"{name}.work"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def incoming_before(instant: float) -> list[str]:
    """Names in `incoming/` last written before that instant (seconds since 1970)."""
    try:
        found = list(os.scandir(folder(INCOMING)))
    except FileNotFoundError:
        return []
    old = []
    for entry in found:
        with contextlib.suppress(FileNotFoundError):
            if entry.stat(follow_symlinks=False).st_mtime < instant:
                old.append(entry.name)
    return old


def clear_incoming(name: str) -> None:
    """Remove whatever has that name in `incoming/`: an upload, a link, a workplace left behind."""
    with contextlib.suppress(FileNotFoundError):
        path = folder(INCOMING) / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _settle_folder(path: Path) -> None:
    if os.name != "posix":
        return
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
