"""The machine: the libraries that are there, SQLite's version, room on the disk, who may read the folder."""

import re
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from seren.config import databases
from seren.doors.commands.checkup.finding import Finding, ill, watch, well
from seren.doors.commands.ground import SOURCE, Ground
from seren.foundation.sealing import root

_PINNED = re.compile(r"^([A-Za-z0-9_.\[\]-]+)==([^ ;\\]+)([^\\]*)", re.MULTILINE)
_ROOM = 1 << 30  # bytes: below this a day of photos may not fit
_HARDLY_ANY = 200 << 20


def libraries(_: Ground) -> Iterator[Finding]:
    """Against the locked set. A library with a condition behind it may rightly be absent."""
    locked = (SOURCE / "requirements" / "run.txt").read_text()
    wrong, count = [], 0
    for name, wanted, condition in _PINNED.findall(locked):
        try:
            there = version(name)
        except PackageNotFoundError:
            there = ""
        if there != wanted and not (condition.strip() and not there):
            wrong.append(f"{name} {there or 'missing'}, not {wanted}")
        count += 1
    if wrong:
        yield watch(f"Libraries differ from the locked set: {', '.join(wrong[:6])}.", "Run ./start once.")
    else:
        yield well(f"All {count} libraries are the locked ones.")


def sqlite(ground: Ground) -> Iterator[Finding]:
    there, safe = sqlite3.sqlite_version_info, ".".join(map(str, databases.SAFE_SQLITE))
    if ground.database_url:
        yield well("The database is PostgreSQL; SQLite keeps the subjects’ keys only.")
    if there >= databases.SAFE_SQLITE:
        yield well(f"SQLite is {sqlite3.sqlite_version}.")
        return
    yield watch(
        f"SQLite is {sqlite3.sqlite_version}. Before {safe} two processes writing at once can damage a file.",
        "Install the `pysqlite3` wheel where there is one for this machine. Take backups often.",
    )


def room(ground: Ground) -> Iterator[Finding]:
    free = shutil.disk_usage(ground.data).free
    words = f"{free / (1 << 30):.1f} GB free at {ground.data}."
    if free < _HARDLY_ANY:
        yield ill(words, "Make room at once: what people send can soon not be kept.")
    elif free < _ROOM:
        yield watch(words, "Make room soon.")
    else:
        yield well(words)


def privacy(ground: Ground) -> Iterator[Finding]:
    """Nobody else of this machine may read the folder, nor the keys."""
    key = root.place(ground.keys) or ground.keys
    open_to_all = [
        path
        for path in (ground.data, ground.keys, ground.keys / root.STORE, key)
        if path.exists() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]
    # A file inside a closed folder is closed too.
    if ground.data not in open_to_all:
        open_to_all = [path for path in open_to_all if not path.is_relative_to(ground.data)]
    if open_to_all:
        names = " ".join(str(path) for path in open_to_all)
        yield ill(f"Others of this machine may read {names}.", f"chmod go-rwx {names}")
    else:
        yield well("Nobody else of this machine may read the data or the keys.")
