"""`seren import`: with a file of forty rows, with three broken ones, and twice."""

import hashlib
import sqlite3
from contextlib import closing

import pytest

from tests.doors.commands.running import seren
from tests.doors.commands.test_setup import rows, set_up
from tests.people.families.intake import lists


@pytest.fixture(scope="module")
def hill_lane(of_kind):
    data = of_kind("practice")
    said = set_up(data, "--practice")
    assert said.code == 0, said.all
    return data


def run(data, sheet, raw, *more):
    path = data.parent / f"{sheet}.csv"
    path.write_bytes(raw)
    return seren("import", sheet, path, "--setting", "hill-lane-pre-school", "--data", data, *more)


def hashes(data):
    """Every file of the database and of the keys."""
    with closing(sqlite3.connect(data / "seren.sqlite3")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    files = [*data.glob("seren.sqlite3*"), *(data / "keys").iterdir()]
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if not path.name.endswith("-shm")
    }


def test_forty_rows_come_in_once_and_three_broken_ones_not_at_all(hill_lane):
    staff, forty = lists.staff(), lists.families(lists.pairs(20))
    said = run(hill_lane, "staff", staff)
    assert (said.code, "There is no room “Robins”" in said.err) == (1, True)
    assert run(hill_lane, "staff", staff, "--make-rooms").code == 0

    before = hashes(hill_lane)
    broken = {7: {"adult_email": "rhys"}, 18: {"emergency_order": "first"}, 31: {"relation": "papa"}}
    said = run(hill_lane, "families", lists.families(lists.pairs(20), changes=broken))
    assert (said.code, said.out) == (1, "")
    assert [line.partition(":")[0] for line in said.err.splitlines()] == [
        "Line 7, column adult_email",
        "Line 18, column emergency_order",
        "Line 31, column relation",
        "Nothing was brought in.",
    ]
    assert hashes(hill_lane) == before

    said = run(hill_lane, "families", forty, "--dry-run")
    assert said.code == 0, said.all
    assert "New: " in said.out
    assert hashes(hill_lane) == before

    assert run(hill_lane, "families", forty).code == 0
    assert rows(hill_lane, "SELECT count(*) FROM families_child") == [(20,)]
    after = hashes(hill_lane)
    assert after != before
    said = run(hill_lane, "families", forty)
    assert said.out.splitlines()[0] == "The list has 40 lines."
    assert hashes(hill_lane) == after


def test_a_setting_nobody_knows_and_a_file_that_is_not_there(hill_lane):
    said = seren("import", "staff", "nowhere.csv", "--setting", "moon", "--data", hill_lane)
    assert (said.code, said.err) == (1, "nowhere.csv cannot be read: No such file or directory.\n")
    path = hill_lane.parent / "some.csv"
    path.write_bytes(lists.staff())
    said = seren("import", "staff", path, "--setting", "moon", "--data", hill_lane)
    assert (said.code, said.err) == (1, "There is no setting 'moon' here.\n")
