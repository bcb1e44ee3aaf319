"""One task, from first limit to last line."""

import contextlib
import os
import sys

from seren.foundation.media.decoder import limits, shapes
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
    from seren.foundation.media.decoder import libraries

    libraries.load(kind)
    from seren.foundation.media.decoder import canvas, opening, writing

    with contextlib.ExitStack() as open_files:
        files = {size: open_files.enter_context(open(f"{size}.jpg", "x+b")) for size in shapes.SIZES}
        upload = open_files.enter_context(open(0, "rb", closefd=False))
        limits.open_nothing_more()  # everything is loaded and open; now come the first bytes of a stranger
        upload.seek(0)
        header = look(kind, upload.read())
        with libraries.speaking_plainly():
            picture = opening.open_picture(kind, upload, header)
            painted = canvas.paint(picture, header.turned)
            del picture
        writing.write_all(painted, files)
        for file in files.values():
            os.fsync(file.fileno())
    return painted.size
