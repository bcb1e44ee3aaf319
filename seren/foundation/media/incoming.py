"""Taking an upload in: streamed to disk, measured, looked at. Slow, so it comes before the verb writes."""

import hashlib
import secrets
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol

from django.conf import settings
from django.db import DatabaseError

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import db
from seren.foundation.media import process, sniffing, store
from seren.foundation.media.models import Photo
from seren.foundation.media.refusals import refused

_CHUNK = 1024 * 1024


class Readable(Protocol):
    """An open file, or what a form field holds."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True)
class Received(AbstractContextManager["Received"]):
    """An upload on our disk that looks like a photo. Used in a `with`: if the verb fails, it is removed."""

    upload: str
    content: str
    width: int
    height: int

    def __exit__(
        self, kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if kind is not None:
            with suppress(DatabaseError):  # the sweep finds what stays behind
                let_go(self.upload)


def receive(upload: Readable | Path) -> Received:
    """Stream an upload in and read its header in a process of its own. Raises Refused.

    Hand what comes back to `keep` within the verb's writing section.
    """
    if db.in_writing():
        raise RuntimeError("receive is slow: it comes before the writing section")
    if isinstance(upload, Path):
        with upload.open("rb") as file:
            return receive(file)
    name = secrets.token_hex(16)
    try:
        with store.create_incoming(name) as file:
            content = _stream(upload, file)
            width, height = _look(file)
            store.settle_incoming(file)
    except BaseException:
        store.remove_incoming(name)
        raise
    return Received(name, content, width, height)


def let_go(upload: str) -> None:
    """Remove an upload unless a picture counts on it."""
    if not system(SystemReason.SWEEPING, Photo).filter(upload=upload).exclude(upload="").exists():
        store.remove_incoming(upload)


def kind_of(file: BinaryIO) -> str:
    file.seek(0)
    return sniffing.kind_of(file.read(sniffing.HEAD))


def _stream(upload: Readable, file: BinaryIO) -> str:
    digest, size = hashlib.sha256(), 0
    while chunk := upload.read(_CHUNK):
        size += len(chunk)
        if size > settings.MAX_UPLOAD_BYTES:
            raise refused("too-large")
        digest.update(chunk)
        file.write(chunk)
    if size == 0:
        raise refused("empty")
    file.flush()
    return digest.hexdigest()


def _look(file: BinaryIO) -> tuple[int, int]:
    kind = kind_of(file)
    if kind not in sniffing.KINDS:
        raise refused("not-a-photo", looks_like=kind)
    try:
        return process.look(kind, file)
    except process.Unreadable as unfit:
        raise refused(unfit.code) from unfit
    except process.Unmade as busy:
        raise refused("busy") from busy
