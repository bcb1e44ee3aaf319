"""Two sessions, one instant: no order of an answer and the list lets a child go along without a yes."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from seren.foundation.kernel.refusals import Refused
from seren.partnership.days import domain
from seren.people.consent import domain as consent
from tests import world as worlds
from tests.partnership.days.outings import MALI, YUSUF, outings_of
from tests.partnership.journal.test_at_once import (  # noqa: F401  (fixtures)
    Together,
    built,
    keys_of_all,
    take_away,
    together,
)

pytestmark = [pytest.mark.pg, pytest.mark.django_db]


@pytest.fixture
def farm(built: Any, django_db_blocker: Any) -> Iterator[SimpleNamespace]:  # noqa: F811
    """Both families said yes; the list is open. All of it goes when the test ends."""
    world, connection = built
    with django_db_blocker.unblock(), worlds.connected_to(connection):
        before = keys_of_all(connection)
        outings = outings_of(world)
        outings.farm = outings.asked()
        outings.say("mother", outings.farm, MALI)
        outings.say("parent-urdu", outings.farm, YUSUF)
        yield outings
        take_away(connection, before)


def quietly(act: Any) -> Any:
    try:
        return act()
    except Refused as no:
        return no.code


def test_a_yes_taken_back_while_the_list_is_closed_never_goes_along(farm, together, now):  # noqa: F811
    """Either the list comes first, and the look at it leaves the child out; or there is no list at all."""
    mother = farm.world.actor("mother")

    def back() -> Any:
        return consent.withdraw(actor=mother, asked=farm.slip(farm.farm, MALI), language="en", now=now)

    _word, closed = together(back, lambda: quietly(lambda: farm.close(farm.farm, MALI, YUSUF)))
    assert closed in (2, "no-yes")
    assert farm.listed(farm.farm).count() == (2 if closed == 2 else 0)
    assert MALI not in farm.names(farm.farm)


def test_a_yes_taken_back_as_they_set_out_either_stays_or_is_counted(farm, together, now):  # noqa: F811
    farm.close(farm.farm, MALI, YUSUF)
    mother, sian = farm.world.actor("mother"), farm.world.actor("key-person")

    def back() -> Any:
        return consent.withdraw(actor=mother, asked=farm.slip(farm.farm, MALI), language="en", now=now)

    together(back, lambda: domain.go_out(actor=sian, outing=farm.farm.pk, now=now))
    row = farm.listed(farm.farm).filter(child=farm.world.children[MALI]).exists()
    assert (MALI in farm.names(farm.farm)) == row
    assert farm.names(farm.farm) >= {YUSUF}


def test_a_list_closed_twice_at_once_is_closed_once(farm, together):  # noqa: F811
    def close() -> Any:
        return quietly(lambda: farm.close(farm.farm, MALI, YUSUF))

    assert sorted(map(str, together(close, close))) == ["2", "outing-moved-on"]
    assert farm.listed(farm.farm).count() == 2


def test_slips_sent_twice_at_once_ask_each_family_once(farm, together):  # noqa: F811
    made = farm.draft(MALI, name="Museum")
    farm.of(domain.put_outing, "manager", made)
    farm.of(domain.agree_outing, "manager", made)

    def send() -> Any:
        return quietly(lambda: farm.of(domain.send_slips, "manager", made))

    assert sorted(map(str, together(send, send))) == ["1", "nobody-asked"]
