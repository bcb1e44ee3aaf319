"""One installation is made for all, in all processes of the run; each test gets a copy of its own."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests import ground
from tests.doors.commands.running import make


@pytest.fixture(scope="session")
def _made() -> Path:
    """As the command makes it, with its own keys: five seconds of migrations."""
    return ground.once("made", lambda folder: make(folder / "live")) / "live"


@pytest.fixture(scope="session")
def of_kind(_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A new copy, of the kind asked for: kinds differ in one row and one file."""

    def copy(kind: str) -> Path:
        data = tmp_path_factory.mktemp(kind) / "data"
        shutil.copytree(_made, data)
        (data / "kind").write_text(f"{kind}\n")
        with closing(sqlite3.connect(data / "seren.sqlite3")) as database:
            database.execute("UPDATE kernel_installation SET kind = ?", [kind])
            database.commit()
        return data

    return copy


@pytest.fixture
def live(of_kind: Callable[[str], Path]) -> Path:
    return of_kind("live")
