"""Where an installation lies and what is there: found out before Django is, and changing nothing."""

import os
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seren.config import databases, env
from seren.doors.commands.telling import Trouble
from seren.foundation.sealing import root

SOURCE = Path(__file__).resolve().parents[3]
LIVE = SOURCE / "var" / "live"
LOCAL = "http://localhost:"
DEMO = SOURCE / "var" / "demo"
# What an installation itself puts into its folder. `kind` is a copy of what the database says.
OWN_NAMES = {"kind", "address", "restored", "keys", "media", "outbox", "static", "cache", "seren.sqlite3"}
# The database's companions, and what an interrupted backup or restore left.
_PASSING = ("seren.sqlite3", ".backup-", ".restore-")
_OWN_TABLES = {"django_migrations", "kernel_installation"}


@dataclass(frozen=True)
class Ground:
    """An installation's places, as the settings will read them."""

    data: Path
    keys: Path
    database_url: str

    @property
    def sqlite(self) -> Path:
        return self.data / "seren.sqlite3"

    @property
    def has_keys(self) -> bool:
        """The installation key and the key store are where the knobs say."""
        return root.there(self.keys)

    @property
    def folder_kind(self) -> str:
        """ "" for an empty folder, "?" for one with things in it that nobody has marked."""
        try:
            return (self.data / "kind").read_text().strip()
        except FileNotFoundError:
            return "?" if self.data.is_dir() and any(self.data.iterdir()) else ""

    def make_folder(self) -> None:
        """The folder, for its owner only, whoever made it."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.data.chmod(0o700)

    def remember_address(self) -> None:
        (self.data / "address").write_text(os.environ["SEREN_PUBLIC_URL"] + "\n")

    def strangers(self) -> list[str]:
        """Names in the folder that no installation makes."""
        names = sorted(path.name for path in self.data.iterdir()) if self.data.is_dir() else []
        return [name for name in names if name not in OWN_NAMES and not name.startswith(_PASSING)]


@dataclass(frozen=True)
class Found:
    """What the database says of itself. `kind` is empty where there is no installation in it."""

    kind: str = ""
    fingerprint: str = ""
    foreign: bool = False  # tables of somebody else
    applied: frozenset[tuple[str, str]] = field(default_factory=frozenset)


def stand_on(
    data: str | None, *, making: bool = False, demo: bool = False, database: str = "", port: int = 0
) -> Ground:
    """Choose the folder and tell the settings, which read the environment. Raises Trouble.

    `port` is where it is about to be served: links then lead there, also those that other commands print.
    Without `--data`: SEREN_DATA; else the demo for a demo, var/live for a new installation; else var/live
    where there is one, and the demo where there is not.
    """
    os.umask(0o077)  # what an installation keeps is nobody else's on this machine
    if demo:
        for name in ("DATABASE_URL", "SEREN_PUBLIC_URL", "KEYS_URL", "SEREN_INSTALLATION_KEY"):
            os.environ.pop(name, None)  # a demo that is built anew clears its folders
        if database:
            os.environ["DATABASE_URL"] = database
    chosen = data or os.environ.get("SEREN_DATA")
    folder = Path(chosen) if chosen else _usual(making=making, demo=demo)
    os.environ["SEREN_DATA"] = str(folder.expanduser().resolve())
    if not os.environ.get("SEREN_PUBLIC_URL"):
        os.environ["SEREN_PUBLIC_URL"] = f"{LOCAL}{port}" if port else _last_address()
    try:
        knobs = env.read()
    except env.BadKnob as bad:
        raise Trouble(str(bad)) from bad
    root.comes_from(knobs.keys, knobs.installation_key)
    return Ground(knobs.data, knobs.keys, knobs.database_url)


def _last_address() -> str:
    """Where it was served last. Before the first time: where it will be, unless a port is typed."""
    try:
        return Path(os.environ["SEREN_DATA"], "address").read_text().strip()
    except OSError:
        return f"{LOCAL}8000"


def _usual(*, making: bool, demo: bool) -> Path:
    if demo:
        return DEMO
    return LIVE if making or LIVE.exists() or not DEMO.exists() else DEMO


def look(ground: Ground) -> Found:
    """What lies in the database. Raises Trouble where it cannot be read."""
    if ground.database_url:
        return _look_at_postgresql(ground)
    if not ground.sqlite.exists() or not ground.sqlite.stat().st_size:
        return Found()
    try:
        connection = sqlite3.connect(f"file:{ground.sqlite}?mode=ro", uri=True, timeout=20)
        try:
            tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            return _read(connection.execute, tables)
        finally:
            connection.close()
    except sqlite3.DatabaseError as broken:
        raise Trouble(
            f"{ground.sqlite} cannot be read: {broken}. `seren restore` brings a backup back."
        ) from broken


def _look_at_postgresql(ground: Ground) -> Found:
    import psycopg

    try:
        with psycopg.connect(**connection_words(ground.database_url), connect_timeout=10) as connection:
            tables = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
            return _read(connection.execute, tables)
    except psycopg.OperationalError as away:
        raise Trouble(f"The database of DATABASE_URL does not answer: {str(away).strip()}") from away


def connection_words(url: str) -> dict[str, Any]:
    """The address as libpq takes it, piece by piece: a password never stands in a command line."""
    said = databases.postgresql(url)
    words = {
        "dbname": said["NAME"],
        "user": said["USER"],
        "password": said["PASSWORD"],
        "host": said["HOST"],
        "port": said["PORT"],
    }
    return {name: value for name, value in words.items() if value}


def _read(ask: Any, tables: str) -> Found:
    there = {row[0] for row in ask(tables).fetchall()}
    row = None
    if "kernel_installation" in there:
        row = ask("SELECT kind, fingerprint FROM kernel_installation").fetchone()
    if row is None:
        return Found(foreign=bool(there - _OWN_TABLES))
    applied = ask("SELECT app, name FROM django_migrations").fetchall()
    return Found(row[0], row[1], applied=frozenset((app, name) for app, name in applied))
