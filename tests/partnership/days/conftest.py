import pytest

from tests.partnership.days.outings import outings_of
from tests.people.families.conftest import world  # noqa: F401  (leaders look at the pre-school)


@pytest.fixture
def outings(world):  # noqa: F811
    return outings_of(world)
