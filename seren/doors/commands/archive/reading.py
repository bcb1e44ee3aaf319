"""Reading a backup: all of it is found right before any of it is used."""

import hashlib
import os
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, BinaryIO

from seren.doors.commands.archive.manifest import MANIFEST, Damaged, Manifest, Member, parse, read_seal
from seren.doors.commands.archive.writing import BLOCK


def verify(path: Path, told: Callable[[int, int], None]) -> tuple[Manifest, str]:
    """Read every byte once. Raises Damaged with the name of the first part that is not as it was written.

    `told` is called with the bytes read, and how many there are.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        seal = read_seal(file, size)
        manifest = _manifest(file, seal.starts, seal.ends, seal.manifest)
        if (manifest.members[-1].ends if manifest.members else 0) != seal.starts:
            raise Damaged(f"{MANIFEST}: it does not lie where it should")
        file.seek(0)
        whole = hashlib.sha256()
        for member in manifest.members:
            if _stretch(file, member.ends - member.starts, whole) != member.stretch:
                raise Damaged(member.name)
            told(member.ends, size)
        _stretch(file, size - len(seal.to_bytes()) - seal.starts, whole)
        if whole.hexdigest() != seal.whole:
            raise Damaged("the list of contents after its last member")
    return manifest, seal.whole


def _manifest(file: BinaryIO, starts: int, ends: int, expected: str) -> Manifest:
    file.seek(starts)
    raw = file.read(ends - starts)
    if hashlib.sha256(raw).hexdigest() != expected:
        raise Damaged(MANIFEST)
    # Before the text lies its header in the zip: 30 bytes, then a name and an extra of the lengths it says.
    name, extra = struct.unpack_from("<HH", raw, 26) if len(raw) > 30 else (0, 0)
    return parse(raw[30 + name + extra :])


def _stretch(file: BinaryIO, left: int, whole: "hashlib._Hash") -> str:
    own = hashlib.sha256()
    while left > 0 and (block := file.read(min(BLOCK, left))):
        own.update(block)
        whole.update(block)
        left -= len(block)
    return own.hexdigest()


def unpack(path: Path, manifest: Manifest, folder: Path, told: Callable[[int], None]) -> None:
    """Write every member below `folder`, which is new and ours. Call `verify` first. Raises Damaged."""
    done = 0
    with zipfile.ZipFile(path) as archive:
        for member in manifest.members:
            target = folder / member.name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _unpack_one(archive, member, target)
            done += member.size
            told(done)


def _unpack_one(archive: zipfile.ZipFile, member: Member, target: Path) -> None:
    content, size = hashlib.sha256(), 0
    try:
        with archive.open(member.name) as packed, _new_file(target) as file:
            for block in _blocks(packed):
                size += len(block)
                if size > member.size:  # never more than was said: a small file may unpack without end
                    raise Damaged(member.name)
                file.write(block)
                content.update(block)
            file.flush()
            os.fsync(file.fileno())
    except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as broken:
        raise Damaged(member.name) from broken
    if (size, content.hexdigest()) != (member.size, member.sha256):
        raise Damaged(member.name)


def _blocks(packed: IO[bytes]) -> Iterator[bytes]:
    while block := packed.read(BLOCK):
        yield block


def _new_file(target: Path) -> BinaryIO:
    return os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
