"""A key is on the disk before the first row that needs it: killed in between, no row is without its key."""

import sqlite3
from contextlib import closing

import pytest

from seren.foundation.sealing import store
from seren.foundation.sealing.connection import opened
from tests import ground
from tests.foundation.sealing.dying import dies

SEAL = """
import sys
from seren.doors.commands import ground, opening
ground.stand_on(sys.argv[1])
opening.set_up("live")
from django.db import connection
from seren.foundation.kernel import clock, db, ids
from seren.foundation.sealing.door import keys_together
from seren.people.accounts.models import Person

def rhian():
    her = Person(provider_id=ids.new(), given_name="Rhian", known_since=clock.now(), phone="01234")
    open(sys.argv[2], "a").write(f"{her.id}\\n")
    her.save(force_insert=True)

def at(word):
    def watch(execute, sql, params, many, context):
        return die() if sql.startswith(word) else execute(sql, params, many, context)
    return connection.execute_wrapper(watch)
"""
ALONE = "with at('INSERT INTO \"accounts_person\"'), db.writing(housekeeping=True): rhian()"
BEFORE_KEPT = "with db.writing(housekeeping=True):\n    rhian()\n    die()"
KEPT = "with db.writing(housekeeping=True): rhian()\ndie()"
MANY = "with db.writing(housekeeping=True):\n    with keys_together():\n        rhian(), rhian()\n"
TOGETHER = f"{MANY}    die()"
WITHIN = f"{MANY}        die()"
PRAGMAS = {"synchronous": 3, "secure_delete": 1, "journal_mode": "delete", "temp_store": 2}


@pytest.fixture
def data(tmp_path):
    """An installation with tables, and nothing in them."""
    ground.one_key(tmp_path)
    ground.tables_in(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("code", "keys", "rows"),
    [(ALONE, 1, 0), (BEFORE_KEPT, 1, 0), (KEPT, 1, 1), (TOGETHER, 2, 0), (WITHIN, 0, 0)],
    ids=["before the row", "before it is kept", "when it is kept", "many at once", "among many"],
)
def test_killed_there_no_row_is_without_its_key(data, tmp_path, code, keys, rows):
    ids = tmp_path / "ids"
    dies(SEAL + code, data, ids)
    with closing(sqlite3.connect(data / "seren.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM accounts_person").fetchone() == (rows,)
    asked = ids.read_text().split()
    assert len(asked) - len(store.lacking(data / "keys", asked)) == keys
    store.close()


def test_the_key_store_waits_for_the_disk_and_keeps_no_log(keys):
    pragma = {name: opened(keys).execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    assert pragma == PRAGMAS
