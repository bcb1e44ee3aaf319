"""The key store: one wrapped data key per subject, in a file of its own beside the database, never in it."""

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from seren.foundation.sealing import root

_NONCE = 12
_open = threading.local()


class KeyMissing(LookupError):
    """This subject has no key: it was erased, or the key store is older than the database."""


def data_key(folder: Path, subject: UUID, *, make: bool) -> bytes:
    """The subject's data key, 32 bytes. A new one is on the disk before this returns.

    Raises KeyMissing where there is none and `make` is false.
    """
    store = _store(folder)
    found = _find(store, subject)
    if found is None and make:
        with _kept_at_once(store):
            store.execute(
                "INSERT OR IGNORE INTO subject_key VALUES (?, ?)", (str(subject), _wrap(folder, subject))
            )
        found = _find(store, subject)
    if found is None:
        raise KeyMissing(str(subject))
    return _unwrap(folder, subject, found)


@contextmanager
def together(folder: Path) -> Iterator[None]:
    """Keys made within are on the disk when this is left, all at once: leave it before the rows are kept.

    One disk write, not one a key (19 ms each on a busy disk). Other makers of keys wait meanwhile.
    """
    _open.together = True
    try:
        with _store(folder):
            yield
    finally:
        _open.together = False


@contextmanager
def _kept_at_once(store: sqlite3.Connection) -> Iterator[None]:
    if getattr(_open, "together", False):
        yield
        return
    with store:
        yield


def forget(folder: Path, subject: UUID) -> None:
    """The subject's key is gone, and what was sealed with it stays shut for ever."""
    store = _store(folder)
    with store:
        store.execute("DELETE FROM subject_key WHERE subject = ?", (str(subject),))


def count(folder: Path) -> int:
    return int(_store(folder).execute("SELECT count(*) FROM subject_key").fetchone()[0])


def lacking(folder: Path, subjects: Iterable[UUID]) -> list[UUID]:
    """Those of the subjects that have no key here."""
    there = {row[0] for row in _store(folder).execute("SELECT subject FROM subject_key")}
    return [subject for subject in subjects if str(subject) not in there]


def close() -> None:
    """Let go of this thread's connections, before a folder is replaced."""
    for store in getattr(_open, "stores", {}).values():
        store.close()
    _open.stores = {}


def _find(store: sqlite3.Connection, subject: UUID) -> bytes | None:
    row = store.execute("SELECT wrapped FROM subject_key WHERE subject = ?", (str(subject),)).fetchone()
    return bytes(row[0]) if row else None


def _wrap(folder: Path, subject: UUID) -> bytes:
    nonce = os.urandom(_NONCE)
    wrapper = AESGCM(root.derived(folder, "wrap"))
    return nonce + wrapper.encrypt(nonce, AESGCM.generate_key(256), subject.bytes)


def _unwrap(folder: Path, subject: UUID, wrapped: bytes) -> bytes:
    wrapper = AESGCM(root.derived(folder, "wrap"))
    return wrapper.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], subject.bytes)


def _store(folder: Path) -> sqlite3.Connection:
    stores: dict[Path, sqlite3.Connection] = getattr(_open, "stores", None) or {}
    _open.stores = stores
    if folder not in stores:
        store = sqlite3.connect(folder / "subjects.sqlite3", timeout=20)
        os.chmod(folder / "subjects.sqlite3", 0o600)
        store.execute("PRAGMA synchronous=EXTRA")
        store.execute("PRAGMA secure_delete=ON")
        store.execute(
            "CREATE TABLE IF NOT EXISTS subject_key (subject TEXT PRIMARY KEY, wrapped BLOB NOT NULL)"
        )
        stores[folder] = store
    return stores[folder]
