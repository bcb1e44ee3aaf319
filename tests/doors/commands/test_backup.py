"""Backup and restore, end to end: while a writer runs, into a fresh folder, opened by Django."""

import json
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.doors.commands.running import ROOT, environment, python, seren, wait_for

# Writes as a verb does: a provider and its entry in the audit, in one transaction, as fast as it can.
WRITER = """
import sys
from seren.doors.commands import opening
opening.open_existing(sys.argv[1])
from seren.foundation.audit.door import seal_waiting
from seren.foundation.kernel import clock
from seren.people.provision.domain import open_provider
from pathlib import Path
media = Path(sys.argv[1]) / "media" / "01"
media.mkdir(parents=True, exist_ok=True)
number = 0
while True:
    number += 1
    (media / f"{number:06}.jpg").write_bytes(b"picture" * 100)
    open_provider(name=f"Hill Lane {number:06}", now=clock.now())
    if number % 20 == 0:
        seal_waiting()
"""

# What an installation holds, seen by Django: rows, entries, and whether the audit verifies.
COUNTS = """
import json, sys
from seren.doors.commands import opening
opening.open_existing(sys.argv[1])
from django.apps import apps
from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.door import verify
names = system(SystemReason.MENDING, apps.get_model("provision", "Provider")).values_list("name", flat=True)
verdict = verify()
print(json.dumps({"names": sorted(names), "entries": verdict.entries, "fault": verdict.fault}))
"""


def counts(data):
    said = python("-c", COUNTS, data)
    assert said.code == 0, said.all
    return json.loads(said.out)


def providers(data):
    with closing(sqlite3.connect(f"file:{data}/seren.sqlite3?mode=ro", uri=True, timeout=20)) as database:
        return database.execute("SELECT count(*) FROM provision_provider").fetchone()[0]


@pytest.fixture
def writer(live):
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(live)], env=environment(), cwd=ROOT)
    try:
        wait_for(lambda: process.poll() is not None or providers(live) > 30, "the writer")
        assert process.poll() is None
        yield process
    finally:
        process.kill()
        process.wait(10)


def test_taken_while_a_writer_runs_it_is_one_consistent_point(live, writer, tmp_path):
    before = providers(live)
    said = seren("backup", tmp_path / "b.zip", "--data", live)
    after = providers(live)
    assert said.code == 0, said.all
    assert writer.poll() is None
    assert after > before, "the writer did not write meanwhile"
    writer.kill()

    restored = tmp_path / "restored"
    restored.mkdir()
    shutil.copytree(live / "keys", restored / "keys")
    assert seren("restore", tmp_path / "b.zip", "--data", restored).code == 0
    there = counts(restored)
    number = len(there["names"])
    assert before <= number <= after
    # Every row up to one point and none after it, its entry in the audit, and a file for each.
    assert there["names"] == [f"Hill Lane {n:06}" for n in range(1, number + 1)]
    assert there["entries"] == number
    assert there["fault"] == ""
    files = {path.stem for path in (restored / "media" / "01").iterdir()}
    assert {name.split()[-1] for name in there["names"]} <= files


def test_restored_without_its_keys_it_waits_for_them(live, tmp_path):
    assert seren("backup", tmp_path / "b.zip", "--data", live).code == 0
    restored = tmp_path / "restored"
    said = seren("restore", tmp_path / "b.zip", "--data", restored)
    assert (said.code, "put the keys" in said.out) == (0, True)
    assert "keys" in seren("audit", "verify", "--data", restored).err
    shutil.copytree(live / "keys", restored / "keys")
    again = seren("restore", tmp_path / "b.zip", "--data", restored)
    assert (again.code, "verifies" in again.out) == (0, True), again.all
    assert seren("audit", "verify", "--data", restored).code == 0


def test_the_keys_are_not_in_it(live, tmp_path):
    key = (live / "keys" / "installation.key").read_bytes()
    said = seren("backup", tmp_path / "b.zip", "--data", live)
    assert (said.code, said.err) == (0, ""), "quiet in a pipe"
    raw = (tmp_path / "b.zip").read_bytes()
    assert key not in raw
    assert b"installation.key" not in raw


def test_one_flipped_byte_is_named_and_nothing_is_written(live, tmp_path):
    (live / "media" / "01").mkdir(parents=True)
    (live / "media" / "01" / "picture.jpg").write_bytes(b"a picture of a star" * 50)
    assert seren("backup", tmp_path / "b.zip", "--data", live).code == 0
    raw = bytearray((tmp_path / "b.zip").read_bytes())
    raw[raw.find(b"of a star") + 4] ^= 0x20
    (tmp_path / "b.zip").write_bytes(raw)
    said = seren("restore", tmp_path / "b.zip", "--data", tmp_path / "restored")
    assert said.code == 1
    assert "media/01/picture.jpg" in said.err
    assert not (tmp_path / "restored").exists()


def test_a_folder_with_things_in_it_is_not_restored_into(live, tmp_path):
    assert seren("backup", tmp_path / "b.zip", "--data", live).code == 0
    other = tmp_path / "other"
    other.mkdir()
    (other / "notes.txt").write_text("keep me")
    said = seren("restore", tmp_path / "b.zip", "--data", other)
    assert (said.code, "not empty" in said.err) == (1, True)
    assert [path.name for path in other.iterdir()] == ["notes.txt"]


def test_a_second_backup_needs_a_second_name(live, tmp_path):
    assert seren("backup", tmp_path / "b.zip", "--data", live).code == 0
    before = (tmp_path / "b.zip").read_bytes()
    said = seren("backup", tmp_path / "b.zip", "--data", live)
    assert (said.code, "never overwrites" in said.err) == (1, True)
    assert (tmp_path / "b.zip").read_bytes() == before


def test_a_full_disk_leaves_nothing_half_written(live, tmp_path):
    (live / "media").mkdir(exist_ok=True)
    (live / "media" / "large.jpg").write_bytes(b"x" * 12_000_000)
    folder = tmp_path / "small"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "seren", "backup", str(folder / "b.zip"), "--data", str(live)],
        env=environment(), capture_output=True, text=True, cwd=ROOT, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8_000_000, 8_000_000)),
    )  # fmt: skip
    assert done.returncode == 1
    assert "no room" in done.stderr
    assert list(folder.iterdir()) == []


def test_a_damaged_database_is_not_backed_up_as_if_it_were_well(live, tmp_path):
    database = live / "seren.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("INSERT INTO provision_room VALUES ('r', 'p', 'Robins', NULL, 'nowhere')")
        connection.commit()
    said = seren("backup", tmp_path / "b.zip", "--data", live)
    assert (said.code, "damaged" in said.err) == (1, True)
    assert not (tmp_path / "b.zip").exists()


def test_what_an_interrupted_restore_left_is_no_installation(live, tmp_path):
    """Killed before the last step, the folder has pictures and no database: nothing starts from it."""
    (live / "media").mkdir(exist_ok=True)
    (live / "media" / "one.jpg").write_bytes(b"x")
    assert seren("backup", tmp_path / "b.zip", "--data", live).code == 0
    code = (
        "import os, sys; from seren.doors.commands import main, restore; "
        "restore._put_database = lambda *_: os._exit(9); "
        "main.main(['restore', sys.argv[1], '--data', sys.argv[2]])"
    )
    assert python("-c", code, tmp_path / "b.zip", tmp_path / "half").code == 9
    assert "no installation" in seren("audit", "verify", "--data", tmp_path / "half").err
    assert "not empty" in seren("restore", tmp_path / "b.zip", "--data", tmp_path / "half").err
