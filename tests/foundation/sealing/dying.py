"""A process that is killed, with no time to say goodbye, when it comes to a named step."""

import signal
import subprocess
import sys

from tests.doors.commands.running import ROOT, environment

_KILL = "import os, signal\ndie = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)\n"


def dies(code: str, *words: object, **env: str) -> None:
    """Run `code`, in which `die` is a function that ends the process at once; it must come to that."""
    done = subprocess.run(
        [sys.executable, "-c", _KILL + code, *map(str, words)],
        env=environment(**env), capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr[-2000:]
