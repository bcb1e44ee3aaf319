"""PNG: the header chunk, the orientation, and whether the file reaches its end."""

import zlib

from seren.foundation.media.decoder.header import Header, Unfit, number, orientation

_CHUNKS = 100_000


def read(data: bytes) -> Header:
    if number(data, 8, 4) != 13 or data[12:16] != b"IHDR" or zlib.crc32(data[12:29]) != number(data, 29, 4):
        raise Unfit("damaged")
    at, turned, pixels = 33, 1, False
    for _ in range(_CHUNKS):
        length, name = number(data, at, 4), data[at + 4 : at + 8]
        number(data, at + 8 + length, 4)  # the chunk is all there, its checksum too
        if name == b"IEND":
            break
        if name == b"eXIf":
            turned = orientation(data[at + 8 : at + 8 + length])
        pixels = pixels or name == b"IDAT"
        at += 12 + length
    else:
        raise Unfit("damaged")
    if not pixels:
        raise Unfit("damaged")
    return Header(number(data, 16, 4), number(data, 20, 4), turned)
