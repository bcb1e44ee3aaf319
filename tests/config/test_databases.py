"""SQLite is kept safe: the newer library, and every pragma said, whatever a machine's build says."""

import subprocess
import sys

import pytest
from django.db.utils import ConnectionHandler

from seren.config import databases
from tests.doors.commands.running import ROOT, environment


@pytest.fixture
def connection(tmp_path, django_db_blocker):
    """Opened as a running installation opens it: on a file of its own, not on the tests' database."""
    made = ConnectionHandler({"default": databases.sqlite(tmp_path / "seren.sqlite3")})["default"]
    with django_db_blocker.unblock():
        yield made
        made.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL: an answered write survives a power cut
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("busy_timeout", 20_000),
        ("mmap_size", 0),
    ],
)
def test_a_connection_is_opened_safely(connection, pragma, value):
    with connection.cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_a_transaction_takes_its_lock_at_once(connection):
    connection.ensure_connection()
    assert connection.transaction_mode == "IMMEDIATE"


def test_commands_never_open_a_file_with_the_systems_library():
    code = (
        "import seren.doors.commands.main, sqlite3, sys; from seren.doors.commands import ground; "
        "from seren.doors.commands.archive import snapshots; "
        "from seren.doors.commands.checkup import machine; "
        "print(len({id(m.sqlite3) for m in (ground, snapshots, machine)} | {id(sys.modules['sqlite3'])}), "
        "sqlite3.sqlite_version_info)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout
    libraries, _, version = said.strip().partition(" ")
    assert libraries == "1"
    if databases.sys.modules.get("pysqlite3"):
        assert tuple(map(int, version.strip("()").split(", "))) >= databases.SAFE_SQLITE


def test_postgresql_by_its_address():
    said = databases.postgresql("postgresql://sian:a%20b@db.example:5433/hill%20lane")
    assert (said["NAME"], said["USER"], said["PASSWORD"], said["HOST"], said["PORT"]) == (
        "hill lane", "sian", "a b", "db.example", "5433",
    )  # fmt: skip
