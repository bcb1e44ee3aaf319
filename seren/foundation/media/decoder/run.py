"""One task, from first limit to last line. Imports little: a look costs what starting Python costs."""

import os
import sys

from seren.foundation.media.decoder import limits
from seren.foundation.media.decoder.header import Unfit
from seren.foundation.media.decoder.look import look


def main() -> None:
    task, kind = sys.argv[1:3]
    limits.use_little(task, os.fstat(0).st_size)
    try:
        width, height = _look(kind) if task == "look" else _make(kind)
        answer = f"ok {width} {height}"
    except Unfit as unfit:
        answer = f"no {unfit.code}"
    except MemoryError:
        answer = "no too-many-pixels"
    sys.stdout.write(answer + "\n")


def _look(kind: str) -> tuple[int, int]:
    with open(0, "rb", closefd=False) as upload:
        upload.seek(0)
        return look(kind, upload.read()).shown


def _make(kind: str) -> tuple[int, int]:
    from seren.foundation.media.decoder.make import make

    return make(kind)
