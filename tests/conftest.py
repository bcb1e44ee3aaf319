"""One fixed instant for every test: Wednesday 14 May 2025, 10:40 in London."""

import os
from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.utils import translation
from hypothesis import settings as hypothesis

from seren.foundation.kernel import clock
from tests.browser_server import browser_context_args, browser_type_launch_args
from tests.instant import NOW

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
