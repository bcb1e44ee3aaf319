"""The same size, day and seed give the same world: names, words, dates; only ids differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps

from seren.foundation.access.door import SystemReason, system
from seren.foundation.words.door import bodies
from tests import world as worlds

if TYPE_CHECKING:
    from seren.doors.demo.world import World


def rows(label: str) -> Any:
    return system(SystemReason.BUILDING, apps.get_model(label))


def told() -> list[tuple[Any, ...]]:
    """Everything people said, with when and by whom, without one id."""
    names = {person.pk: (person.given_name, person.family_name) for person in rows("accounts.Person")}
    found: list[tuple[Any, ...]] = sorted(names.values())
    found += sorted(rows("families.Child").values_list("given_name", "family_name", "date_of_birth"), key=str)
    for moment in rows("journal.Moment").order_by("written_at", "author_id"):
        words = bodies([moment.text_id]).get(moment.text_id) if moment.text_id else None
        found.append((names[moment.author_id], moment.happened_at, moment.shared_at, moment.state, words))
    for reply in rows("journal.Reply").order_by("written_at", "author_id"):
        words = bodies([reply.text_id]).get(reply.text_id) if reply.text_id else None
        found.append((names[reply.author_id], reply.written_at, reply.kind, words))
    return sorted(found, key=str)


@pytest.mark.long
@pytest.mark.django_db(transaction=True)  # what is copied must not be within a transaction
def test_a_world_built_again_tells_the_same(built_world: tuple[World, Any]) -> None:
    world, built = built_world
    with worlds.connected_to(built):
        first = told()
    connection = worlds.open_database("again")
    try:
        with worlds.connected_to(connection):
            again = worlds.build()
            assert told() == first
    finally:
        worlds.close_database(connection)
    assert again.people.keys() == world.people.keys()
    assert again.moments.keys() == world.moments.keys()
    assert again.people["mother"] != world.people["mother"]
    assert len(first) > 90
