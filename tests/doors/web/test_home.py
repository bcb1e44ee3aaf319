"""`/` and the switches at the top."""

from collections.abc import Callable
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from seren.doors.demo.world import World
from seren.foundation.access.door import Operator, SystemReason, system
from seren.people.accounts.queries import who_of
from seren.people.provision.domain import add_member
from seren.people.provision.models import Membership, Setting
from seren.people.provision.terms import Role

pytestmark = [pytest.mark.db, pytest.mark.django_db]
SignedIn = Callable[[str], Client]


def goes_to(client: Client) -> str:
    response = client.get("/")
    assert response.status_code == 303
    return response.headers["Location"]


@pytest.mark.parametrize(
    ("who", "home"),
    [
        ("mother", "/today/"),
        ("grandmother", "/today/"),
        ("father-restricted", "/today/"),
        ("key-person", "/room/"),
        ("parent-and-staff", "/room/"),
        ("manager", "/desk/"),
        ("deputy", "/desk/"),
        ("safeguarding-lead", "/desk/"),
    ],
)
def test_every_hat_goes_home(signed_in: SignedIn, who: str, home: str):
    assert goes_to(signed_in(who)) == home


def test_a_visitor_is_led_to_sign_in(db: None):
    assert goes_to(Client()) == "/in/?next=/"


@pytest.mark.parametrize(
    ("who", "sentence"),
    [("leaver", "No child and no role belongs to your name"), ("committee-chair", "no pages of its own")],
)
def test_somebody_without_a_place_reads_what_to_do(signed_in: SignedIn, who: str, sentence: str):
    response = signed_in(who).get("/")
    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_hannah_goes_home_as_a_mother_once_she_chose_that(world: World, signed_in: SignedIn):
    hannah = signed_in("parent-and-staff")
    assert hannah.post("/here/as/", {"hat": "family"}).headers["Location"] == "/today/"
    assert goes_to(hannah) == "/today/"
    assert goes_to(signed_in("parent-and-staff")) == "/today/"


@pytest.mark.parametrize("hat", ["desk", "committee", "", "king"])
def test_nobody_puts_on_a_hat_that_is_not_theirs(world: World, signed_in: SignedIn, hat: str):
    hannah = signed_in("parent-and-staff")
    assert hannah.post("/here/as/", {"hat": hat}).status_code == 404
    who = who_of(world.people["parent-and-staff"], world.present)
    assert who is not None
    assert who.last_hat == ""


def current(world: World, who: str) -> UUID | None:
    found = who_of(world.people[who], world.present)
    return found.current_setting if found else None


def test_bev_changes_to_the_club_and_stays_at_her_desk(world: World, signed_in: SignedIn):
    bev = signed_in("manager")
    answer = bev.post(
        "/here/at/", {"setting": str(world.settings["club"])}, headers={"referer": "http://testserver/desk/"}
    )
    assert answer.headers["Location"] == "/desk/"
    assert current(world, "manager") == world.settings["club"]


@pytest.mark.parametrize("setting", ["bryn-awel", "nothing"])
def test_bev_cannot_change_to_a_setting_without_a_role_there(world: World, signed_in: SignedIn, setting: str):
    wanted = str(world.settings.get(setting, setting))
    before = current(world, "manager")
    assert signed_in("manager").post("/here/at/", {"setting": wanted}).status_code == 404
    assert current(world, "manager") == before


def test_bev_is_led_to_the_statement_of_her_new_role_at_bryn_awel_and_works_on_meanwhile(
    world: World, signed_in: SignedIn
):
    bryn_awel = system(SystemReason.WRITING, Setting).get(pk=world.settings["bryn-awel"])
    add_member(
        actor=Operator(bryn_awel.provider_id, world.present),
        person=world.people["manager"],
        setting=bryn_awel,
        role=Role.DEPUTY,
        room=None,
        from_at=world.present,
        now=world.present,
    )
    here = {"setting": str(world.settings["bryn-awel"])}
    from_the_desk = {"referer": "http://testserver/desk/"}
    bev = signed_in("manager")
    assert goes_to(bev) == "/desk/statement/"
    page = unescape(bev.get("/desk/statement/").content.decode())
    assert f"Your role: Deputy manager, {bryn_awel.name}" in page
    assert "Not now" in page
    assert goes_to(bev) == "/desk/"
    assert bev.post("/here/at/", here, headers=from_the_desk).status_code == 404  # nothing opens before it
    assert goes_to(signed_in("manager")) == "/desk/statement/"
    assert bev.post("/desk/statement/", {"agree": "on"}).status_code == 303
    assert goes_to(signed_in("manager")) == "/desk/"
    assert bev.post("/here/at/", here, headers=from_the_desk).status_code == 303


def test_somebody_whose_only_role_waits_has_nowhere_else_to_go(world: World, signed_in: SignedIn):
    mine = system(SystemReason.WRITING, Membership).filter(person=world.people["key-person"])
    mine.update(statement_at=None)
    sian = signed_in("key-person")
    assert goes_to(sian) == goes_to(sian) == "/desk/statement/"
    assert "Not now" not in sian.get("/desk/statement/").content.decode()


def test_looking_at_a_switch_changes_nothing(signed_in: SignedIn):
    bev = signed_in("manager")
    assert bev.get("/here/as/").status_code == 404
    assert bev.get("/here/at/").status_code == 404
