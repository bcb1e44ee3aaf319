"""HEIC: the boxes down to the main picture's size and turn, and whether each box is all there.

The turn is a property of the picture that the library applies by itself; EXIF must not turn it again.
A box that is not there is a KeyError, which `look` takes for damage.
"""

from collections.abc import Iterator

from seren.foundation.media.decoder.header import Header, Unfit, number

_BOXES = 10_000


def read(data: bytes) -> Header:
    top = _top(data)
    start, end = top["meta"]
    meta = dict(_boxes(data, start + 4, end))
    if "mdat" not in top and "idat" not in meta:
        raise Unfit("damaged")
    properties = dict(_boxes(data, *meta["iprp"]))
    having = _properties_of(data, _main_item(data, *meta["pitm"]), *properties["ipma"])
    width = height = turns = 0
    for place, (name, (body, _)) in enumerate(_boxes(data, *properties["ipco"]), start=1):
        if place in having and name == "ispe":
            width, height = number(data, body + 4, 4), number(data, body + 8, 4)
        if place in having and name == "irot":
            turns += number(data, body, 1) & 3
    return Header(height, width) if turns % 2 else Header(width, height)


def _top(data: bytes) -> dict[str, tuple[int, int]]:
    """The outermost boxes. What some cameras add behind the picture need not be a box."""
    top: dict[str, tuple[int, int]] = {}
    try:
        for name, place in _boxes(data, 0, len(data)):
            top.setdefault(name, place)
    except (Unfit, IndexError):
        if "mdat" not in top:
            raise
    return top


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """The boxes between two places: name, and where its body begins and ends."""
    for _ in range(_BOXES):
        if at + 8 > end:
            return
        size, body = number(data, at, 4), at + 8
        if size == 1:
            size, body = number(data, at + 8, 8), at + 16
        stop = end if size == 0 else at + size
        if stop > end or stop < body:
            raise Unfit("damaged")
        yield data[at + 4 : at + 8].decode("latin-1"), (body, stop)
        at = stop


def _main_item(data: bytes, body: int, _end: int) -> int:
    return number(data, body + 4, 4 if data[body] else 2)


def _properties_of(data: bytes, item: int, body: int, end: int) -> set[int]:
    """Places (from 1) of the properties an item has."""
    wide_item, wide_place = data[body] >= 1, data[body + 3] & 1
    entries, at = number(data, body + 4, 4), body + 8
    for _ in range(min(entries, _BOXES)):
        this = number(data, at, 4 if wide_item else 2)
        at += 4 if wide_item else 2
        count = number(data, at, 1)
        step = 2 if wide_place else 1
        if at + 1 + count * step > end:
            raise Unfit("damaged")
        if this == item:
            mask = 0x7FFF if wide_place else 0x7F
            return {number(data, at + 1 + n * step, step) & mask for n in range(count)}
        at += 1 + count * step
    raise Unfit("damaged")
