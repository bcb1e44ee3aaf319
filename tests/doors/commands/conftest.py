"""One installation is made for all, in all processes of the run; each test gets a copy of its own."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.doors.commands.running import make, wait_for


@pytest.fixture(scope="session")
def _made() -> Path:
    """Whoever comes first makes it: five seconds of migrations. The others wait."""
    data = Path(os.environ["SEREN_TEST_ROOT"]) / "made"
    ready = data / "ready"
    try:
        data.mkdir()
    except FileExistsError:
        wait_for(ready.exists, "the installation another process makes")
    else:
        make(data / "live")
        ready.touch()
    return data / "live"


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
