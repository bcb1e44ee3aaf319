"""One setting, and promises of this test only: what rooms declared is put back afterwards."""

import pytest

from seren.foundation.kernel import ids
from seren.foundation.promises import places, registry
from seren.foundation.promises.door import Day, Place, register_places


@pytest.fixture
def place():
    return Place(ids.new(), ids.new(), "england")


@pytest.fixture
def only_here(place, monkeypatch):
    monkeypatch.setattr(places, "_places", [])
    monkeypatch.setattr(registry, "_promises", {})
    register_places(lambda: [place])
    return place


@pytest.fixture
def day(place, now, db):
    return Day(place, now)
