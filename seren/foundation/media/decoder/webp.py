"""WebP: the canvas, the orientation, and whether the file is as long as it says."""

from seren.foundation.media.decoder.header import Header, Unfit, number, orientation

_CHUNKS = 100_000


def read(data: bytes) -> Header:
    end = 8 + number(data, 4, 4, "little")
    if end > len(data):
        raise Unfit("damaged")
    first = data[12:16]
    if first == b"VP8 ":
        if data[23:26] != b"\x9d\x01\x2a":
            raise Unfit("damaged")
        return Header(number(data, 26, 2, "little") & 0x3FFF, number(data, 28, 2, "little") & 0x3FFF)
    if first == b"VP8L":
        bits = number(data, 21, 4, "little")
        return Header((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if first == b"VP8X":
        width, height = number(data, 24, 3, "little") + 1, number(data, 27, 3, "little") + 1
        return Header(width, height, _turned(data, end))
    raise Unfit("damaged")


def _turned(data: bytes, end: int) -> int:
    at = 12
    for _ in range(_CHUNKS):
        if at + 8 > end:
            break
        length = number(data, at + 4, 4, "little")
        if data[at : at + 4] == b"EXIF":
            return orientation(data[at + 8 : at + 8 + length])
        at += 8 + length + length % 2
    return 1
