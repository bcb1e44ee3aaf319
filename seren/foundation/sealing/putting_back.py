"""A copy of the keys put back: over nothing, or over a store that is there, of which no key is lost.

As when the installation key is changed: the key first, beside its place; then the whole store in one
transaction, which also says what key it needs; then the key into its place.
"""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from seren.foundation.sealing import connection, disk, erased, root, store
from seren.foundation.sealing.connection import drop, opened, said, say
from seren.foundation.sealing.copies import Copy
from seren.foundation.sealing.rotation import alone, make_way, settle
from seren.foundation.sealing.store import lasting
from seren.foundation.sealing.wrapping import KeyMissing, unwrap, wrap, wrapper

Keys = dict[str, bytes]  # by subject


def lives(folder: Path) -> bool:
    """There is a key or a store, which may be all somebody has."""
    at = root.place(folder)
    return (folder / root.STORE).exists() or (at is not None and at.exists())


class OfAnother(RuntimeError):
    """The copy is of another installation. The message says so."""


@dataclass(frozen=True)
class PutBack:
    keys: int
    erased: int
    aside: Path | None  # an earlier store that did not open whole: put aside, not lost


def put_back(folder: Path, copy: Copy) -> PutBack:
    """The keys of the copy, and those made since where they open. The erased stay so, by either log.

    Raises NotYet where the key of the store that is there still waits for its place, and OfAnother.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside, saved = _put_aside(folder)
    root.make_store(folder)
    if root.there(folder):
        with suppress(root.KeysMissing), alone(opened(folder)):
            _compare(opened(folder), folder, copy)
            make_way(opened(folder), folder)
    root.next_place(folder).unlink(missing_ok=True)
    erased.add(folder, copy.erased)
    disk.write_new(root.next_place(folder), copy.installation_key)
    root.current.cache_clear()
    _take_in(folder, copy, saved)
    return PutBack(store.count(folder), len(erased.read(folder)), aside)


def _compare(keys: sqlite3.Connection, folder: Path, copy: Copy) -> None:
    """What audit and fingerprints hang on never gives way to another's. An empty store has none to lose."""
    empty = said(keys, "lasting") is None and not store.count(folder)
    if not empty and lasting(keys, folder) != copy.lasting_key():
        raise OfAnother(f"They are not those of {folder}. Bring them into the folder of their own data.")


def _take_in(folder: Path, copy: Copy, saved: Keys) -> None:
    keys, new, gone = opened(folder), wrapper(copy.installation_key), erased.read(folder)
    with alone(keys):
        since = saved | _those_that_open(keys, folder)[0]
        rows = {subject: wrap(new, UUID(subject).bytes, key) for subject, key in since.items()}
        rows |= copy.subjects
        keys.execute("DELETE FROM subject_key")
        keys.executemany("INSERT INTO subject_key VALUES (?, ?)", rows.items())
        keys.execute("DELETE FROM copied")
        keys.executemany("INSERT INTO copied VALUES (?)", [(subject,) for subject in copy.subjects])
        drop(keys, gone)
        keys.execute("DELETE FROM about WHERE name = 'lasting'")
        if copy.lasting is not None:
            say(keys, "lasting", copy.lasting)
        say(keys, "wrapped_by", root.name_of(copy.installation_key))
        say(keys, "copied_at", copy.made_at.encode())
    with alone(keys):
        settle(keys, folder)


def _those_that_open(keys: sqlite3.Connection, folder: Path) -> tuple[Keys, int]:
    """The data keys of a store as they are, and how many do not open."""
    rows = keys.execute("SELECT subject, wrapped FROM subject_key").fetchall()
    found: Keys = {}
    if rows:
        own = wrapper(root.named(folder, said(keys, "wrapped_by") or b""))
        for subject, wrapped in rows:
            with suppress(KeyMissing):
                found[subject] = unwrap(own, UUID(subject).bytes, bytes(wrapped))
    return found, len(rows) - len(found)


def _put_aside(folder: Path) -> tuple[Path | None, Keys]:
    """A store that does not open whole keeps a place of its own: its key may be found one day."""
    path = folder / root.STORE
    if not path.exists() or not path.stat().st_size:
        return None, {}
    saved: Keys = {}
    with suppress(root.KeysMissing, sqlite3.DatabaseError):
        saved, closed = _those_that_open(opened(folder), folder)
        if not closed:
            return None, {}
    connection.close()
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as keys:
        keys.execute("SELECT count(*) FROM sqlite_master").fetchone()  # takes in what was cut short
    number = 1 + sum(1 for _ in folder.glob("unopened-*.sqlite3"))
    aside = folder / f"unopened-{number}.sqlite3"
    os.rename(path, aside)
    disk.sync_folder(folder)
    return aside, saved
