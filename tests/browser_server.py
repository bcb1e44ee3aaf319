"""For tests that drive a real Chromium: where it is, how it starts, and a server to look at.

@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("site"), prepare="my.module:furnish") as url:
        yield url
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
    process: subprocess.Popen[str]

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(data: Path, *, urls: str = "", prepare: str = "", **environment: str) -> Server:
    """Serve over the SQLite database in `data`, or a new one. Raises RuntimeError, with what it said."""
    if not (data / "seren.sqlite3").exists():
        ground.tables_in(data)
    command = [sys.executable, "-m", "tests.serve", str(data)]
    command += ["--urls", urls] if urls else []
    command += ["--prepare", prepare] if prepare else []
    errors = (data / "serve.log").open("w+")
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        cwd=Path(__file__).resolve().parents[1],
        env={**os.environ, **environment},
    )
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    if not line.startswith("http://127.0.0.1:"):
        process.wait()
        errors.seek(0)
        raise RuntimeError(f"the server did not come up:\n{errors.read()[-3000:]}")
    return Server(line, process)


@contextmanager
def serving(data: Path, *, urls: str = "", prepare: str = "", **environment: str) -> Iterator[str]:
    server = start(data, urls=urls, prepare=prepare, **environment)
    try:
        yield server.url
    finally:
        server.stop()
