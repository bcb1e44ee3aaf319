"""Drawing many pictures into a folder, in as many processes as the machine has processors."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from seren.doors.demo.pictures.album import draw

_QUALITY = 90
_SOURCE = Path(__file__).resolve().parents[4]

Wanted = Sequence[tuple[str, int]]


def file_of(folder: Path, kind: str, variant: int) -> Path:
    return folder / f"{kind}-{variant}.jpg"


def draw_files(folder: Path, wanted: Wanted, width: int) -> None:
    """Here, one after the other."""
    for kind, variant in wanted:
        done = file_of(folder, kind, variant)
        draw(kind, variant, width).save(done.with_suffix(".part"), "JPEG", quality=_QUALITY)
        done.with_suffix(".part").replace(done)


class Drawing:
    """Drawing that goes on beside us. `finish` waits for it; raises RuntimeError where it failed."""

    def __init__(self, folder: Path, wanted: Wanted, width: int) -> None:
        hands = max(1, (os.cpu_count() or 2) - 1)
        self._hands = [
            subprocess.Popen(  # noqa: S603  (our own words, no shell)
                [sys.executable, "-m", __package__, str(folder), str(width), *_words(wanted[hand::hands])],
                cwd=_SOURCE,
            )
            for hand in range(min(hands, len(wanted)))
        ]

    def finish(self) -> None:
        ended = [hand.wait() for hand in self._hands]
        if any(ended):
            raise RuntimeError("the pictures could not be drawn")


def _words(wanted: Wanted) -> list[str]:
    return [f"{kind}:{variant}" for kind, variant in wanted]
