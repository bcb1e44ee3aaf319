"""Everything that happens, in the order it happened: each act of a verb with its instant."""

import heapq
from collections.abc import Callable, Iterator
from datetime import datetime

Act = Callable[[datetime], None]


class Diary:
    """Written in any order, lived in the order of time; of equal instants the one written first is first."""

    def __init__(self) -> None:
        self._pages: list[tuple[datetime, int, Act]] = []
        self._written = 0

    def __len__(self) -> int:
        return len(self._pages)

    def write(self, at: datetime, act: Act) -> None:
        heapq.heappush(self._pages, (at, self._written, act))
        self._written += 1

    def live(self) -> Iterator[None]:
        """Do one act after the other; stops after each one, so that whoever builds can look up."""
        while self._pages:
            at, _, act = heapq.heappop(self._pages)
            act(at)
            yield
