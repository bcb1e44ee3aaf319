"""The small world for tests: the cast of the demo on the fixed instant, in a database of its own.

In the test's process: the fixtures `world` and `signed_in` (tests/conftest.py). Built once per process; what
a test does to it is rolled back. Tests without `world` never see it.

For a browser, or a process of its own: `copy_of_world(tmp_path)`, a whole installation on SQLite (database,
keys, photos), made once per run and copied:

    @pytest.fixture(scope="module")
    def site(tmp_path_factory):
        with serving_world(tmp_path_factory.mktemp("site")) as site:
            yield site      # site.url, site.world; site.sign_in(page, "mother")
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser_server import serving
from tests.instant import NOW

if TYPE_CHECKING:
    from django.test import Client

    from seren.doors.demo.world import World

TODAY = date(2025, 5, 14)
SEED = 1
_ROOT = Path(__file__).resolve().parents[1]
_URLS = "tests.world_urls"
_PATIENCE = 180  # seconds another process may take to build the one that is copied


def build() -> World:
    """The small world in the database this process is connected to, as an installation of kind demo."""
    import time_machine
    from django.test import override_settings
    from django.utils import translation

    from seren.doors import demo
    from seren.foundation.kernel.models import Installation

    with (
        time_machine.travel(NOW, tick=False),
        translation.override("en"),
        override_settings(STRICT_SECTIONS=False),  # the builder joins many verbs in one section
    ):
        Installation.objects.update_or_create(
            id=1, defaults={"kind": "demo", "made_at": NOW, "fingerprint": ""}
        )
        world = demo.build("small", TODAY, SEED)
        _in_english()
        return world


def _in_english() -> None:
    """Pages of Welsh readers too, or half the tests would be in Welsh: they choose it by `?lang=`."""
    from seren.foundation.access.door import SystemReason, system
    from seren.people.accounts.models import ReachMe

    system(SystemReason.BUILDING, ReachMe).filter(interface_language="cy").update(interface_language="en")


def open_database(suffix: str = "world") -> Any:
    """A connection to a new copy of the test database."""
    from django.db import connections

    base = connections["default"]
    name = base.settings_dict["NAME"]
    options = {key: value for key, value in base.settings_dict["OPTIONS"].items() if key != "pool"}
    if base.vendor == "sqlite":
        base.ensure_connection()
        memory = f"file:memorydb_{suffix}?mode=memory&cache=shared"
        connection = type(base)({**base.settings_dict, "NAME": memory, "OPTIONS": options}, "default")
        connection.ensure_connection()
        base.connection.backup(connection.connection)
        return connection
    own = f"{name}_{suffix}"
    _on_postgresql(base, f'DROP DATABASE IF EXISTS "{own}"', f'CREATE DATABASE "{own}" TEMPLATE "{name}"')
    return type(base)({**base.settings_dict, "NAME": own, "OPTIONS": options}, "default")


def close_database(connection: Any) -> None:
    """Its copy of the database goes with it."""
    from django.db import connections

    if connection.vendor == "sqlite":
        connection.connection.close()  # Django keeps a database in memory open
        return
    connection.close()
    _on_postgresql(connections["default"], f'DROP DATABASE "{connection.settings_dict["NAME"]}"')


def _on_postgresql(base: Any, *commands: str) -> None:
    base.close()
    base.close_pool()  # nobody may be connected to what is copied
    with base._nodb_cursor() as cursor:
        for command in commands:
            cursor.execute(command)


@contextmanager
def undone(connection: Any) -> Iterator[None]:
    """Whatever happens there is undone when this is left. Rows that contradict each other are found."""
    from django.db import transaction

    with transaction.atomic():
        yield
        if not connection.needs_rollback:
            connection.check_constraints()
        transaction.set_rollback(True)


@contextmanager
def connected_to(connection: Any) -> Iterator[None]:
    """All queries of this thread go there."""
    from django.db import connections

    before = connections["default"]
    connections["default"] = connection
    try:
        yield
    finally:
        connections["default"] = before


def sign_in(client: Client, world: World, who: str) -> Client:
    """`client` is signed in as that person, both factors shown, without walking through the pages."""
    from django.conf import settings
    from django.contrib.messages.middleware import MessageMiddleware
    from django.contrib.sessions.middleware import SessionMiddleware
    from django.http import HttpResponse
    from django.test import RequestFactory

    from seren.foundation.kernel import clock

    request = RequestFactory().get("/")
    for middleware in (SessionMiddleware, MessageMiddleware):
        middleware(lambda _request: HttpResponse()).process_request(request)
    _step_in(request, world, who, clock.now())
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    return client


def _step_in(request: Any, world: World, who: str, now: Any) -> None:
    from allauth.core import context
    from django.contrib.auth.models import AnonymousUser

    from seren.people.accounts.domain import sign_in_for_demo

    request.user = AnonymousUser()
    with context.request_context(request):
        sign_in_for_demo(request, world.people[who], now=now)


@dataclass(frozen=True)
class Site:
    """The product over a copy of the world, at the fixed instant, on an address of its own."""

    url: str
    data: Path
    world: World

    def sign_in(self, page: Any, who: str) -> None:
        """A Playwright page (or its context) is signed in as that person. It is not led anywhere."""
        answer = page.request.post(f"{self.url}/test/sign-in/", form={"who": str(self.world.people[who])})
        assert answer.ok, answer.text()[-2000:]


@contextmanager
def serving_world(folder: Path, **environment: str) -> Iterator[Site]:
    data = copy_of_world(folder)
    with serving(data, urls=_URLS, prepare=f"{_URLS}:open_up", **environment) as url:
        yield Site(url, data, world_of(data))


def copy_of_world(folder: Path) -> Path:
    """A new installation of kind demo in `folder`/data: its path. `world_of` says who is in it."""
    made = _made()
    data = folder / "data"
    shutil.copytree(made, data)
    return data


def world_of(data: Path) -> World:
    world: World = pickle.loads((data / "world.pickle").read_bytes())
    return world


def _made() -> Path:
    """Whoever comes first builds it, for all processes of the run. The others wait."""
    data = Path(os.environ["SEREN_TEST_ROOT"]) / "world"
    try:
        data.mkdir()
    except FileExistsError:
        begun = time.monotonic()
        while not (data / "world.pickle").exists():
            assert time.monotonic() - begun < _PATIENCE, "the world another process builds did not come"
            time.sleep(0.1)
        return data
    environment = {**os.environ, "SEREN_TEST_DATA": str(data)}
    environment.pop("DATABASE_URL", None)
    environment.setdefault("DJANGO_SETTINGS_MODULE", "seren.config.settings.test")
    built = subprocess.run(
        [sys.executable, "-m", "tests.world"],
        env=environment, cwd=_ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr[-3000:]
    return data


def _build_installation() -> None:
    """In a process of its own: SEREN_TEST_DATA becomes an installation. The world's ids come last."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")  # nobody needs it after a power cut
    world = build()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    part = Path(settings.DATA) / "world.part"
    part.write_bytes(pickle.dumps(world))
    part.rename(part.with_name("world.pickle"))


if __name__ == "__main__":
    _build_installation()
