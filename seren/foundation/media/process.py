"""Our side of the process that opens uploads: what it is given, how long it may take, what it may answer.

Whatever it says is taken for a stranger's word: one short line, two numbers within bounds, or a known code.
"""

import importlib.util
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from seren.foundation.media.decoder import shapes

_SOURCE = Path(__file__).resolve().parents[3]
_ANSWER_BYTES = 64
_PATIENCE = {"look": 10, "make": 20}  # seconds on the wall
_KEPT = ("SYSTEMROOT",)  # Windows starts nothing without it
_KNOWN = {"damaged", "not-a-photo", "too-many-pixels"}


class Unreadable(Exception):
    """The picture will not do. `code` is one of media.refusals."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Unmade(RuntimeError):
    """Not the picture's fault (a full disk, a machine too busy): worth another try later."""


def look(kind: str, upload: BinaryIO) -> tuple[int, int]:
    """Width and height as a person sees the picture. Raises Unreadable, Unmade."""
    return _ask("look", kind, upload, Path(os.path.abspath(os.sep)))


def make(kind: str, upload: BinaryIO, workplace: Path) -> tuple[int, int]:
    """Write the sizes into `workplace`; the shape of the largest. Raises Unreadable, Unmade."""
    return _ask("make", kind, upload, workplace)


def command(task: str, kind: str) -> list[str]:
    """No site, no folder of the user's: our code and the image libraries, nothing else to import.

    As `-m seren.foundation.media.decoder`, less the 5 ms that `-m` takes to find it.
    """
    start = "from seren.foundation.media.decoder.run import main; main()"
    return [sys.executable, "-S", "-s", "-P", "-c", start, task, kind]


def _ask(task: str, kind: str, upload: BinaryIO, place: Path) -> tuple[int, int]:
    upload.seek(0)
    process = subprocess.Popen(  # noqa: S603  (a list of our own words, no shell)
        command(task, kind),
        stdin=upload,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=place,
        env=surroundings(),
    )
    late = threading.Event()

    def give_up() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(_PATIENCE[task], give_up)
    timer.daemon = True
    timer.start()
    try:
        with process:
            assert process.stdout is not None
            answer = process.stdout.read(_ANSWER_BYTES)
    finally:
        timer.cancel()
    if late.is_set():
        raise Unmade(f"{task} took longer than {_PATIENCE[task]} s")
    return _understood(task, answer, process.returncode)


def _understood(task: str, answer: bytes, ended: int) -> tuple[int, int]:
    words = answer.decode("ascii", "replace").split()
    if len(words) == 3 and words[0] == "ok" and words[1].isdigit() and words[2].isdigit() and ended == 0:
        width, height = int(words[1]), int(words[2])
        if 0 < width * height <= shapes.PIXELS:
            return width, height
    if len(words) == 2 and words[0] == "no" and words[1] in _KNOWN:
        raise Unreadable(words[1])
    if ended < 0 and -ended == getattr(signal, "SIGXCPU", 0):
        raise Unreadable("too-hard")
    if ended < 0 and -ended != getattr(signal, "SIGKILL", 0):  # it fell over the picture
        raise Unreadable("damaged")
    raise Unmade(f"{task} ended with {ended}")


def surroundings() -> dict[str, str]:
    """No setting, secret or address of ours; where to find our code and the image libraries."""
    libraries = importlib.util.find_spec("PIL")
    assert libraries is not None
    assert libraries.origin is not None
    path = [str(_SOURCE), str(Path(libraries.origin).parents[1])]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {"PYTHONPATH": os.pathsep.join(path), "MALLOC_ARENA_MAX": "1", "LC_ALL": "C.UTF-8", **kept}
