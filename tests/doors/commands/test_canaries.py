"""What is sealed is read nowhere without its key: not in the database, its log, files, backups or output."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from ast import literal_eval
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.doors.commands.running import ROOT, environment, python, seren
from tests.doors.commands.sealed_rows import OPEN, canary
from tests.world import copy_of_world

ROWS = "tests.doors.commands.sealed_rows"


@dataclass(frozen=True)
class Place:
    """An installation with a word in every sealed field, and all it has ever printed."""

    data: Path
    files: dict[Path, bytes]  # of the installation, as the killed process left them
    temporary: dict[Path, bytes]
    output: bytes
    opened: dict[str, str]


@pytest.fixture(scope="module")
def place(of_kind):
    with tempfile.TemporaryDirectory(prefix="seren-canaries-") as temp:
        data = of_kind("live")
        done = subprocess.run(
            [sys.executable, "-m", ROWS, str(data), "put"], cwd=ROOT, capture_output=True, check=False,
            env=environment(TMPDIR=temp, SEREN_LOG_LEVEL="DEBUG"),
        )  # fmt: skip
        assert done.returncode == -9, done.stderr.decode()[-2000:]
        return Place(data, files(data), files(Path(temp)), done.stderr, told(done.stdout.decode()))


def told(out):
    lines = [line.split(" ", 2) for line in out.splitlines()]
    return {f"{model} {field}": what for model, field, what in lines}


def words(place):
    return [canary(*field.split()).encode() for field in place.opened]


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def hits(there, place):
    return {path: hit for path, raw in there.items() if (hit := found(raw, words(place)))}


def found(raw, canaries):
    return [each for each in canaries if each in raw or each.hex().encode() in raw]


def test_every_sealed_field_had_a_word_that_opened(place):
    """Else nothing below could be found."""
    assert len(place.opened) >= 12
    for field, what in place.opened.items():
        assert canary(*field.split()) in what


def test_no_word_is_in_any_file_of_the_installation(place):
    log = next(raw for path, raw in place.files.items() if path.name == "seren.sqlite3-wal")
    assert OPEN.encode() in log, "what lies open is found"
    assert hits(place.files, place) == {}


def test_no_word_is_in_the_logs_or_in_temporary_files(place):
    assert b"kept" in place.output
    assert found(place.output, words(place)) == []
    assert hits(place.temporary, place) == {}


def test_no_word_is_in_a_backup_of_the_data_or_of_the_keys(place, tmp_path):
    assert seren("backup", tmp_path / "b.zip", "--data", place.data).code == 0
    assert seren("keys", "backup", tmp_path / "k", "--data", place.data).code == 0
    with zipfile.ZipFile(tmp_path / "b.zip") as backup:
        parts = [backup.read(name) for name in backup.namelist()]
    assert any(OPEN.encode() in part for part in parts), "what lies open is found"
    for raw in (*parts, (tmp_path / "b.zip").read_bytes(), (tmp_path / "k").read_bytes()):
        assert found(raw, words(place)) == []


@pytest.mark.parametrize(("store", "why"), [("gone", "KeysMissing"), ("another", "KeyMissing")])
def test_without_the_key_store_nothing_opens(place, tmp_path, store, why):
    """The database is there, and the installation key the secret key is made of."""
    data = tmp_path / "data"
    shutil.copytree(place.data, data)
    (data / "keys" / "subjects.sqlite3").unlink()
    if store == "another":
        (data / "keys" / "subjects.sqlite3").touch()
    said = python("-m", ROWS, data, "read")
    assert told(said.out) == dict.fromkeys(place.opened, why), said.all


def test_what_the_verbs_sealed_lies_open_nowhere_else(tmp_path):
    """The whole small world, as its people made it. A sign-in address is kept open, by decision."""
    data = copy_of_world(tmp_path)
    said = python("-m", ROWS, data, "all")
    assert said.code == 0, said.all
    sealed = {literal_eval(line.split(" ", 2)[2]) for line in said.out.splitlines()}
    with closing(sqlite3.connect(data / "seren.sqlite3")) as database:
        sealed -= {address for (address,) in database.execute("SELECT email FROM accounts_login")}
    long = [words.encode() for words in sealed if len(words) > 5]
    assert len(long) > 50
    assert {path.name: hit for path, raw in files(data).items() if (hit := found(raw, long))} == {}
