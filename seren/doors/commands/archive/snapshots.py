"""One consistent point of an installation: the database first, then the files its rows name.

A file is on the disk before its row is, so every row of the database taken has its file among those taken
after it. One kind goes away by itself: a picture just received, whose raw file is deleted once the shown
sizes are made. Those are linked aside before the database is taken.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from seren.doors.commands.archive.writing import Part
from seren.doors.commands.ground import Ground, connection_words
from seren.doors.commands.telling import Trouble


def take(ground: Ground, scratch: Path) -> Iterator[Part]:
    """The parts of a backup, the database taken at once, the files when their turn comes."""
    aside = _link_incoming(ground.data / "media" / "incoming", scratch / "incoming")
    yield _postgresql(ground, scratch) if ground.database_url else _sqlite(ground, scratch)
    yield from _files(ground.data / "media", aside)


def _sqlite(ground: Ground, scratch: Path) -> Part:
    """VACUUM INTO reads one snapshot while writers go on, and leaves out what was deleted."""
    copy = scratch / "database.sqlite3"
    try:
        with closing(sqlite3.connect(ground.sqlite, timeout=20)) as connection:
            connection.execute("VACUUM INTO ?", [str(copy)])
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise Trouble("There is no room to take the database in. Nothing was written.") from error
        raise Trouble(f"The database cannot be read: {error}.") from error
    if faults := faults_of(copy):
        raise Trouble(f"The database is damaged: {faults[0]}. Nothing was written. `seren doctor` says more.")
    return Part("database.sqlite3", copy, packed=True)


def faults_of(path: Path) -> list[str]:
    """What SQLite finds wrong with a database file: its pages, its indexes, its foreign keys."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)) as connection:
            said = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
            loose = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
    except sqlite3.DatabaseError as broken:
        return [str(broken)]
    dangling = [f"a row of {row[0]} points at no row of {row[2]}" for row in loose]
    return [words for words in said if words != "ok"] + dangling


def _postgresql(ground: Ground, scratch: Path) -> Part:
    copy = scratch / "database.pgdump"
    run_tool("pg_dump", ground.database_url, "--format=custom", "--no-owner", "--no-acl", f"--file={copy}")
    return Part("database.pgdump", copy)


def run_tool(name: str, url: str, *arguments: str) -> None:
    """One of PostgreSQL's own programs, from PATH. The password goes by the environment, seen by nobody."""
    program = shutil.which(name)
    if program is None:
        raise Trouble(f"On PostgreSQL this needs `{name}`, and there is none on PATH. Install it first.")
    words = {
        "dbname": "PGDATABASE",
        "user": "PGUSER",
        "password": "PGPASSWORD",
        "host": "PGHOST",
        "port": "PGPORT",
    }
    said = {words[key]: str(value) for key, value in connection_words(url).items()}
    done = subprocess.run(  # noqa: S603  (a program of PostgreSQL, with words of ours)
        [program, *arguments], env={**os.environ, **said}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Trouble(f"{name} could not do it: {done.stderr.strip()[:600]}")


def _link_incoming(incoming: Path, aside: Path) -> list[Path]:
    aside.mkdir()
    kept = []
    for path in sorted(incoming.iterdir()) if incoming.is_dir() else ():
        with suppress(OSError):  # gone already, or a file system without links
            os.link(path, aside / path.name, follow_symlinks=False)
            kept.append(aside / path.name)
    return kept


def _files(media: Path, aside: list[Path]) -> Iterator[Part]:
    taken = set()
    for folder, folders, names in os.walk(media):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                taken.add(path.name)
                yield Part(f"media/{path.relative_to(media).as_posix()}", path)
    for path in aside:
        if path.name not in taken:
            yield Part(f"media/incoming/{path.name}", path)
