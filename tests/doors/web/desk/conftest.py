import pytest

from tests.people.families.conftest import world  # noqa: F401


@pytest.fixture(autouse=True)
def _first_pages(settings):
    """The product's own addresses."""
    settings.ROOT_URLCONF = "seren.config.urls"
