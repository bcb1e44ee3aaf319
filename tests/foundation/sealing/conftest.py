"""A key store of one's own, apart from the one the test's database is sealed with."""

import pytest

from seren.foundation.sealing import root, store


@pytest.fixture
def keys(tmp_path):
    folder = tmp_path / "keys"
    root.make(folder)
    yield folder
    store.close()
