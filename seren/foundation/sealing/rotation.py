"""A new installation key: all keys of the store are wrapped anew, in one transaction.

The new key is on the disk, beside the old one, before the first row is wrapped with it. The store says
which of the two it needs. Only then does the new key take the place of the old one.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection
from uuid import UUID

from seren.foundation.sealing import disk, root
from seren.foundation.sealing.connection import opened, said, say
from seren.foundation.sealing.store import lasting
from seren.foundation.sealing.wrapping import unwrap, wrap, wrapper


class NotYet(RuntimeError):
    """An earlier new key still waits to be put where the settings look for it. The message says where."""


def rotate(folder: Path) -> int:
    """Change the installation key; how many keys were wrapped anew. Seren may go on meanwhile.

    Raises NotYet, and KeysMissing where the key in force is not there.
    """
    store = opened(folder)
    with alone(store):
        make_way(store, folder)
        fresh = os.urandom(root.LENGTH)
        disk.write_new(root.next_place(folder), fresh)
        wrapped = _wrap_anew(store, folder, fresh)
    with alone(store):
        settle(store, folder)
    return wrapped


def make_way(store: Connection, folder: Path) -> None:
    """No other key waits. Alone with the store. Raises NotYet where one does that the store needs."""
    settle(store, folder)
    if root.read_next(folder) is not None:
        where = root.next_place(folder)
        raise NotYet(f"The new key still waits in {where}. Put it where the settings look for it.")


def settle(store: Connection, folder: Path) -> None:
    """Put the next key in its place where the store needs it, or away where it never came to that.

    Where a command gives the key, the next one waits until the command gives it.
    """
    waiting, needed = root.read_next(folder), said(store, "wrapped_by")
    if waiting is None:
        return
    at = root.place(folder)
    if root.name_of(waiting) != needed:
        if root.name_of(root.read(folder)) == needed:
            root.next_place(folder).unlink()
    elif at is not None:
        os.replace(root.next_place(folder), at)
    elif _given(folder) == waiting:
        root.next_place(folder).unlink()
    disk.sync_folder(root.next_place(folder).parent)
    root.current.cache_clear()


@contextmanager
def alone(store: Connection) -> Iterator[None]:
    """Nobody else writes to the store within; all of it is kept, or nothing."""
    store.execute("BEGIN IMMEDIATE")
    with store:
        yield


def _wrap_anew(store: Connection, folder: Path, fresh: bytes) -> int:
    last = lasting(store, folder)
    old, new = wrapper(root.named(folder, said(store, "wrapped_by") or b"")), wrapper(fresh)
    rows = store.execute("SELECT subject, wrapped FROM subject_key").fetchall()
    for subject, wrapped in rows:
        whose = UUID(subject).bytes
        again = wrap(new, whose, unwrap(old, whose, bytes(wrapped)))
        store.execute("UPDATE subject_key SET wrapped = ? WHERE subject = ?", (again, subject))
    say(store, "lasting", wrap(new, b"lasting", last))
    say(store, "wrapped_by", root.name_of(fresh))
    return len(rows)


def _given(folder: Path) -> bytes:
    with suppress(root.KeysMissing):
        return root.read(folder)
    return b""
