"""Leaders of several settings look at the pre-school."""

import pytest

from tests.partnership.days.outings import outings_of
from tests.people.families.conftest import world  # noqa: F401


@pytest.fixture
def outings(world):  # noqa: F811
    return outings_of(world)
