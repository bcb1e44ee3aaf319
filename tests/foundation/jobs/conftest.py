"""Time that a test moves on by hand."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
import time_machine


@pytest.fixture
def time_machine_at() -> Iterator[Callable[[datetime], None]]:
    with time_machine.travel(0, tick=False) as traveller:
        from tests.conftest import NOW

        traveller.move_to(NOW)
        yield traveller.move_to
