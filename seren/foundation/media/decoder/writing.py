"""The three sizes written, each read back before anybody lets go of the upload.

The smaller sizes are made from what was read back: one decoding proves the file and feeds the next size.
"""

from collections.abc import Mapping
from typing import BinaryIO

from PIL import Image

from seren.foundation.media.decoder import shapes

_QUALITY = {"full": 85, "page": 80, "thumb": 78}
_LOWER = (70, 60, 50, 40, 30, 20, 10)  # for a thumb that came out too heavy


class Unwritten(OSError):
    """What was written does not read back: the disk, not the photo."""


def write_all(canvas: Image.Image, files: Mapping[str, BinaryIO]) -> None:
    """`canvas` in every size, each into its file. Raises OSError."""
    whole = canvas.size
    for size, next_size in (("full", "page"), ("page", "thumb"), ("thumb", "thumb")):
        shape = shapes.fit(*whole, shapes.SIZES[size])
        if shape != canvas.size:
            canvas = canvas.resize(shape, Image.Resampling.HAMMING)
        _write(canvas, files[size], _QUALITY[size])
        if size == "thumb":
            _lighten(canvas, files[size])
        canvas = _read_back(files[size], shape, shapes.fit(*whole, shapes.SIZES[next_size]))


def _write(picture: Image.Image, file: BinaryIO, quality: int) -> None:
    file.seek(0)
    file.truncate()
    picture.save(file, "JPEG", quality=quality)
    file.flush()


def _lighten(picture: Image.Image, file: BinaryIO) -> None:
    for quality in _LOWER:
        if file.tell() <= shapes.THUMB_BYTES:
            return
        _write(picture, file, quality)


def _read_back(file: BinaryIO, shape: tuple[int, int], least: tuple[int, int]) -> Image.Image:
    """The picture in the file, every byte of it decoded, no smaller than `least`."""
    file.seek(0)
    written = Image.open(file, formats=["JPEG"])
    if written.size != shape:
        raise Unwritten(f"{written.size} is not {shape}")
    written.draft(None, least)
    written.load()
    return written
