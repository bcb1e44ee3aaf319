"""How a command speaks: results on standard output, what goes on beside it, and trouble with exit code 1."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Trouble(Exception):
    """The work cannot be done. The message says why, and what to do. Exit code 1."""


def say(*lines: str) -> None:
    """The result: what a script may read."""
    print(*lines, sep="\n", flush=True)


def note(*lines: str) -> None:
    """What goes on, for whoever looks on: nothing in a pipe."""
    if sys.stderr.isatty():
        print(*lines, sep="\n", file=sys.stderr, flush=True)


def warn(*lines: str) -> None:
    """What a person must know even where nobody looks on."""
    print(*lines, sep="\n", file=sys.stderr, flush=True)


class Progress:
    """One line that counts, on a terminal only."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = -1

    def at(self, done: int, of: int) -> None:
        percent = 100 * done // of if of else 100
        if percent != self._shown and sys.stderr.isatty():
            self._shown = percent
            print(f"\r{self._what} … {percent} %", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        if self._shown >= 0:
            print(file=sys.stderr, flush=True)


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    line = Progress(what)
    try:
        yield line
    finally:
        line.close()
