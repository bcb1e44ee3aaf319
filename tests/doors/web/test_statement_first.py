"""A role that waits for its confidentiality statement opens nothing; its pages lead there (E-10)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from seren.doors.commands import why
from seren.doors.demo.world import World
from seren.foundation.access.door import SystemReason, system
from seren.people.provision.models import Membership

pytestmark = [pytest.mark.db, pytest.mark.django_db]
SignedIn = Callable[[str], Client]
PAGES_OF_THE_ROOM = (
    "/room/",
    "/room/snap/",
    "/mine/",
    "/room/child/{mali}/",
    "/room/nothing/",
    "/mine/nothing",
)


@pytest.fixture(autouse=True)
def _first_pages(settings: Any) -> None:
    settings.ROOT_URLCONF = "seren.config.urls"


@pytest.fixture
def waits_for_hers(world: World) -> Callable[[str], None]:
    """Every role of somebody waits for their statement, as after a first list."""

    def take_back(who: str) -> None:
        mine = system(SystemReason.WRITING, Membership).filter(person=world.people[who])
        mine.update(statement_at=None)

    return take_back


def test_whose_only_role_waits_is_led_to_the_statement_from_every_page_of_it(
    world: World, signed_in: SignedIn, waits_for_hers: Callable[[str], None]
):
    waits_for_hers("key-person")
    sian = signed_in("key-person")
    for page in PAGES_OF_THE_ROOM:
        answer = sian.get(page.format(mali=world.children["Mali Evans"]), follow=True)
        assert answer.redirect_chain[-1] == ("/desk/statement/", 303), page
        assert answer.status_code == 200
    assert sian.get("/desk/").status_code == 404  # no role of hers would open it
    assert sian.post(f"/stars/{world.moments['waiting']}/thank/").status_code == 404
    assert sian.post("/room/snap/", {"words": "Nothing"}).status_code == 404
    assert sian.post("/desk/statement/", {"agree": "on"}).status_code == 303
    assert sian.get("/room/").status_code == 200


def test_bev_is_led_to_the_statement_from_the_desk(
    signed_in: SignedIn, waits_for_hers: Callable[[str], None]
):
    waits_for_hers("manager")
    bev = signed_in("manager")
    assert bev.get("/desk/").headers["Location"] == "/desk/statement/"
    assert bev.get("/desk/children/").headers["Location"] == "/desk/statement/"


def test_what_is_not_there_stays_so_for_bev_while_another_role_of_hers_waits(
    world: World, signed_in: SignedIn
):
    mine = system(SystemReason.WRITING, Membership).filter(person=world.people["manager"])
    assert mine.filter(setting=world.settings["club"]).update(statement_at=None)
    bev = signed_in("manager")
    assert bev.get("/desk/").status_code == 200
    assert bev.get(f"/desk/children/{world.children['Gwilym']}/").status_code == 404
    assert bev.get("/desk/nothing/").status_code == 404


@pytest.mark.parametrize("who", ["mother", "leaver"])
def test_whom_no_role_waits_for_is_told_of_no_statement(signed_in: SignedIn, who: str):
    client = signed_in(who)
    for page in ("/room/", "/mine/", "/desk/"):
        assert client.get(page).status_code == 404


def test_why_says_that_the_statement_comes_first(world: World, waits_for_hers: Callable[[str], None]):
    waits_for_hers("key-person")
    said = {
        path: list(why.told(world.people["key-person"], path))
        for path in ("/room/", "/room/nothing/", "/desk/")
    }
    led = "No: Sian Prosser is led to /desk/statement/, where a confidentiality statement waits for them."
    assert [said["/room/"][0], said["/room/nothing/"]] == [led, [led]]
    assert said["/desk/"][0] == "No: Sian Prosser is told that no page lies at /desk/"
