"""The A4 sheet for the wall: yes or no of each child of the day, in words, and nothing more (C-13)."""

import re
from datetime import date

import pytest

from seren.people.consent.queries import things_in_force
from seren.people.consent.queries.sheet import CODES, Sheet, sheet_of
from seren.people.consent.terms import Code
from tests.people.consent.test_desk_page import page

pytestmark = pytest.mark.django_db
DESK, ROOM = "/desk/permissions/sheet/", "/room/permissions/"
MOTHER, FATHER = "mother", "father-other-home"


def row(html, name):
    found = [
        one for one in re.findall(r'<tr role="row">(.*?)</tr>', html, re.S) if re.search(rf">{name}<", one)
    ]
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", found[0], re.S)]


@pytest.mark.db
def test_the_camera_sheet_has_a_word_for_each_child(signed_in, consent):
    web, video = consent.ask(Code.PHOTO_WEB), consent.ask(Code.VIDEO)
    consent.say(MOTHER, web, yes=True)
    consent.say(MOTHER, video, yes=True)
    consent.say(FATHER, video, yes=False)
    html = page(signed_in("manager"), f"{DESK}?list=camera")
    assert row(html, "Mali") == ["No", "No", "Yes", "No", "No", "No", "No"]
    for word in ("Gareth", "Rhian", "disputed", "Disputed"):
        assert word not in html  # the outcome, not who said what
    assert "There is no yes. Do not do it." in html
    assert 'data-paper="a4-wide"' in html


def test_of_a_product_the_sheet_says_which(signed_in, consent, world):
    consent.say(MOTHER, consent.ask(Code.SUN_CREAM, scope="Sunny Day 50"), yes=True)
    consent.say(MOTHER, consent.ask(Code.SUN_CREAM, scope="Other 30"), yes=False)
    assert row(page(signed_in("manager"), f"{DESK}?list=cream"), "Mali")[0] == "Yes: Sunny Day 50"
    held = things_in_force(world.actor(MOTHER), world.settings["pre-school"], [Code.SUN_CREAM])
    assert not held  # a parent is told no outcome of anybody
    consent.take_back(MOTHER, consent.asked().get(scope="Sunny Day 50"))
    assert row(page(signed_in("manager"), f"{DESK}?list=cream"), "Mali")[0] == "No"


def test_those_booked_that_day_come_first(world):
    actor, setting = world.actor("manager"), world.settings["pre-school"]
    wednesday = sheet_of(actor, setting, Sheet.DOOR, date(2025, 5, 14), None)
    friday = sheet_of(actor, setting, Sheet.DOOR, date(2025, 5, 16), None)
    sunday = sheet_of(actor, setting, Sheet.DOOR, date(2025, 5, 18), None)
    assert "Mali" in {one.name for one in wednesday.booked}
    assert "Mali" in {one.name for one in friday.others}
    assert not sunday.booked
    everybody = {one.id for one in (*wednesday.booked, *wednesday.others)}
    assert everybody == {one.id for one in sunday.others}


def test_the_sheet_is_in_the_language_that_was_chosen(signed_in):
    html = page(signed_in("manager"), f"{DESK}?list=door&language=cy")
    sheet = html.partition('data-paper="a4-wide"')[2]
    assert "Mynd am dro yn lleol" in sheet
    assert "Walks near by" not in sheet


def test_a_practitioner_has_the_sheet_of_the_room_and_a_parent_has_none(signed_in, consent):
    consent.say(MOTHER, consent.ask(Code.PHOTO_WEB), yes=True)
    html = page(signed_in("key-person"), ROOM)
    assert row(html, "Mali")[2] == "Yes"
    assert "Ellie" not in html.partition('data-paper="a4-wide"')[2]  # of another room
    assert signed_in(MOTHER).get(ROOM).status_code == 404
    assert ROOM in page(signed_in("key-person"), "/room/")


def test_the_key_person_finds_who_wants_to_talk_and_nobody_else_does(signed_in, consent):
    consent.talk(MOTHER, consent.ask(Code.VIDEO))
    line = "Rhian Evans wants to talk about this for Mali: Films."
    assert line in page(signed_in("key-person"), ROOM)
    assert line not in page(signed_in("parent-and-staff"), ROOM)  # she works in the room


def test_a_child_of_ones_own_family_is_counted_and_not_named(world):
    from django.apps import apps

    from seren.foundation.access.door import SystemReason, system

    tie = apps.get_model("families.Guardianship")
    system(SystemReason.WRITING, tie).filter(
        child=world.children["Mali Evans"], adult=world.people[FATHER]
    ).update(adult=world.people["manager"])
    of = sheet_of(world.actor("manager"), world.settings["pre-school"], Sheet.DOOR, date(2025, 5, 14), None)
    assert "Mali" not in {one.name for one in (*of.booked, *of.others)}
    assert of.left_out == 1


@pytest.mark.parametrize(
    "said", ["day_day=31&day_month=2&day_year=2025", "day_day=x", "room=x&list=x&language=x"]
)
def test_a_day_or_room_that_is_none_is_today_and_all(signed_in, said):
    assert "Beside the camera" in page(signed_in("manager"), f"{DESK}?{said}")


def test_no_sheet_asks_of_a_trip_or_a_collector():
    assert not {Code.COLLECT, Code.OUT_SPECIFIC} & {code for codes in CODES.values() for code in codes}
