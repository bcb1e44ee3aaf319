"""The small world for tests: the cast of the demo on the fixed instant, in a database of its own.

It is built once per run, through the verbs, as a whole installation: database, keys, photos. All have copies.

In the test's process: the fixtures `world` and `signed_in` (tests/conftest.py). Each process has one copy;
what a test does to it is rolled back. Tests without `world` never see it.

For a browser, or a process of its own, `copy_of_world(tmp_path)`, always on SQLite:

    @pytest.fixture(scope="module")
    def site(tmp_path_factory):
        with serving_world(tmp_path_factory.mktemp("site")) as site:
            yield site      # site.url, site.world; site.sign_in(page, "mother")
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests import ground
from tests.browser_server import serving
from tests.instant import NOW

if TYPE_CHECKING:
    from django.test import Client

    from seren.doors.demo.world import World

TODAY = date(2025, 5, 14)
SEED = 1
WORLD = "world"  # the name of its database on PostgreSQL
_URLS = "tests.world_urls"
_IN_MEMORY = "file:memorydb_{}?mode=memory&cache=shared"


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


def open_world() -> tuple[World, Any]:
    """A copy of the world for this process, and a connection to it."""
    from django.conf import settings
    from django.db import connections

    base = connections["default"]
    installation = made(base.vendor)
    shutil.copytree(installation / "media", settings.MEDIA, dirs_exist_ok=True)
    ground.keys_too(installation / "keys", settings.KEYS)
    if base.vendor == "sqlite":
        connection = _connection(base, _IN_MEMORY.format(WORLD))
        memory = ground.in_memory(installation / "seren.sqlite3", connection.settings_dict["NAME"])
        connection.ensure_connection()
        memory.close()
    else:
        connection = _copied(base, WORLD, WORLD)
    return world_of(installation), connection


def open_database(suffix: str) -> Any:
    """A connection to a new copy of the test database."""
    from django.db import connections

    base = connections["default"]
    if base.vendor == "sqlite":
        base.ensure_connection()
        connection = _connection(base, _IN_MEMORY.format(suffix))
        connection.ensure_connection()
        base.connection.backup(connection.connection)
        return connection
    return _copied(base, base.settings_dict["NAME"], suffix)


def open_tables(suffix: str, **options: Any) -> Any:
    """A connection to a new database on SQLite with all tables and no row."""
    from django.db import connections

    connection = _connection(connections["default"], _IN_MEMORY.format(suffix), **options)
    memory = ground.in_memory(ground.tables_of_sqlite(), connection.settings_dict["NAME"])
    connection.ensure_connection()
    memory.close()
    return connection


def _connection(base: Any, name: str, **more: Any) -> Any:
    options = {key: value for key, value in base.settings_dict["OPTIONS"].items() if key != "pool"} | more
    return type(base)({**base.settings_dict, "NAME": name, "OPTIONS": options}, "default")


def _copied(base: Any, template: str, suffix: str) -> Any:
    own = f"{base.settings_dict['NAME']}_{suffix}"
    _on_postgresql(base, f'DROP DATABASE IF EXISTS "{own}"', f'CREATE DATABASE "{own}" TEMPLATE "{template}"')
    return _connection(base, own)


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
    installation = made()
    data = folder / "data"
    shutil.copytree(installation, data)
    return data


def world_of(data: Path) -> World:
    world: World = pickle.loads((data / "world.pickle").read_bytes())
    return world


def made(vendor: str = "sqlite") -> Path:
    """The installation that is copied: made once, on the database asked for."""
    return ground.once(f"world-on-{vendor}", _make)


def _make(folder: Path) -> None:
    ground.one_key(folder)
    if folder.name.endswith("postgresql"):
        ground.python("tests.world", folder, ground.on_postgresql(WORLD, ground.tables_of_postgresql()))
        return
    ground.tables_in(folder)
    ground.python("tests.world", folder)


def _build_installation() -> None:
    """In a process of its own: SEREN_TEST_DATA becomes an installation. The world's ids come last."""
    import django
    from django.conf import settings

    django.setup()
    ground.without_waiting_for_the_disk()
    world = build()
    ground.whole()
    (Path(settings.DATA) / "world.pickle").write_bytes(pickle.dumps(world))


if __name__ == "__main__":
    _build_installation()
