"""JPEG: the frame, the orientation, and whether the file reaches its end."""

from seren.foundation.media.decoder import shapes
from seren.foundation.media.decoder.header import Header, Unfit, number, orientation

_PROGRESSIVE = 0xC2
_FRAMES = {0xC0, 0xC1, _PROGRESSIVE}  # with baseline and extended: what the decoder reads
_OTHER_FRAMES = {0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)}
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length
_SOS = 0xDA


def read(data: bytes) -> Header:
    frame, exif, at = b"", b"", 2
    while True:
        marker, at = _next_marker(data, at)
        if marker in _ALONE:
            continue
        length = number(data, at, 2)
        segment = data[at + 2 : at + length]
        if length < 2 or len(segment) != length - 2 or marker == 0xD9:
            raise Unfit("damaged")
        if marker == _SOS:
            break
        if marker in _OTHER_FRAMES:
            raise Unfit("not-a-photo")
        if marker in _FRAMES:
            frame = bytes([marker]) + segment
        if marker == 0xE1 and not exif and segment[:6] == b"Exif\x00\x00":
            exif = segment
        at += length
    # Inside coded data an FF is always followed by 00, so what is found really are markers.
    end = len(data) - 2 if data.endswith(b"\xff\xd9") else data.find(b"\xff\xd9", at)
    if not frame or end < 0:
        raise Unfit("damaged")
    in_one = frame[0] != _PROGRESSIVE and segment[:1] == frame[6:7]  # all colours in the first scan
    scans = 1 if in_one else 1 + data.count(b"\xff\xda", at, end)
    if scans > shapes.JPEG_SCANS:
        raise Unfit("damaged")
    width, height = number(frame, 4, 2), number(frame, 2, 2)
    return Header(width, height, orientation(exif), _held(frame, width, height, scans))


def _next_marker(data: bytes, at: int) -> tuple[int, int]:
    at = data.index(b"\xff", at)
    while data[at] == 0xFF:
        at += 1
    return data[at], at + 1


def _held(frame: bytes, width: int, height: int, scans: int) -> int:
    """Bytes of coefficients: two a sample, kept for the whole picture where there are several scans."""
    if frame[0] != _PROGRESSIVE and scans == 1:
        return 0
    parts = [frame[at + 1] for at in range(6 + 1, 6 + 1 + 3 * frame[6], 3)]
    across = [part >> 4 for part in parts]
    down = [part & 15 for part in parts]
    if not parts or 0 in across or 0 in down:
        raise Unfit("damaged")
    samples = sum(a * d for a, d in zip(across, down, strict=True))
    return width * height * samples * 2 // (max(across) * max(down))
