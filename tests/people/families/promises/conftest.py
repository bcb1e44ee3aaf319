import pytest

from tests.factories.nursery import Nursery


@pytest.fixture
def nursery(now, db):
    return Nursery(now)
