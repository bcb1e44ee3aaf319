"""Kinds of installation: what `demo` and `serve` take, refuse, build again, and bring up to date."""

import os
import signal
import sqlite3
from contextlib import closing

import pytest

from tests.doors.commands.running import children, make, python, seren, serving, status, wait_for

# Each test that serves has a port of its own: the suite runs in several processes.
PORT = 18710


def installation(data):
    with closing(sqlite3.connect(data / "seren.sqlite3")) as database:
        return database.execute("SELECT kind, fingerprint FROM kernel_installation").fetchone()


def change(data, sql):
    with closing(sqlite3.connect(data / "seren.sqlite3")) as database:
        database.execute(sql)
        database.commit()


def test_the_first_run_makes_keys_and_database_for_their_owner_only(live):
    kind, fingerprint = installation(live)
    assert (kind, len(fingerprint)) == ("live", 64)
    assert (live / "keys" / "installation.key").stat().st_size == 32
    for path in (live, live / "keys", live / "seren.sqlite3", live / "keys" / "installation.key"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_demo_does_not_take_a_live_place(live):
    said = seren("demo", "--data", live, "--port", PORT)
    assert said.code == 1
    assert "no demo" in said.err
    assert installation(live)[0] == "live"


def test_a_demo_does_not_take_a_folder_with_things_in_it(tmp_path):
    (tmp_path / "letters.txt").write_text("Dear all")
    said = seren("demo", "--data", tmp_path, "--port", PORT)
    assert said.code == 1
    assert "not empty" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_a_demo_does_not_take_the_folder_of_a_live_one_whose_database_is_elsewhere(tmp_path):
    """Its SQLite is missing because it lives in PostgreSQL; its keys and pictures are here."""
    (tmp_path / "kind").write_text("live\n")
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "installation.key").write_bytes(b"k" * 32)
    said = seren("demo", "--data", tmp_path, "--port", PORT)
    assert said.code == 1
    assert (tmp_path / "keys" / "installation.key").read_bytes() == b"k" * 32


def test_a_demo_ignores_the_database_of_the_shell(tmp_path):
    code = (
        "import sys; from seren.doors.commands import ground; "
        "print(repr(ground.stand_on(sys.argv[1], demo=True).database_url))"
    )
    said = python("-c", code, tmp_path, DATABASE_URL="postgresql://someone@127.0.0.1/theirs")
    assert said.out.strip() == "''"


def test_a_demo_does_not_touch_the_keys_of_the_shell(tmp_path):
    """Built anew, it clears the folder its keys lie in."""
    code = (
        "import sys; from seren.doors.commands import ground; from seren.foundation.sealing import root; "
        "place = ground.stand_on(sys.argv[1], demo=True); print(place.keys, root.place(place.keys))"
    )
    elsewhere = {"KEYS_URL": (tmp_path / "live").as_uri(), "SEREN_INSTALLATION_KEY": str(tmp_path / "k")}
    said = python("-c", code, tmp_path / "demo", **elsewhere)
    keys = tmp_path / "demo" / "keys"
    assert said.out.split() == [str(keys), str(keys / "installation.key")], said.all


def test_serve_does_not_take_a_demo(of_kind):
    said = seren("serve", "--data", of_kind("demo"), "--port", PORT)
    assert said.code == 1
    assert "is a demo" in said.err


def test_serve_does_not_take_somebody_elses_database(tmp_path):
    with closing(sqlite3.connect(tmp_path / "seren.sqlite3")) as database:
        database.execute("CREATE TABLE holiday_snaps (id INTEGER)")
    said = seren("serve", "--data", tmp_path, "--port", PORT)
    assert said.code == 1
    assert "something else" in said.err


def test_a_live_one_of_another_shape_refuses_and_changes_nothing(live):
    change(live, "UPDATE kernel_installation SET fingerprint = 'of another time'")
    before = (live / "seren.sqlite3").read_bytes()
    said = seren("serve", "--data", live, "--port", PORT)
    assert said.code == 1
    assert "another version" in said.err
    assert "restore" in said.err
    assert (live / "seren.sqlite3").read_bytes() == before


def test_a_live_one_without_its_keys_refuses_and_makes_no_new_ones(live):
    (live / "keys" / "installation.key").unlink()
    said = seren("serve", "--data", live, "--port", PORT)
    assert said.code == 1
    assert "keys" in said.err
    assert not (live / "keys" / "installation.key").exists()


@pytest.mark.long
def test_an_interrupted_first_run_is_taken_up_again(live):
    change(live, "UPDATE kernel_installation SET fingerprint = ''")
    make(live)
    assert len(installation(live)[1]) == 64


@pytest.mark.long
def test_an_older_one_whose_migrations_are_all_known_is_brought_up_to_date(live):
    """As if one migration had come with this release: its table gone, its fingerprint an earlier one."""
    code = (
        "import sys; from seren.doors.commands import ground, opening, fingerprint; "
        "place = ground.stand_on(sys.argv[1]); found = ground.look(place); opening.set_up('live'); "
        "print(fingerprint.of_those_applied(found.applied))"
    )
    change(live, "DROP TABLE usersessions_usersession")
    change(live, "DELETE FROM django_migrations WHERE app = 'usersessions'")
    earlier = python("-c", code, live).out.strip()
    assert len(earlier) == 64
    change(live, f"UPDATE kernel_installation SET fingerprint = '{earlier}'")
    make(live)
    assert installation(live)[1] not in ("", earlier)
    with closing(sqlite3.connect(live / "seren.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM usersessions_usersession").fetchone() == (0,)


def test_practice_is_served_on_this_machine_only(of_kind):
    said = seren("serve", "--data", of_kind("practice"), "--port", PORT, SEREN_BIND="0.0.0.0")
    assert said.code == 1
    assert "this machine only" in said.err


@pytest.mark.long
def test_a_demo_of_an_older_shape_is_built_anew_with_one_line(of_kind):
    data = of_kind("demo")
    key = (data / "keys" / "installation.key").read_bytes()
    change(data, "UPDATE kernel_installation SET fingerprint = 'of another time'")
    (data / "media").mkdir()
    (data / "media" / "old.jpg").write_bytes(b"old")
    with serving("demo", "--data", data, "--no-work", port=PORT + 1) as process:
        assert status(PORT + 1) in (200, 303, 404)
        process.send_signal(signal.SIGTERM)
        told = process.stdout.read()
    assert told.count("built anew") == 1
    assert len(installation(data)[1]) == 64
    assert not (data / "media" / "old.jpg").exists()
    assert (data / "keys" / "installation.key").read_bytes() == key


def test_served_here_it_answers_to_names_of_this_machine_only(live):
    with serving("serve", "--data", live, "--no-work", port=PORT + 2) as process:
        assert status(PORT + 2) != 400
        assert status(PORT + 2, Host="evil.example") == 400
        taken = seren("serve", "--data", live, "--port", PORT + 2)
        assert taken.code == 1
        assert "in use" in taken.err
        below = children(process.pid)
    assert below
    assert not [pid for pid in below if os.path.exists(f"/proc/{pid}")]


def test_a_killed_server_leaves_nobody_behind(live):
    with serving("serve", "--data", live, port=PORT + 3) as process:
        below = children(process.pid)
        assert below
        process.kill()
        process.wait(10)
        wait_for(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in below), "the end of its children")
        assert status(PORT + 3) is None
