"""In another room the yearly permissions are gone through again (C-05)."""

from datetime import timedelta

import pytest
import time_machine

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import ask
from seren.foundation.kernel.refusals import Refused
from seren.people.consent import domain
from seren.people.consent.models import Round
from seren.people.consent.queries import outcomes
from seren.people.consent.queries.moving import moved, movers_asked
from seren.people.consent.terms import Code
from seren.people.families.domain import move_room
from tests.people.consent.test_desk_page import page, sent

pytestmark = [pytest.mark.db, pytest.mark.django_db]
LATER = timedelta(days=2)


@pytest.fixture
def in_wrens(consent, world):
    """Mali’s mother said yes to our website, no to face paint; two days later Mali came to another room."""
    consent.say("mother", consent.ask(Code.PHOTO_WEB), yes=True)
    consent.say("mother", consent.ask(Code.FACE_PAINT), yes=False)
    consent.say("mother", consent.ask(Code.MARKETING), yes=True)  # asked once, not each year
    with time_machine.travel(world.present + LATER, tick=False):
        move_room(
            actor=world.actor("manager", at=clock.now()), child=world.child("Mali Evans"),
            setting=world.settings["pre-school"], room=world.rooms["Wrens"], now=clock.now(),
        )  # fmt: skip
        yield consent


def here(world):
    return world.settings["pre-school"]


def of_mali(world, by="manager"):
    return moved(world.actor(by, at=clock.now()), here(world), world.children["Mali Evans"])


def asks_again(world, by="manager"):
    now = clock.now() + timedelta(minutes=1)
    child = world.children["Mali Evans"]
    return domain.ask_after_move(actor=world.actor(by, at=now), setting=here(world), child=child, now=now)


def test_what_stands_and_is_asked_each_year_is_asked_again_and_nothing_else(in_wrens, world):
    before = in_wrens.asked().count()
    found = of_mali(world)
    assert (found.of.room, {one.code for one in found.anew}) == ("Wrens", {Code.PHOTO_WEB})
    assert asks_again(world) == 1
    assert in_wrens.asked().count() == before + 1
    newest = in_wrens.asked().latest("asked_at")
    assert (newest.code, newest.child_id) == ("photo-web", world.children["Mali Evans"])


def test_a_yes_goes_on_until_they_answer(in_wrens, world):
    asks_again(world)
    later = world.actor("manager", at=clock.now() + timedelta(hours=1))
    assert outcomes(later, here(world), (Code.PHOTO_WEB,))[world.children["Mali Evans"]] == {Code.PHOTO_WEB}


def test_a_second_press_asks_nothing(in_wrens, world):
    asks_again(world)
    with pytest.raises(Refused, match="it was asked already"):
        domain.ask_after_move(
            actor=world.actor("manager", at=clock.now() + timedelta(hours=1)), setting=here(world),
            child=world.children["Mali Evans"], now=clock.now() + timedelta(hours=1),
        )  # fmt: skip


def test_the_family_is_told_once_of_all_of_it(in_wrens, world):
    before = system(SystemReason.SHOWING, Round).count()
    asks_again(world)
    assert system(SystemReason.SHOWING, Round).count() == before + 1


@pytest.mark.parametrize("who", ["key-person", "safeguarding-lead", "mother", "other-setting-manager"])
def test_nobody_but_the_leaders_asks_again(in_wrens, world, who):
    assert of_mali(world, who) is None
    with pytest.raises((Refused, NotThere)):
        asks_again(world, who)


def test_a_child_who_stayed_is_not_among_them(consent, world):
    consent.say("mother", consent.ask(Code.PHOTO_WEB), yes=True)
    assert of_mali(world) is None
    assert ask(movers_asked(world.actor("manager"), here(world))) == ()


def test_what_was_asked_after_the_move_is_left_alone(consent, world):
    now = clock.now()
    move_room(
        actor=world.actor("manager"), child=world.child("Mali Evans"), setting=here(world),
        room=world.rooms["Wrens"], now=now,
    )  # fmt: skip
    consent.say("mother", consent.ask(Code.PHOTO_WEB, now=now), yes=True, now=now)
    assert of_mali(world) is None


def test_bev_finds_the_move_on_her_desk_and_asks_with_one_press(in_wrens, world, signed_in):
    bev = signed_in("manager")
    assert "1 child changed rooms" in page(bev, "/desk/")
    own = f"/desk/children/{world.children['Mali Evans']}/permissions/"
    assert f'href="{own}"' in page(bev, "/desk/permissions/review/")
    html = page(bev, own)
    assert "Mali came to Wrens on" in html
    assert "1 question was asked before that." in html
    done = sent(bev, f"{own}again/")
    assert done.status_code == 303
    assert "1 question is asked again." in page(bev, own)
    with time_machine.travel(clock.now() + timedelta(minutes=5), tick=False):
        bev = signed_in("manager")
        assert "changed rooms" not in page(bev, "/desk/")
        assert "Mali came to Wrens on" not in page(bev, own)


def test_meera_reads_the_permissions_and_is_offered_nothing_to_ask(in_wrens, world, signed_in):
    own = f"/desk/children/{world.children['Mali Evans']}/permissions/"
    assert "Mali came to Wrens" not in page(signed_in("safeguarding-lead"), own)
