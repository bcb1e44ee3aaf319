"""A restriction, a second home, whom he lets collect, what he answered: nobody else can tell (G10, I8)."""

import pytest

from seren.doors.demo import cast
from seren.people.accounts.queries import hats_of
from tests.sweep.addresses import addresses
from tests.twins.facts import FACTS, HIM
from tests.twins.walking import twins

pytestmark = [pytest.mark.sweep, pytest.mark.django_db]
CAST = [part.slug for part in cast()]
# In every run: who is nearest to it and is not told, on the pages where it would show first.
FEW = ("mother", "grandmother", "key-person")
FIRST = ("restriction no-info", "second household", "collector of the other parent", "no of the other parent")
PAGES = {
    "mother": ("/stars/", "/family/people/", "/family/permissions/", "/today/"),
    "grandmother": ("/stars/", "/today/"),
    "key-person": ("/today/", "/mine/", "/room/search/?words=Mali"),
}


def pages_of(world, who):
    moments = [f"/stars/{world.moments[name]}/" for name in ("tower",)]
    photos = [f"/photos/{photo}/thumb/" for photo in list(world.photos.values())[:2]]
    return [*PAGES.get(who, ()), *moments, *photos]


@pytest.mark.parametrize("name", FIRST)
def test_a_hidden_fact_shows_to_nobody_it_is_not_told_to(world, name):
    found = twins(world, FACTS[name], FEW, lambda who: pages_of(world, who), post=name == FIRST[0])
    assert found == []


@pytest.mark.long
@pytest.mark.parametrize("who", [who for who in CAST if who != "leaver"])
@pytest.mark.parametrize("name", FACTS)
def test_a_hidden_fact_shows_on_no_page_of_anybody_it_is_not_told_to(world, name, who):
    if who in FACTS[name].told:
        pytest.skip("told of it")
    hats = hats_of(world.people[who], world.present)
    walk = list(addresses(world, hats, CAST.index(who)))
    found = twins(world, FACTS[name], [who], lambda _who: walk, post=who == "mother")
    assert found == []


def test_whoever_is_bound_can_tell(world):
    """Else the twins would be the same whatever happened."""
    hidden = FACTS[FIRST[0]]
    told = type(hidden)(hidden.happens, frozenset(), hidden.said)
    found = twins(world, told, [HIM], lambda _who: [f"/stars/{world.moments['tower']}/"], post=False)
    assert found != []
