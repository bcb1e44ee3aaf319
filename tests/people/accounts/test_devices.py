"""A device nobody knows, and how it becomes the adult's: another address, or staff face to face."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from seren.foundation.access.door import Level, NotThere
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.domain import confirm_face_to_face
from seren.people.accounts.models import Device, Login, Meeting, Person
from tests.people.accounts.conftest import acting_as, make
from tests.people.accounts.steps import join_by_mail, sign_in

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture
def joined(phone, amina, console, letters):
    join_by_mail(phone, amina, letters, console)
    letters.sent.clear()
    return Person._base_manager.get(pk=amina.pk)


def words_on(browser):
    return browser.session["seren.meeting"]["words"]


def test_code_to_another_of_her_addresses_binds_it(laptop, joined, letters):
    Login.objects.update(email="amina@work.example")  # she signs in with another address than the one on file
    sign_in(laptop, "amina@work.example", letters)
    assert (
        laptop.post("/in/this-device/code/?next=/stars/")["Location"] == "/in/this-device/code/?next=/stars/"
    )
    code = letters.code_for("amina@home.example")
    answer = laptop.post("/in/this-device/code/?next=/stars/", {"code": code})
    assert answer["Location"] == "/stars/"
    assert laptop.get("/settings/this-phone/").status_code == 200
    assert sorted(Device.objects.values_list("bound", flat=True)) == ["letter", "second-channel"]


def test_with_one_address_no_second_code_is_offered_or_sent(laptop, joined, letters):
    sign_in(laptop, "amina@home.example", letters)
    letters.sent.clear()
    assert "other e-mail address" not in laptop.get("/in/this-device/").content.decode()
    laptop.post("/in/this-device/code/")
    assert not letters.sent


def test_code_that_signed_her_in_does_not_bind(laptop, joined, letters):
    """The same mailbox twice is one channel."""
    code = sign_in(laptop, "amina@home.example", letters) and letters.code_for("amina@home.example")
    laptop.post("/in/this-device/code/", {"code": code})
    assert laptop.get("/today/")["Location"].startswith("/in/this-device/")


def test_staff_face_to_face_bind_it(laptop, joined, sian, letters):
    sign_in(laptop, "amina@home.example", letters)
    laptop.post("/in/this-device/")
    assert laptop.post("/in/this-device/met/").status_code == 422
    confirm_face_to_face(actor=acting_as(sian), person=joined, words=words_on(laptop), now=clock.now())
    assert laptop.post("/in/this-device/met/?next=/stars/")["Location"] == "/stars/"
    assert laptop.get("/settings/this-phone/").status_code == 200
    assert laptop.post("/in/this-device/met/").status_code == 422  # once


def test_the_words_stay_on_the_page_until_they_are_typed(laptop, joined, letters):
    sign_in(laptop, "amina@home.example", letters)
    laptop.post("/in/this-device/")
    words = words_on(laptop)
    assert f"{words[:3]} {words[3:]}" in laptop.get("/in/this-device/").content.decode()
    assert not Meeting.objects.filter(words_blind=words.encode()).exists()


def test_asking_again_gives_new_words_and_ends_the_old(laptop, joined, sian, letters):
    laptop.post("/in/this-device/")
    old = words_on(laptop)
    laptop.post("/in/this-device/")
    with pytest.raises(Refused):
        confirm_face_to_face(actor=acting_as(sian), person=joined, words=old, now=clock.now())


def test_words_last_a_day(laptop, joined, sian):
    laptop.post("/in/this-device/")
    words = words_on(laptop)
    with time_machine.travel(clock.now() + timedelta(days=1), tick=False), pytest.raises(Refused):
        confirm_face_to_face(actor=acting_as(sian), person=joined, words=words, now=clock.now())


def test_words_are_typed_by_two_staff_for_two_adults_and_one_is_refused(laptop, joined, tariq, sian, bev):
    laptop.post("/in/this-device/")
    words = words_on(laptop)
    confirm_face_to_face(actor=acting_as(sian), person=joined, words=words, now=clock.now())
    with pytest.raises(Refused):
        confirm_face_to_face(actor=acting_as(bev), person=tariq, words=words, now=clock.now())


def test_a_browser_that_signed_in_as_amina_is_not_confirmed_as_tariq(laptop, joined, tariq, sian, letters):
    sign_in(laptop, "amina@home.example", letters)
    laptop.post("/in/this-device/")
    with pytest.raises(Refused):
        confirm_face_to_face(actor=acting_as(sian), person=tariq, words=words_on(laptop), now=clock.now())


def test_who_may_confirm(laptop, joined, amina, sian, bev):
    laptop.post("/in/this-device/")
    words = words_on(laptop)
    for actor in (acting_as(amina), acting_as(sian, Level.KNOWN)):
        with pytest.raises((NotThere, Refused)):
            confirm_face_to_face(actor=actor, person=joined, words=words, now=clock.now())
    with pytest.raises(Refused, match="Somebody else"):
        confirm_face_to_face(actor=acting_as(sian), person=sian, words=words, now=clock.now())
    confirm_face_to_face(actor=acting_as(bev), person=joined, words=words, now=clock.now())


def test_phone_only_nan_comes_back_face_to_face_on_a_new_phone(phone, laptop, console, sian):
    nan = make(console, "Nan", phone="07700 900123")
    for browser in (phone, laptop):
        browser.post("/in/this-device/")
        confirm_face_to_face(
            actor=acting_as(sian), person=again(nan), words=words_on(browser), now=clock.now()
        )
        assert browser.post("/in/this-device/met/")["Location"] == "/"
        assert browser.get("/settings/this-phone/").status_code == 200
    assert Login.objects.get().email is None
    assert Device.objects.count() == 2


def again(person):
    return Person._base_manager.select_related("login").get(pk=person.pk)


def test_phone_only_nan_after_ten_minutes_is_sent_to_staff_for_what_must_be_fresh(phone, console, sian):
    nan = make(console, "Nan")
    phone.post("/in/this-device/")
    confirm_face_to_face(actor=acting_as(sian), person=nan, words=words_on(phone), now=clock.now())
    phone.post("/in/this-device/met/")
    assert phone.get("/settings/this-phone/address/").status_code == 200
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        asked = phone.get("/settings/this-phone/address/")["Location"]
        assert asked.startswith("/in/again/")
        assert "Show this device to staff" in phone.get(asked).content.decode()


def test_showing_words_is_limited(db):
    answers = [Client().post("/in/this-device/").status_code for _ in range(21)]
    assert answers == [303] * 20 + [422]
