"""This thread's connection to the key store, brought to its shape and to what the log of the erased says.

No write-ahead log: a key that is gone would stay in it. `secure_delete` overwrites what was deleted.
"""

import os
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path

from seren.foundation.sealing import erased, root

_SHAPE = (
    "PRAGMA synchronous=EXTRA",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "CREATE TABLE IF NOT EXISTS subject_key (subject TEXT PRIMARY KEY, wrapped BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS erased (subject TEXT PRIMARY KEY)",  # the log, for asking quickly
    "CREATE TABLE IF NOT EXISTS copied (subject TEXT PRIMARY KEY)",  # those in the last backup of the keys
    "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value BLOB NOT NULL)",
)
WRAPPED_BY = "(SELECT value FROM about WHERE name = 'wrapped_by')"
_open = threading.local()


def opened(folder: Path) -> sqlite3.Connection:
    """Raises KeysMissing where there is no store: an empty one would not help."""
    stores: dict[Path, sqlite3.Connection] = getattr(_open, "stores", None) or {}
    _open.stores = stores
    if folder not in stores:
        stores[folder] = _connect(folder)
    return stores[folder]


def close() -> None:
    """Let go of this thread's connections, before a folder is replaced."""
    for store in getattr(_open, "stores", {}).values():
        store.close()
    _open.stores = {}


def said(store: sqlite3.Connection, name: str) -> bytes | None:
    """What the store keeps about itself under this name."""
    row = store.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return bytes(row[0]) if row else None


def say(store: sqlite3.Connection, name: str, value: bytes) -> None:
    store.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))


def drop(store: sqlite3.Connection, subjects: Iterable[str]) -> None:
    """Without their keys, and remembered as erased."""
    rows = [(subject,) for subject in subjects]
    store.executemany("DELETE FROM subject_key WHERE subject = ?", rows)
    store.executemany("DELETE FROM copied WHERE subject = ?", rows)
    store.executemany("INSERT OR IGNORE INTO erased VALUES (?)", rows)


def _connect(folder: Path) -> sqlite3.Connection:
    path = folder / root.STORE
    if not path.is_file():
        raise root.KeysMissing(f"There is no key store at {path}. {root.HOW_TO_MEND}")
    store = sqlite3.connect(path, timeout=20)
    os.chmod(path, 0o600)
    for line in _SHAPE:
        store.execute(line)
    if said(store, "wrapped_by") is None:
        with store:
            name = root.name_of(root.current(folder))
            store.execute("INSERT OR IGNORE INTO about VALUES ('wrapped_by', ?)", (name,))
    _replay(store, folder)
    return store


def _replay(store: sqlite3.Connection, folder: Path) -> None:
    """Whoever is in the log has no key here, whichever copy of the store this is."""
    lines, size = erased.measure(folder)
    known = store.execute("SELECT count(*) FROM erased").fetchone()[0]
    if lines != known and said(store, "replayed") != size:  # a line cut short is counted, and never known
        with store:
            drop(store, erased.read(folder))
            say(store, "replayed", size)
