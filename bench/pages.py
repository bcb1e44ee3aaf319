"""The parent's hot page beside the bare floor: requests a second of both, turn by turn in one process.

`seren bench pages`. The floor is a Django view with session, one query and a template of 20 rows. Ours is
`/stars/` of Mali's mother in the lived-in world: 20 moments with photos and replies, every rule in force;
once with each card drawn anew, once with cards kept under their whole read model.
"""

import gzip
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from bench.calling import Answer, caller, made_elsewhere

TURNS = 150
PAGES = {"stars": "/stars/"}
AT_LEAST = {"stars, no cache": 0.20, "stars, cards kept": 0.35}
_DEPTHS = 100  # frames of this size fill more than a piece of stack of 16 KB
MOST_QUERIES, MOST_GZIP = 12, 40 * 1024


def main() -> int:
    """Prints the figures; 1 where one misses its bar, so that a script can tell."""
    with tempfile.TemporaryDirectory(prefix="seren-bench-") as folder:
        small = bool(os.environ.get("SEREN_BENCH_SMALL"))
        return _measure(made_elsewhere(folder, "mother", small=small))


def _measure(cookie: str) -> int:
    from django.conf import settings

    from seren.foundation.ui.door import forget_all

    page, floor = caller(), caller(["bench.floor.own_addresses", settings.MIDDLEWARE[3]])
    missed = 0
    for name, path in PAGES.items():
        for label, before in ((f"{name}, no cache", forget_all), (f"{name}, cards kept", lambda: None)):
            ratio = _compare(label, partial(floor, "/floor/", cookie), partial(page, path, cookie), before)
            missed += ratio < AT_LEAST.get(label, 0)
        missed += _weigh(name, partial(page, path, cookie))
    return int(missed > 0)


def _compare(label: str, floor: Callable[[], Answer], page: Callable[[], Answer], before: Any) -> float:
    spent: dict[str, list[float]] = {"floor": [], "page": []}
    for turn in range(TURNS):
        for which, call in (("floor", floor), ("page", page)):
            before()
            begun = time.process_time()
            status, _body = _deeper(turn * 7 % _DEPTHS, call)
            assert status == 200, f"{which} answered {status}: {_body[:1500]!r}"
            if turn >= TURNS // 10:  # the first ones warm everything up
                spent[which].append(time.process_time() - begun)
    medians = {which: statistics.median(times) * 1000 for which, times in spent.items()}
    ratio = medians["floor"] / medians["page"]
    bar = AT_LEAST.get(label)
    told = f"(at least {bar:.2f}) {'kept' if ratio >= bar else 'MISSED'}" if bar else ""
    both = "  ".join(f"{which} {spent:.2f} ms" for which, spent in medians.items())
    print(f"{label:20} {both}  ratio {ratio:.2f} {told}")
    return ratio


def _deeper(frames: int, call: Callable[[], Answer]) -> Answer:
    """Called from further down: Python is a fifth slower where a loop crosses the edge of a piece of stack.

    Every server calls from another depth, so each turn does.
    """
    return _deeper(frames - 1, call) if frames else call()


def _weigh(name: str, call: Callable[[], Answer]) -> bool:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        _status, body = call()
    small = len(gzip.compress(body, 6))
    asked = [q["sql"] for q in queries.captured_queries if q["sql"].lstrip().startswith(("SELECT", "WITH"))]
    print(f"{name:20} {len(asked)} queries (at most {MOST_QUERIES}), {len(body)} bytes, {small} gzip")
    return len(asked) > MOST_QUERIES or small > MOST_GZIP


if __name__ == "__main__":
    raise SystemExit(main())
