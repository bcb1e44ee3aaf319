"""Writing a backup: never over another file, whole or not at all, for the eyes of its owner only."""

import errno
import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from seren.doors.commands.archive.manifest import MANIFEST, Manifest, Member, Seal
from seren.doors.commands.telling import Trouble

BLOCK = 1 << 20
# Times inside the zip tell nothing: the manifest says when the backup was made.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Part:
    """A file to take in, under a name; packed where that is worth it."""

    name: str
    path: Path
    packed: bool = False


Describe = Callable[[tuple[Member, ...]], Manifest]


def write(target: Path, parts: Iterable[Part], describe: Describe, told: Callable[[int], None]) -> Manifest:
    """Write the backup to `target`. Raises Trouble where there is a file already, or no room.

    `told` is called with the bytes taken in so far. A part that is gone when its turn comes (a picture
    erased meanwhile) is left out.
    """
    if target.exists():
        raise Trouble(f"{target} is there already. A backup never overwrites a file.")
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with suppress(FileNotFoundError):
            unfinished.unlink()
        manifest = _write(unfinished, parts, describe, told)
        _put_in_place(unfinished, target)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise Trouble(f"There is no room for the backup at {target}. Nothing was written.") from error
        raise Trouble(f"The backup cannot be written: {error}.") from error
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    return manifest


def write_whole(target: Path, content: bytes) -> None:
    """A file of these bytes, as a backup is written: never over another, whole or not at all."""
    unfinished = target.with_name(f".{target.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(unfinished, target)
    except OSError as error:
        raise Trouble(f"The backup cannot be written: {error}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _write(path: Path, parts: Iterable[Part], describe: Describe, told: Callable[[int], None]) -> Manifest:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as file:
        with zipfile.ZipFile(file, "w", allowZip64=True) as archive:
            members: list[Member] = []
            for part in parts:
                if member := _take_in(archive, file, part):
                    members.append(member)
                    told(sum(one.size for one in members))
            manifest = describe(tuple(members))
            starts = archive.start_dir
            archive.writestr(_info(MANIFEST), manifest.to_bytes())
            ends = archive.start_dir
            archive.comment = Seal(starts, ends, "0" * 64, "0" * 64).to_bytes()
        _seal(file, starts, ends)
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _take_in(archive: zipfile.ZipFile, file: BinaryIO, part: Part) -> Member | None:
    try:
        source = os.fdopen(os.open(part.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb")
    except FileNotFoundError:
        return None
    starts, content, size = archive.start_dir, hashlib.sha256(), 0
    with source, archive.open(_info(part.name, part.packed), "w", force_zip64=True) as packed:
        while block := source.read(BLOCK):
            packed.write(block)
            content.update(block)
            size += len(block)
    ends = archive.start_dir
    # Read back from the file, as a restore will.
    return Member(part.name, size, content.hexdigest(), starts, ends, digest(file, starts, ends))


def _info(name: str, packed: bool = False) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NO_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    info.external_attr = 0o600 << 16
    return info


def _seal(file: BinaryIO, starts: int, ends: int) -> None:
    size = file.seek(0, os.SEEK_END)
    comment = len(Seal(0, 0, "0" * 64, "0" * 64).to_bytes())
    seal = Seal(starts, ends, digest(file, starts, ends), digest(file, 0, size - comment))
    file.seek(size - comment)
    file.write(seal.to_bytes())


def digest(file: BinaryIO, starts: int, ends: int) -> str:
    """sha256 of a stretch of the file. Leaves the file where it was."""
    before = file.tell()
    file.flush()
    file.seek(starts)
    whole, left = hashlib.sha256(), ends - starts
    while left and (block := file.read(min(BLOCK, left))):
        whole.update(block)
        left -= len(block)
    file.seek(before)
    return whole.hexdigest()


def _put_in_place(unfinished: Path, target: Path) -> None:
    """Under its name, which nobody else may have taken meanwhile."""
    try:
        os.link(unfinished, target)
    except FileExistsError:
        raise Trouble(f"{target} is there already. A backup never overwrites a file.") from None
    except OSError:  # a file system without links
        if target.exists():
            raise Trouble(f"{target} is there already. A backup never overwrites a file.") from None
        os.replace(unfinished, target)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
