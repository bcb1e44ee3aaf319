"""What every test that stands on the world relies on: it is whole, it is its own, and it is undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.contrib.auth import SESSION_KEY

from seren.doors.demo import cast, person_of
from seren.foundation.access.door import Operator, SystemReason, system
from seren.foundation.kernel import clock
from seren.people.accounts.domain import Adult, add_person

if TYPE_CHECKING:
    from django.test import Client

    from seren.doors.demo.world import World

pytestmark = pytest.mark.db


def people() -> int:
    return int(system(SystemReason.BUILDING, apps.get_model("accounts.Person")).count())


@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_a_test_adds_to_the_world_is_gone_in_the_next(world: World, turn: str) -> None:
    before = len(set(world.people.values()))
    assert people() == before, turn
    add_person(actor=Operator(world.provider, clock.now()), adult=Adult("Somebody", "Else"), now=clock.now())
    assert people() == before + 1


@pytest.mark.django_db
def test_tests_without_the_world_do_not_see_it() -> None:
    assert people() == 0


def test_everybody_of_the_cast_stands_in_the_world(world: World) -> None:
    for part in cast():
        assert world.people[part.slug] == person_of(part.slug)
        assert world.person(part.slug).given_name == part.given_name


def test_somebody_signed_in_is_who_they_say(world: World, signed_in: Callable[[str], Client]) -> None:
    rhian = signed_in("mother")
    assert rhian.session[SESSION_KEY] == str(world.person("mother").login_id)
