"""A place in a list that is another reader’s, or another list’s, leads to the top of the list."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from seren.doors.demo.world import World
from seren.foundation.search.door import sign_cursor
from seren.partnership.journal.queries.sky import LIST

pytestmark = [pytest.mark.db, pytest.mark.django_db]
LISTS = (
    ("mother", "/stars/?older={cursor}"),
    ("mother", "/stars/?q=tower&older={cursor}"),
    ("key-person", "/room/search/?q=tower&older={cursor}"),
    ("key-person", "/room/child/{mali}/stars/?older={cursor}"),
    ("manager", "/desk/families/?show=all&from={cursor}"),
)


@pytest.fixture(autouse=True)
def _first_pages(settings: Any) -> None:
    settings.ROOT_URLCONF = "seren.config.urls"


@pytest.mark.parametrize(("who", "address"), LISTS)
def test_a_place_that_is_gareths_or_nobodys_leads_to_the_top(
    world: World, signed_in: Callable[[str], Client], who: str, address: str
):
    mali, about = world.children["Mali Evans"], f"{LIST}|{world.children['Mali Evans']}|None|None"
    gareths = sign_cursor(
        world.people["father-other-home"], world.present, world.moments["tower"], about=about
    )
    for cursor in (gareths, "made-up"):
        asked = address.format(cursor=cursor, mali=mali)
        answer = signed_in(who).get(asked, follow=True)
        assert answer.redirect_chain == [(asked.partition("?")[0], 303)]
        assert answer.status_code == 200
