"""One installation is made for all; each test gets a copy of its own."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.doors.commands.running import make


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("made") / "live"
    make(data)
    return data


@pytest.fixture
def live(_made: Path, tmp_path: Path) -> Path:
    return _copy(_made, tmp_path / "live", "live")


@pytest.fixture
def of_kind(_made: Path, tmp_path: Path) -> Callable[[str], Path]:
    return lambda kind: _copy(_made, tmp_path / kind, kind)


def _copy(made: Path, data: Path, kind: str) -> Path:
    """Kinds differ in one row and one file."""
    shutil.copytree(made, data)
    (data / "kind").write_text(f"{kind}\n")
    with closing(sqlite3.connect(data / "seren.sqlite3")) as database:
        database.execute("UPDATE kernel_installation SET kind = ?", [kind])
        database.commit()
    return data
