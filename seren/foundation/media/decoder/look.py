"""Headers only: the shape of a photo, or why it will not do."""

from seren.foundation.media.decoder import heif, jpeg, png, shapes, webp
from seren.foundation.media.decoder.header import Header, Unfit

_READERS = {"jpeg": jpeg.read, "png": png.read, "webp": webp.read, "heic": heif.read}


def look(kind: str, data: bytes) -> Header:
    """The header of a whole file of that kind. Raises Unfit where it is cut short or asks too much."""
    try:
        header = _READERS[kind](data)
    except (IndexError, ValueError, KeyError) as cut:
        raise Unfit("damaged") from cut
    if header.width < 1 or header.height < 1:
        raise Unfit("damaged")
    if header.width * header.height > shapes.PIXELS_OF.get(kind, shapes.PIXELS):
        raise Unfit("too-many-pixels")
    if header.held > shapes.COEFFICIENT_BYTES:
        raise Unfit("too-many-pixels")
    return header
