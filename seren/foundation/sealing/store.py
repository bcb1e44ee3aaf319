"""The key store: one wrapped data key per subject, in a file of its own beside the database, never in it."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from sqlite3 import Connection
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from seren.foundation.sealing import erased, root
from seren.foundation.sealing.connection import WRAPPED_BY, close, drop, opened, said
from seren.foundation.sealing.wrapping import KeyMissing, unwrap, wrap, wrapper

__all__ = ["KeyMissing", "close", "count", "data_key", "forget", "gone", "lacking", "purpose_key", "together"]

_now = threading.local()


def data_key(folder: Path, subject: UUID, *, make: bool) -> bytes:
    """The subject's data key, 32 bytes. A new one is on the disk before this returns.

    Raises KeyMissing where there is none and `make` is false, and for the erased, who get no new one.
    """
    found = _find(folder, subject)
    if found is None and make:
        _make(folder, subject)
        found = _find(folder, subject)
    if found is None:
        raise KeyMissing(str(subject))
    return found


@contextmanager
def together(folder: Path) -> Iterator[None]:
    """Keys made within are on the disk when this is left, all at once: leave it before the rows are kept.

    One disk write, not one a key (19 ms each on a busy disk). Other makers of keys wait meanwhile.
    """
    _now.together = True
    try:
        with opened(folder):
            yield
    finally:
        _now.together = False


def forget(folder: Path, subject: UUID, day: date) -> None:
    """What was sealed with the subject's key stays shut for ever. The log has it before the key goes."""
    store = opened(folder)
    known = store.execute("SELECT 1 FROM erased WHERE subject = ?", (str(subject),)).fetchone()
    if known is None:
        erased.note(folder, subject, day)
    with store:
        drop(store, [str(subject)])


def count(folder: Path) -> int:
    return int(opened(folder).execute("SELECT count(*) FROM subject_key").fetchone()[0])


def lacking(folder: Path, subjects: Iterable[UUID]) -> list[UUID]:
    """Those of the subjects that have no key here."""
    there = {row[0] for row in opened(folder).execute("SELECT subject FROM subject_key")}
    return [subject for subject in subjects if str(subject) not in there]


def gone(folder: Path, subjects: Iterable[UUID]) -> list[UUID]:
    """Those of the subjects that were erased."""
    there = {row[0] for row in opened(folder).execute("SELECT subject FROM erased")}
    return [subject for subject in subjects if str(subject) in there]


def last_copy(folder: Path) -> tuple[str, int]:
    """When the last backup of the keys was made ("" for never), and how many keys were made since."""
    store = opened(folder)
    newer = "SELECT count(*) FROM subject_key WHERE subject NOT IN (SELECT subject FROM copied)"
    return (said(store, "copied_at") or b"").decode(), int(store.execute(newer).fetchone()[0])


@lru_cache(maxsize=64)
def purpose_key(folder: Path, purpose: str) -> bytes:
    """32 bytes for one purpose, the same after the installation key was changed."""
    return root.derive(lasting(opened(folder), folder), purpose)


def lasting(store: Connection, folder: Path) -> bytes:
    """What keys for purposes hang on: the first installation key there was, wrapped by the one in force."""
    name, kept = store.execute(
        f"SELECT {WRAPPED_BY}, (SELECT value FROM about WHERE name = 'lasting')"  # noqa: S608
    ).fetchone()
    key = root.named(folder, bytes(name))
    return key if kept is None else unwrap(wrapper(key), b"lasting", bytes(kept))


def _find(folder: Path, subject: UUID) -> bytes | None:
    found = opened(folder).execute(
        f"SELECT wrapped, {WRAPPED_BY} FROM subject_key WHERE subject = ?",  # noqa: S608
        (str(subject),),
    )
    row = found.fetchone()
    return unwrap(_wrapper(folder, bytes(row[1])), subject.bytes, bytes(row[0])) if row else None


def _make(folder: Path, subject: UUID) -> None:
    """None for the erased. Where the installation key is changed this very instant, again with the new."""
    store = opened(folder)
    for _ in range(2):
        name = said(store, "wrapped_by") or b""
        wrapped = wrap(_wrapper(folder, name), subject.bytes, AESGCM.generate_key(256))
        with _kept_at_once(store):
            made = store.execute(
                f"INSERT OR IGNORE INTO subject_key SELECT ?, ? WHERE {WRAPPED_BY} = ? "  # noqa: S608
                "AND NOT EXISTS (SELECT 1 FROM erased WHERE subject = ?)",
                (str(subject), wrapped, name, str(subject)),
            ).rowcount
        if made:
            return


@contextmanager
def _kept_at_once(store: Connection) -> Iterator[None]:
    if getattr(_now, "together", False):
        yield
        return
    with store:
        yield


@lru_cache(maxsize=8)
def _wrapper(folder: Path, name: bytes) -> AESGCM:
    return wrapper(root.named(folder, name))
