"""One fixed instant for every test: Wednesday 14 May 2025, 10:40 in London."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.db import connections
from django.utils import translation
from hypothesis import settings as hypothesis

from seren.foundation.kernel import clock
from tests import ground
from tests import world as worlds
from tests.browser_server import browser_context_args, browser_type_launch_args
from tests.instant import NOW

if TYPE_CHECKING:
    from django.test import Client

    from seren.doors.demo.world import World
    from tests.bluebell import Bluebell

__all__ = ["NOW", "browser_context_args", "browser_type_launch_args"]

# A slow machine is no fault of the product: examples are not timed.
hypothesis.register_profile("untimed", deadline=None)
hypothesis.load_profile("untimed")

# Playwright's loop runs in the test's own thread; Django would refuse the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(autouse=True)
def _one_fixed_instant(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.node.get_closest_marker("browser"):
        yield  # the server lives at the instant; a browser is driven by the real clock
        return
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def now() -> datetime:
    return clock.now()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Read by pytest-django before it makes the test database."""
    ground.tables_under_tests(connections["default"])


@pytest.fixture(scope="session")
def built_world(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[World, Any]]:
    """The small world, a copy for each process; and the connection to it."""
    with django_db_blocker.unblock():
        built, connection = worlds.open_world()
    yield built, connection
    with django_db_blocker.unblock():
        worlds.close_database(connection)


@pytest.fixture
def world(built_world: tuple[World, Any], db: None) -> Iterator[World]:
    """The cast and their happenings. Whatever a test does to them is undone."""
    built, connection = built_world
    with worlds.connected_to(connection), worlds.undone(connection):
        yield built


@pytest.fixture
def bluebell(world: World, now: datetime) -> Bluebell:
    """A second provider beside the world, with canaries in all its words."""
    from tests.bluebell import open_bluebell

    return open_bluebell(now)


@pytest.fixture
def signed_in(world: World) -> Callable[[str], Client]:
    """`signed_in("mother")` is a client of hers, both factors shown."""
    from django.test import Client

    return lambda who: worlds.sign_in(Client(), world, who)
