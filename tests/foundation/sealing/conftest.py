"""A key store of one's own, apart from the one the test's database is sealed with."""

import uuid

import pytest

from seren.foundation.sealing import root, store

MALI, GETHIN = uuid.UUID(int=1), uuid.UUID(int=2)


@pytest.fixture
def keys(tmp_path):
    folder = tmp_path / "keys"
    root.make(folder)
    yield folder
    store.close()


@pytest.fixture
def both(keys):
    """With a key for Mali and one for Gethin."""
    for who in (MALI, GETHIN):
        store.data_key(keys, who, make=True)
    return keys
