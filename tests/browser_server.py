"""For tests that drive a real Chromium: where it is, how it starts, and a server to look at.

@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("site"), prepare="my.module:furnish") as url:
        yield url
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import chromium, ground


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Read by pytest-playwright."""
    found = chromium.find_or_fetch()
    return {"args": list(chromium.FLAGS), "headless": True, "executable_path": str(found)}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """Read by pytest-playwright: a phone, in London, in English."""
    return {"viewport": {"width": 390, "height": 844}, "locale": "en-GB", "timezone_id": "Europe/London"}


@dataclass
class Server:
    """A product that answers at `url`. `stop` ends it by its own process."""

    url: str
    pid: int

    def stop(self) -> None:
        _ask(stop=self.pid)

    def kill(self) -> None:
        """At once: it is asked for nothing, and finishes nothing."""
        os.kill(self.pid, signal.SIGKILL)
        self.stop()


def start(data: Path, *, urls: str = "", prepare: str = "", **environment: str) -> Server:
    """Serve over the SQLite database in `data`, or a new one. Raises RuntimeError, with what it said."""
    if not (data / "seren.sqlite3").exists():
        ground.tables_in(data)
    one = _ask(data=str(data), urls=urls, prepare=prepare, environment=environment)
    if not one["url"]:
        log = (data / "serve.log").read_text()
        raise RuntimeError(f"the server did not come up:\n{log[-3000:]}")
    return Server(one["url"], one["pid"])


@contextmanager
def serving(data: Path, *, urls: str = "", prepare: str = "", **environment: str) -> Iterator[str]:
    server = start(data, urls=urls, prepare=prepare, **environment)
    try:
        yield server.url
    finally:
        server.stop()


def _ask(**order: object) -> dict[str, Any]:
    """Of the process that has read the product and waits for orders (tests/serve.py). It forks servers."""
    waiting = _waiting()
    assert waiting.stdin is not None
    assert waiting.stdout is not None
    waiting.stdin.write(json.dumps(order) + "\n")
    waiting.stdin.flush()
    answer = waiting.stdout.readline()
    if not answer:
        raise RuntimeError("the process that starts servers has ended: it says why")
    answered: dict[str, Any] = json.loads(answer)
    return answered


@cache
def _waiting() -> subprocess.Popen[str]:
    """One for this test run. It ends when we do, as nobody can write to it then."""
    own = tempfile.mkdtemp(prefix="seren-serve-")
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.serve", own],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[1],
    )

    def end() -> None:
        process.communicate()
        shutil.rmtree(own)

    atexit.register(end)
    return process
