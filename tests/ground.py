"""What tests stand on, made once for all processes of a run: a key, and a database with all its tables.

`SEREN_TEST_SHARED` is the folder for it: of one run of pytest, or of all stages where the gate starts them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

_ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 180  # seconds another process may take to make what this one waits for
_kept: list[Any] = []  # a database in memory lives as long as somebody is connected to it
TABLES = "tables"  # the name of the database with tables and nothing else


def once(name: str, make: Callable[[Path], None]) -> Path:
    """The folder `name`, filled by whoever comes first. The others wait until it is whole."""
    folder = Path(os.environ["SEREN_TEST_SHARED"]) / name
    ready, given_up = folder.with_suffix(".ready"), folder.with_suffix(".given-up")
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        begun = time.perf_counter()  # a test's own clock stands still
        while not ready.exists():
            assert not given_up.exists(), f"another process could not make {name}: it says why"
            assert time.perf_counter() - begun < _PATIENCE, f"{name}, made by another process, did not come"
            time.sleep(0.05)
        return folder
    try:
        make(folder)
    except BaseException:
        given_up.touch()
        raise
    ready.touch()
    return folder


def one_key(data: Path) -> None:
    """The installation in `data` seals with the key of all others, so that their rows can be copied."""

    def make(folder: Path) -> None:
        from seren.foundation.sealing import root

        root.make(folder)

    keys = once("keys", make)
    if not (data / "keys").exists():
        shutil.copytree(keys, data / "keys")


def keys_too(made: Path, keys: Path) -> None:
    """What was sealed under the keys of subjects in `made` opens with those in `keys`."""
    import sqlite3

    from seren.foundation.sealing import store

    store.count(keys)  # now there is a store
    with closing(sqlite3.connect(keys / "subjects.sqlite3")) as own, own:
        own.execute("ATTACH ? AS made", [str(made / "subjects.sqlite3")])
        own.execute("INSERT OR IGNORE INTO subject_key SELECT * FROM made.subject_key")


def tables_in(data: Path) -> None:
    """A new database on SQLite in `data`, as `migrate` makes it."""
    shutil.copy(tables_of_sqlite(), data)


def tables_of_sqlite() -> Path:
    """The file others are copied from."""
    return once(f"{TABLES}-of-sqlite", _migrated) / "seren.sqlite3"


def tables_of_postgresql() -> str:
    """The name of the database others are copied from."""
    once(f"{TABLES}-of-postgresql", _migrated)
    return TABLES


def tables_under_tests(connection: Any) -> None:
    """The test database of this process will be a copy: `migrate` then finds nothing to do."""
    if connection.vendor == "postgresql":
        tables_of_postgresql()
        connection.settings_dict["TEST"]["TEMPLATE"] = TABLES
        return
    made = tables_of_sqlite()
    name = connection.creation._get_test_db_name()
    _kept.append(in_memory(made, name))


def in_memory(file: Path, name: str) -> Any:
    """A copy of the file, in this process's memory under that name, while the answer is not closed."""
    import sqlite3  # now: settings put a newer one in its place

    memory = sqlite3.connect(name, uri=True, check_same_thread=False)
    with closing(sqlite3.connect(file)) as made:
        made.backup(memory)
    return memory


def python(module: str, data: Path, database_url: str = "") -> None:
    """`python -m module`, with an installation of its own in `data`. Its last words, if it cannot."""
    environment = {**os.environ, "SEREN_TEST_DATA": str(data), "DATABASE_URL": database_url}
    environment.setdefault("DJANGO_SETTINGS_MODULE", "seren.config.settings.test")
    command = [sys.executable, "-m", module]
    done = subprocess.run(command, env=environment, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def on_postgresql(name: str, template: str = "template1") -> str:
    """A new database there: its address."""
    import psycopg

    socket = os.environ["SEREN_TEST_PG_SOCKET"]
    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return f"postgresql://postgres@/{name}?host={quote(socket, safe='')}"


def _migrated(folder: Path) -> None:
    """In `folder`, or on PostgreSQL where that is tested."""
    url = on_postgresql(TABLES) if folder.name.endswith("postgresql") else ""
    python("tests.ground", folder, url)


def without_waiting_for_the_disk() -> None:
    """Nobody needs what is made here after a power cut; and one file holds it in the end."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")


def whole() -> None:
    """All is in the one file, and nobody is connected any more."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _make_everything(vendor: str) -> None:
    """Before anybody asks: the tables and the world on one database, for all who will."""
    from tests import world

    world.made(vendor)


def _make_tables() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    without_waiting_for_the_disk()
    call_command("migrate", verbosity=0)
    whole()


if __name__ == "__main__":
    _make_everything(*sys.argv[1:]) if sys.argv[1:] else _make_tables()
