"""Joining by letter (experience.md J3), without script."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from seren.foundation.kernel import clock
from seren.people.accounts.domain import confirm_face_to_face, invite
from seren.people.accounts.models import Device, Invitation, Login, Person
from seren.people.accounts.queries import reach_of, who_is
from tests.people.accounts.conftest import acting_as, make, make_provider
from tests.people.accounts.steps import REACH, join_by_mail

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def letter_for(person, console):
    return invite(actor=console, person=person, now=clock.now())[1]


def again(person):
    return Person._base_manager.select_related("login").get(pk=person.pk)


def test_amina_joins_in_seven_taps_and_is_in(phone, amina, console, letters):
    code = letter_for(amina, console)
    pages = ["/join/proof/", "/join/code/", "/join/contact/", "/join/how/", "/join/done/"]
    answers = [
        phone.post("/join/", {"code": code}),
        phone.post("/join/proof/", {"shown": "address"}),
        phone.post("/join/code/", {"code": letters.code_for("amina@home.example")}),
        phone.post("/join/contact/", {"channel": "email", "phone": ""}),
        phone.post("/join/how/", REACH),
    ]
    assert [answer["Location"] for answer in answers] == pages
    assert [phone.get(page).status_code for page in ("/join/done/", "/settings/this-phone/")] == [200, 200]
    assert again(amina).login.email == "amina@home.example"
    assert reach_of([amina.pk])[amina.pk].format == "large"
    assert Person._base_manager.get(pk=amina.pk).spoken_language == "ur"


def test_opening_the_letters_link_spends_nothing(phone, amina, console):
    code = letter_for(amina, console)
    for _scanner in range(3):
        assert phone.get(f"/join/{code}/").status_code == 200
    assert not Invitation._base_manager.exclude(used_at=None).exists()
    assert phone.post("/join/", {"code": code})["Location"] == "/join/proof/"


def test_the_code_is_prefilled_and_typed_in_any_way(phone, amina, console):
    code = letter_for(amina, console)
    assert f'value="{code}"' in phone.get(f"/join/{code}/").content.decode()
    typed = f" {code[:4].lower()}-{code[4:].lower()} "
    assert phone.post("/join/", {"code": typed})["Location"] == "/join/proof/"


def test_each_adult_has_a_code_of_their_own_and_neither_tells_of_the_other(amina, tariq, console, letters):
    hers, his = letter_for(amina, console), letter_for(tariq, console)
    assert hers != his
    seen = {}
    for person, code in ((amina, hers), (tariq, his)):
        browser = Client()
        pages = [browser.get(f"/join/{code}/"), browser.post("/join/", {"code": code}, follow=True)]
        pages.append(browser.post("/join/proof/", {"shown": "address"}, follow=True))
        seen[person.given_name] = b"".join(page.content for page in pages).decode()
    assert "Tariq" not in seen["Amina"]
    assert "tariq" not in seen["Amina"]
    assert "Amina" not in seen["Tariq"]
    assert "amina@" not in seen["Tariq"]
    assert letters.to("tariq@other.example") == letters.to("amina@home.example") == ["Your code for Seren"]


def test_wrong_used_ended_late_and_closed_codes_get_one_answer(amina, tariq, console, letters, now):
    used, older, closed = (letter_for(amina, console) for _ in range(3))
    closed = letter_for(tariq, console)
    first = Client()
    join_by_mail(first, amina, letters, console)
    newest = letter_for(amina, console)
    Person._base_manager.filter(pk=tariq.pk).update(closed_at=now)
    bodies = set()
    for code in ("ABCDEFGH", used, older, closed):
        answer = Client().post("/join/", {"code": code})
        assert answer.status_code == 422
        bodies.add(without_code(answer, code))
    with time_machine.travel(clock.now() + timedelta(days=30), tick=False):
        answer = Client().post("/join/", {"code": newest})
        bodies.add(without_code(answer, newest))
    assert len(bodies) == 1


def without_code(answer, code):
    body = answer.content.decode().replace(code, "…")
    return (
        body.split("csrfmiddlewaretoken", 1)[0] + body.rpartition("csrfmiddlewaretoken")[2].partition(">")[2]
    )


def test_a_letter_lasts_to_its_last_second(phone, amina, console):
    code = letter_for(amina, console)
    with time_machine.travel(clock.now() + timedelta(days=30, seconds=-1), tick=False):
        assert phone.post("/join/", {"code": code})["Location"] == "/join/proof/"


def test_a_letter_is_used_once(phone, laptop, amina, console, letters):
    code = letter_for(amina, console)
    for browser in (phone, laptop):  # both have come as far as the last page
        browser.post("/join/", {"code": code})
        browser.post("/join/proof/", {"shown": "address"})
        browser.post("/join/code/", {"code": letters.code_for("amina@home.example")})
    assert phone.post("/join/contact/", {"channel": "email", "phone": ""})["Location"] == "/join/how/"
    late = laptop.post("/join/contact/", {"channel": "email", "phone": ""})
    assert late.status_code == 422
    assert Device.objects.count() == 1


def test_of_two_who_use_a_letter_in_the_same_second_one_joins(amina, console, now, monkeypatch):
    """Both have looked at it while it was good."""
    from seren.foundation.kernel.refusals import Refused
    from seren.people.accounts.domain import find_letter, join
    from seren.people.accounts.domain import joining as verbs
    from seren.people.accounts.terms import Channel, Shown

    opened = find_letter(letter_for(amina, console), now=now)
    monkeypatch.setattr(verbs, "letter_of", lambda *_, **__: opened)
    said = {"shown": Shown.ADDRESS, "channel": Channel.EMAIL, "language": "en", "address": opened.address}
    join(invitation=opened.invitation, now=now, **said)
    with pytest.raises(Refused, match="used already"):
        join(invitation=opened.invitation, now=now, **said)


def test_a_new_letter_ends_the_older(phone, amina, console):
    older = letter_for(amina, console)
    newer = letter_for(amina, console)
    assert phone.post("/join/", {"code": older}).status_code == 422
    assert phone.post("/join/", {"code": newer}).status_code == 303


def test_no_step_can_be_skipped(phone, amina, console):
    for page in ("proof", "code", "contact", "how", "waiting"):
        assert phone.get(f"/join/{page}/").status_code == 303
    phone.post("/join/", {"code": letter_for(amina, console)})
    answer = phone.post("/join/contact/", {"channel": "email", "phone": ""})
    assert answer["Location"] == "/join/proof/"
    assert not Login.objects.exists()


def test_phone_only_adult_joins_face_to_face_and_keeps_the_device(phone, console, sian, letters):
    nan = make(console, "Nan", phone="07700 900123")
    words = meet(phone, nan, console, sian)
    assert phone.post("/join/waiting/")["Location"] == "/join/contact/"
    assert phone.post("/join/contact/", {"channel": "phone", "phone": ""})["Location"] == "/join/how/"
    assert again(nan).login.email is None
    assert phone.get("/settings/this-phone/").status_code == 200
    assert Device.objects.get().bound == "face-to-face"
    assert reach_of([nan.pk])[nan.pk].email is None
    assert not reach_of([nan.pk])[nan.pk].on_paper
    assert words
    assert not letters.sent


def meet(browser, person, console, staff):
    browser.post("/join/", {"code": letter_for(person, console)})
    assert browser.post("/join/proof/", {"shown": "face-to-face"})["Location"] == "/join/waiting/"
    words = browser.session["seren.meeting"]["words"]
    assert browser.post("/join/waiting/").status_code == 422  # nobody has met them yet
    confirm_face_to_face(actor=acting_as(staff), person=person, words=words, now=clock.now())
    return words


def test_thief_of_a_letter_is_not_confirmed_by_meeting_its_owner(phone, laptop, amina, console, sian):
    """He waits with the letter; she is at the desk with her own phone. Her words do not open his browser."""
    phone.post("/join/", {"code": letter_for(amina, console)})
    phone.post("/join/proof/", {"shown": "face-to-face"})
    laptop.post("/in/this-device/")
    hers = laptop.session["seren.meeting"]["words"]
    confirm_face_to_face(actor=acting_as(sian), person=amina, words=hers, now=clock.now())
    assert phone.post("/join/waiting/").status_code == 422
    assert laptop.post("/in/this-device/met/")["Location"] == "/"


def test_words_for_one_adult_do_not_confirm_another(phone, amina, tariq, console, sian):
    from seren.foundation.kernel.refusals import Refused

    phone.post("/join/", {"code": letter_for(amina, console)})
    phone.post("/join/proof/", {"shown": "face-to-face"})
    words = phone.session["seren.meeting"]["words"]
    with pytest.raises(Refused, match="No phone shows these words"):
        confirm_face_to_face(actor=acting_as(sian), person=tariq, words=words, now=clock.now())
    assert phone.post("/join/waiting/").status_code == 422


def test_code_to_his_own_address_does_not_show_that_her_letter_is_his(phone, amina, console, sian, letters):
    """He was met and waits for a code to an address of his own; then he types a stolen letter’s code."""
    tom = make(console, "Tom")
    meet(phone, tom, console, sian)
    phone.post("/join/waiting/")
    phone.post("/join/contact/", {"channel": "email", "email": "tom@mail.example", "phone": ""})
    phone.post("/join/", {"code": letter_for(amina, console)})
    phone.post("/join/code/", {"code": letters.code_for("tom@mail.example")})
    assert phone.post("/join/contact/", {"channel": "email", "phone": ""})["Location"] == "/join/proof/"
    assert again(amina).login is None


def test_paper_only_adult_says_how_once_and_the_browser_is_nobodys_again(phone, amina, console, letters):
    join_by_mail(phone, amina, letters, console, channel="paper")
    wishes = {**REACH, "channel": "paper", "format": "giant"}
    assert phone.post("/join/how/", wishes)["Location"] == "/join/done/"
    assert phone.post("/join/how/", {**wishes, "format": "easy"})["Location"] == "/join/"
    assert reach_of([amina.pk])[amina.pk].format == "giant"


def test_face_to_face_with_a_new_address_proves_it_by_a_code(phone, console, sian, letters):
    nan = make(console, "Nan")
    meet(phone, nan, console, sian)
    phone.post("/join/waiting/")
    answer = phone.post("/join/contact/", {"channel": "email", "email": "Nan@Mail.Example", "phone": ""})
    assert answer["Location"] == "/join/code/"
    assert not Login.objects.exists()
    answer = phone.post("/join/code/", {"code": letters.code_for("nan@mail.example")})
    assert answer["Location"] == "/join/how/"
    assert again(nan).login.email == "nan@mail.example" == again(nan).email


def test_neither_print_for_me_makes_no_sign_in_and_every_notice_paper(phone, amina, console, letters):
    join_by_mail(phone, amina, letters, console, channel="paper")
    assert (
        phone.post("/join/how/", {**REACH, "channel": "paper", "format": "paper"})["Location"]
        == "/join/done/"
    )
    assert "print everything" in phone.get("/join/done/").content.decode()
    assert not Login.objects.exists()
    assert again(amina).login is None
    wish = reach_of([amina.pk])[amina.pk]
    assert wish.on_paper
    assert wish.email is None
    assert phone.get("/settings/this-phone/")["Location"].startswith("/in/")


def test_one_adult_of_two_providers_has_one_login(phone, laptop, amina, console, letters, now):
    join_by_mail(phone, amina, letters, console)
    elsewhere = make_provider("Sea View", now)
    other_console = type(console)(elsewhere.pk, now)
    same = make(other_console, "AMINA", "Bégum", "Amina@Home.example")
    join_by_mail(laptop, same, letters, other_console)
    assert again(same).login == again(amina).login
    assert Login.objects.count() == 1
    assert len(who_is(Login.objects.get().pk, b"", now)) == 2


def test_two_adults_of_two_providers_do_not_share_a_login(phone, laptop, amina, console, letters, now):
    join_by_mail(phone, amina, letters, console)
    elsewhere = make_provider("Sea View", now)
    other_console = type(console)(elsewhere.pk, now)
    husband = make(other_console, "Yusuf", "Begum", "amina@home.example")
    code = letter_for(husband, other_console)
    laptop.post("/join/", {"code": code})
    laptop.post("/join/proof/", {"shown": "address"})
    laptop.post("/join/code/", {"code": letters.code_for("amina@home.example")})
    answer = laptop.post("/join/contact/", {"channel": "email", "phone": ""})
    assert answer.status_code == 422
    assert "Somebody else signs in" in answer.content.decode()
    assert again(husband).login is None
    assert Invitation._base_manager.get(person=husband).used_at is None


def test_guessing_letters_is_stopped(phone):
    answers = [phone.post("/join/", {"code": f"ABCDEF{number:02}"}).content.decode() for number in range(41)]
    assert "too many tries" in answers[-1]
    assert "too many tries" not in answers[-2]
