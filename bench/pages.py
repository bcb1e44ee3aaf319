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
from io import BytesIO
from typing import Any, Literal

TURNS = 150
PAGES = {"stars": "/stars/"}
AT_LEAST = {"stars, no cache": 0.20, "stars, cards kept": 0.35}
MOST_QUERIES, MOST_GZIP = 12, 40 * 1024
Answer = tuple[int, bytes]


def main() -> int:
    """Prints the figures; 1 where one misses its bar, so that a script can tell."""
    with tempfile.TemporaryDirectory(prefix="seren-bench-") as folder:
        cookie = _lived_in(folder)
        return _measure(cookie)


def _measure(cookie: str) -> int:
    from django.conf import settings

    from seren.foundation.ui.door import forget_all

    page = _caller(settings.MIDDLEWARE, cookie)
    floor = _caller(["bench.floor.own_addresses", settings.MIDDLEWARE[3]], cookie)
    missed = 0
    for name, path in PAGES.items():
        for label, before in ((f"{name}, no cache", forget_all), (f"{name}, cards kept", lambda: None)):
            ratio = _compare(label, lambda: floor("/floor/"), partial(page, path), before)
            missed += ratio < AT_LEAST.get(label, 0)
        missed += _weigh(name, partial(page, path))
    return int(missed > 0)


def _compare(label: str, floor: Callable[[], Answer], page: Callable[[], Answer], before: Any) -> float:
    spent: dict[str, list[float]] = {"floor": [], "page": []}
    for turn in range(TURNS):
        for which, call in (("floor", floor), ("page", page)):
            before()
            begun = time.process_time()
            status, _body = call()
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


def _weigh(name: str, call: Callable[[], Answer]) -> bool:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        _status, body = call()
    small = len(gzip.compress(body, 6))
    asked = [q["sql"] for q in queries.captured_queries if q["sql"].lstrip().startswith(("SELECT", "WITH"))]
    print(f"{name:20} {len(asked)} queries (at most {MOST_QUERIES}), {len(body)} bytes, {small} gzip")
    return len(asked) > MOST_QUERIES or small > MOST_GZIP


def _caller(middleware: list[str], cookie: str) -> Callable[[str], Answer]:
    """Calls the application as a server does, without a socket."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import override_settings

    with override_settings(MIDDLEWARE=middleware):
        handler = WSGIHandler()

    def call(path: str) -> Answer:
        status: list[str] = []

        def started(said: str, _headers: Any, _fault: Any = None, /) -> Any:
            status.append(said)

        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": cookie,
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": "http",
        }
        answer: Any = handler(environ, started)
        body = b"".join(answer)
        answer.close()
        return int(status[0].split()[0]), body

    return call


def _lived_in(folder: str) -> str:
    """Builds the world and signs Mali's mother in. Returns her cookie."""
    os.environ["SEREN_TEST_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "seren.config.settings.test"
    import django
    from django.conf import settings

    settings.STRICT_SECTIONS = False
    settings.ALLOWED_HOSTS = ["*"]
    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from seren.doors import demo
    from seren.foundation.kernel import clock
    from seren.foundation.kernel.models import Installation
    from tests.world import sign_in

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    now = clock.now()
    row = {"kind": "demo", "made_at": now, "fingerprint": ""}
    Installation.objects.update_or_create(id=1, defaults=row)
    size: Literal["small", "lived-in"] = "small" if os.environ.get("SEREN_BENCH_SMALL") else "lived-in"
    world = demo.build(size, clock.day_of(now), 1)
    client = sign_in(Client(), world, "mother")
    settings.STRICT_SECTIONS = True
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


if __name__ == "__main__":
    raise SystemExit(main())
