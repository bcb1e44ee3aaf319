"""Runs `seren` as a person does: a process of its own, with a real clock and a folder of its own."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


def environment(**more: str) -> dict[str, str]:
    """The shell's, without what would lead to another installation."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SEREN_", "DATABASE", "KEYS_"))
    }
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def seren(*words: object, **env: str) -> Said:
    return python("-m", "seren", *words, **env)


def python(*words: object, **env: str) -> Said:
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        env=environment(**env), capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    return Said(done.returncode, done.stdout, done.stderr)


def make(data: Path, kind: str = "live", **env: str) -> None:
    """An empty installation, as `serve` makes it on its first run."""
    code = (
        "import sys; from seren.doors.commands import ground, opening; "
        "opening.open_or_make(ground.stand_on(sys.argv[1], making=True), sys.argv[2])"
    )
    said = python("-c", code, data, kind, **env)
    assert said.code == 0, said.all


@contextmanager
def serving(*words: object, port: int, **env: str) -> Iterator[subprocess.Popen[str]]:
    """`seren …` while it serves; ready when this is entered, gone when it is left."""
    process = subprocess.Popen(
        [sys.executable, "-m", "seren", *map(str, words), "--port", str(port)],
        env=environment(**env), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT,
    )  # fmt: skip
    try:
        wait_for(lambda: process.poll() is not None or status(port) is not None, "the server")
        assert process.poll() is None, process.stdout and process.stdout.read()
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
        if process.stdout:
            process.stdout.close()


def status(port: int, path: str = "/", **headers: str) -> int | None:
    """The status of a page, or None where nobody listens."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    try:
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code
    except (urllib.error.URLError, ConnectionError):
        return None


def wait_for(happened: object, what: str, seconds: float = 120) -> None:
    """Real time passes here, though the tests' own clock stands still."""
    until = time.monotonic() + seconds
    while not happened():  # type: ignore[operator]
        assert time.monotonic() < until, f"{what} did not come"
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    """Processes below one, all the way down."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *children(int(child))]
    return found
