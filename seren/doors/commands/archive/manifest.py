"""What a backup says of itself: the manifest inside, and the seal at the end of the file."""

import json
import re
from dataclasses import asdict, dataclass
from typing import BinaryIO

MANIFEST = "MANIFEST.json"
FORMAT = 1
_SEAL = re.compile(rb"seren-backup 1 (\d{20}) (\d{20}) ([0-9a-f]{64}) ([0-9a-f]{64})\n")
SEAL_LENGTH = len("seren-backup 1 ") + 20 + 1 + 20 + 1 + 64 + 1 + 64 + 1
# A member's name is a path below the data folder, of plain parts: it can lead nowhere else.
_PART = r"[A-Za-z0-9_-][A-Za-z0-9._-]*"
_NAME = re.compile(rf"database\.(sqlite3|pgdump)|media/({_PART}/)*{_PART}")


class Damaged(Exception):
    """The file is not what was written. `part` names the first part of it that is not."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True)
class Member:
    """One file inside: its content, and the stretch of the backup that holds it with its header."""

    name: str
    size: int
    sha256: str
    starts: int
    ends: int
    stretch: str  # sha256 of the bytes from `starts` to `ends`


@dataclass(frozen=True)
class Manifest:
    """Everything in the backup, and what kind of installation it was taken of."""

    made_at: str
    kind: str
    database: str  # "sqlite" or "postgresql"
    fingerprint: str
    members: tuple[Member, ...]
    format: int = FORMAT

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1).encode() + b"\n"


@dataclass(frozen=True)
class Seal:
    starts: int
    ends: int
    manifest: str
    whole: str

    def to_bytes(self) -> bytes:
        words = f"seren-backup 1 {self.starts:020d} {self.ends:020d} {self.manifest} {self.whole}\n"
        return words.encode()


def read_seal(file: BinaryIO, size: int) -> Seal:
    """The last bytes of the file. Raises Damaged where they are no seal."""
    file.seek(max(0, size - SEAL_LENGTH))
    said = _SEAL.fullmatch(file.read())
    if said is None:
        raise Damaged("the seal at its end (the file is cut short, or is no backup of Seren)")
    seal = Seal(int(said[1]), int(said[2]), said[3].decode(), said[4].decode())
    if not 0 <= seal.starts < seal.ends <= size:
        raise Damaged("the seal at its end")
    return seal


def parse(raw: bytes) -> Manifest:
    """The manifest, once its digest has been found right. Raises Damaged where it makes no sense."""
    try:
        said = json.loads(raw)
        members = tuple(Member(**member) for member in said.pop("members"))
        manifest = Manifest(members=members, **said)
    except (ValueError, TypeError, KeyError) as broken:
        raise Damaged(MANIFEST) from broken
    if manifest.format != FORMAT:
        raise Damaged(f"{MANIFEST}: it is of format {manifest.format}, this Seren reads {FORMAT}")
    _check_members(manifest)
    return manifest


def _check_members(manifest: Manifest) -> None:
    """Names that stay below the folder, each once; stretches that touch, from the first byte on."""
    names = [member.name for member in manifest.members]
    if len(set(names)) != len(names):
        raise Damaged(f"{MANIFEST}: a name stands in it twice")
    at = 0
    for member in manifest.members:
        if not _NAME.fullmatch(member.name):
            raise Damaged(f"{MANIFEST}: {member.name!r} is no name of a backup's part")
        if member.starts != at or member.ends < at:
            raise Damaged(f"{MANIFEST}: {member.name} does not lie where it should")
        at = member.ends
