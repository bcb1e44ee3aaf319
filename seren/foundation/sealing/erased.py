"""The log of the erased: ids and days, one a line, in a file that outlives every copy of the keys."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

from seren.foundation.sealing import disk

FILE = "erased.log"
_LINE = re.compile(rb"^(\d{4}-\d\d-\d\d) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\n", re.MULTILINE)


def note(folder: Path, subject: UUID, day: date) -> None:
    """On the disk when this returns. A subject in the log never comes back."""
    disk.append(folder / FILE, _lines({str(subject): day.isoformat()}))


def add(folder: Path, others: Mapping[str, str]) -> None:
    """Those of `others` that are not in the log yet, with the day they were erased."""
    there = read(folder)
    new = {subject: day for subject, day in others.items() if subject not in there}
    if new:
        disk.append(folder / FILE, _lines(new))


def read(folder: Path) -> dict[str, str]:
    """Each subject of the log and its day. What a power cut left unfinished was never erased."""
    return {subject.decode(): day.decode() for day, subject in _LINE.findall(_raw(folder))}


def measure(folder: Path) -> tuple[int, bytes]:
    """How many lines there are, and the file's size: asked at every start, without reading line by line."""
    raw = _raw(folder)
    return raw.count(b"\n"), str(len(raw)).encode()


def _raw(folder: Path) -> bytes:
    try:
        return (folder / FILE).read_bytes()
    except FileNotFoundError:
        return b""


def _lines(subjects: Mapping[str, str]) -> bytes:
    return "".join(f"{day} {subject}\n" for subject, day in subjects.items()).encode()
