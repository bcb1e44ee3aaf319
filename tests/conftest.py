"""One fixed instant for every test: Wednesday 14 May 2025, 10:40 in London."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from seren.foundation.kernel import clock

NOW = datetime(2025, 5, 14, 9, 40, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _one_fixed_instant() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def now() -> datetime:
    return clock.now()
