"""An adult’s way in, as leaders run it: letters with a code; the way back by two of the team and a day."""

import re

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.people.accounts.models import Person, Recovery

pytestmark = [pytest.mark.db, pytest.mark.django_db]

CODE = re.compile(r">\s*([A-Z0-9]{4} [A-Z0-9]{4})\s*<")


def address(world, who, rest=""):
    return f"/desk/families/{world.people[who]}/{rest}"


def test_whom_nobody_asked_is_in_the_letters_for_all_with_a_code_shown_once(signed_in, world):
    client = signed_in("manager")
    said = {"adult": "", "given_name": "Idwal", "family_name": "Evans", "email": "idwal@example.org",
            "read_language": "cy", "format": "large", "home": "none", "relation": "grandparent",
            "natural_parent": "no", "responsibility": "yes", "evidence": "none", "lives_with": "no",
            "day_to_day_care": "on"}  # fmt: skip
    client.post(f"/desk/children/{world.children['Mali Evans']}/adults/add/", said)
    printed = client.post("/desk/families/print/")
    assert printed.status_code == 200
    html = printed.content.decode()
    assert "Idwal Evans" in html
    assert len(CODE.findall(html)) == 1
    again = client.post("/desk/families/print/", follow=True)
    assert "Nobody needs a letter now." in again.content.decode()
    idwal = system(SystemReason.WRITING, Person).get(given_name="Idwal")
    one = client.post(f"/desk/families/{idwal.pk}/print/").content.decode()
    (code,), (anew,) = CODE.findall(html), CODE.findall(one)
    assert anew != code


def test_a_mother_who_lost_every_way_in_gets_a_letter_after_two_leaders_and_a_day(signed_in, world):
    manager, deputy = signed_in("manager"), signed_in("deputy")
    manager.post(address(world, "mother", "recover/ask/"))
    early = deputy.post(address(world, "mother", "recover/finish/"), follow=True)
    assert early.redirect_chain == [(address(world, "mother"), 303)]
    assert "The day of waiting is not over" in early.content.decode()
    deputy.post(address(world, "mother", "recover/agree/"))
    begun = system(SystemReason.WRITING, Recovery).filter(person=world.people["mother"])
    begun.update(opens_at=clock.now())
    letter = manager.post(address(world, "mother", "recover/finish/"))
    assert letter.status_code == 200
    assert CODE.search(letter.content.decode())
    assert begun.get().done_at is not None


def test_a_leader_stops_what_another_began(signed_in, world):
    signed_in("manager").post(address(world, "mother", "recover/ask/"))
    told = signed_in("deputy").post(address(world, "mother", "recover/stop/"), follow=True)
    assert "Stopped. Nothing has changed." in told.content.decode()


def test_nobody_closes_their_own_account_and_another_leader_may(signed_in, world):
    own = signed_in("manager").post(address(world, "manager", "close/"), {"sure": "on"})
    assert own.status_code == 422
    closed = signed_in("manager").post(address(world, "mother", "close/"), {"sure": "on"}, follow=True)
    assert "The account is closed." in closed.content.decode()
