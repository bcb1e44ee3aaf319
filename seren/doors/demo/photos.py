"""Photos of the world: each picture is drawn once, and taken in like any upload for each moment it is in."""

import shutil
import tempfile
import time
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from uuid import UUID

from seren.doors.demo.pictures import Drawing, draw_files, file_of
from seren.foundation.media import door as media

_WIDTH = {"small": 640, "lived-in": 1200}  # small pictures are made in no time
_PATIENCE = 120  # seconds until a picture that is not drawn is given up


class Photos:
    """First everybody says which picture they want and when; then `begin`; then each takes theirs."""

    def __init__(self, size: str) -> None:
        self._beside = size == "lived-in"
        self._width = _WIDTH[size]
        self._wanted: list[tuple[datetime, str, int]] = []
        self._received: dict[int, Future[media.Received]] = {}
        self.kept: list[UUID] = []

    def want(self, at: datetime, kind: str, variant: int) -> int:
        self._wanted.append((at, kind, variant))
        return len(self._wanted) - 1

    def begin(self) -> None:
        """Draw and take in. In the lived-in world that goes on beside the rest, in the order of need."""
        self._folder = Path(tempfile.mkdtemp(prefix="seren-pictures-"))
        order = sorted(range(len(self._wanted)), key=lambda number: self._wanted[number][0])
        drawn = list(dict.fromkeys(self._wanted[number][1:] for number in order))
        self._drawing = Drawing(self._folder, drawn, self._width) if self._beside else None
        if self._drawing is None:
            draw_files(self._folder, drawn, self._width)
        self._hands = ThreadPoolExecutor(2)
        self._received = {number: self._hands.submit(self._receive, number) for number in order}

    def take(self, number: int) -> media.Received:
        return self._received[number].result()

    def end(self) -> None:
        self._hands.shutdown(cancel_futures=True)
        if self._drawing is not None:
            self._drawing.finish()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _receive(self, number: int) -> media.Received:
        path = file_of(self._folder, *self._wanted[number][1:])
        begun = time.monotonic()
        while not path.exists():
            if time.monotonic() - begun > _PATIENCE:
                raise RuntimeError(f"{path.name} was not drawn")
            time.sleep(0.05)
        return media.receive(path)
