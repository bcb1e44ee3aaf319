"""The sizes of one photo: load, shut the door, read, paint, write, read back."""

import contextlib
import os

from seren.foundation.media.decoder import canvas, libraries, limits, opening, shapes, writing
from seren.foundation.media.decoder.look import look


def make(kind: str) -> tuple[int, int]:
    """Standard input as `full.jpg`, `page.jpg`, `thumb.jpg` in the working folder. Raises Unfit, OSError."""
    libraries.load(kind)
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
