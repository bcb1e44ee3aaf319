"""How soon a copy that has been here before shows its first page, and the memory it then keeps while idle.

`seren bench start`. The first start builds the demo and is not measured; the median of three more is.
"""

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS, MEGABYTES = 3.0, 200.0
BUILDING, STARTING, SETTLING = 300, 60, 10  # seconds of patience; and before it is idle


def main() -> int:
    """Prints the figures; 1 where one misses its bar."""
    with tempfile.TemporaryDirectory(prefix="seren-bench-") as folder:
        with _started(folder, BUILDING):
            pass
        taken, kept = [], None
        for _turn in range(3):
            begun = time.monotonic()
            with _started(folder, STARTING) as process:
                taken.append(time.monotonic() - begun)
                if kept is None:
                    time.sleep(SETTLING)
                    kept = _pss(process.pid)
    seconds = statistics.median(taken)
    print(f"first page          {seconds:6.1f} s after a second start (at most {SECONDS:.0f})")
    told = "not told by this system" if kept is None else f"{kept:6.0f} MB (at most {MEGABYTES:.0f})"
    print(f"idle memory (PSS)   {told}")
    return int(seconds > SECONDS or (kept or 0) > MEGABYTES)


@contextmanager
def _started(folder: str, patience: float) -> Iterator[subprocess.Popen[bytes]]:
    port = _free_port()
    command = [sys.executable, "-m", "seren", "demo", "--data", folder, "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        _first_page(process, f"http://127.0.0.1:{port}/", time.monotonic() + patience)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _first_page(process: subprocess.Popen[bytes], address: str, until: float) -> None:
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                answer.read()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise SystemExit("Seren did not start.")


def _pss(group: int) -> float | None:
    """Megabytes of every process of a group, shared pages counted once. None where there is no /proc."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(folder.name)) == group:
                rollup = (folder / "smaps_rollup").read_text()
                found += [int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")]
        except (OSError, ProcessLookupError):
            continue
    return sum(found) / 1024 if found else None


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


if __name__ == "__main__":
    raise SystemExit(main())
