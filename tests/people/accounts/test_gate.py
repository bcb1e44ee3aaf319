"""The gate before every address: one answer for a stranger, the missing step for everybody else."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from seren.foundation.kernel import clock, ids
from seren.people.accounts.domain import close_account, end_sessions, invite
from seren.people.accounts.models import Invitation, Login, Person
from seren.people.accounts.queries import who_is, who_of
from tests.people.accounts.conftest import acting_as, make, make_provider
from tests.people.accounts.steps import add_app, code_of, join_by_mail, sign_in

pytestmark = [pytest.mark.db, pytest.mark.django_db]

SOMEWHERE = [
    "/",
    "/today/",
    "/settings/this-phone/",
    "/stars/0196ce38-0138-704e-b5ff-114b163c3c95/",
    "/stars/not-a-uuid/",
    "/nothing/here/",
    "/desk/",
    "/a.css",
]


def told(answer):
    headers = {name: value for name, value in answer.headers.items() if name != "Location"}
    return answer.status_code, sorted(headers.items()), answer.content


def test_stranger_gets_one_answer_for_every_address_there_or_not(db):
    answers = [Client().get(address) for address in SOMEWHERE]
    assert len({str(told(answer)) for answer in answers}) == 1
    assert answers[0].status_code == 303
    assert [answer["Location"] for answer in answers] == [f"/in/?next={address}" for address in SOMEWHERE]


def test_stranger_gets_the_same_for_every_method(db):
    for method in ("get", "head", "post", "put", "delete", "patch", "options"):
        answer = getattr(Client(), method)("/stars/new/")
        assert (answer.status_code, answer["Location"]) == (303, "/in/?next=/stars/new/")


def test_stranger_who_chooses_a_language_gets_the_first_page_in_it(db):
    answer = Client().get("/stars/?lang=cy")
    assert answer["Location"] == "/in/?lang=cy&next=/stars/%3Flang%3Dcy"
    kept = Client().get(answer["Location"])
    assert kept.cookies["seren-lang"].value == "cy"
    assert Client().get("/stars/?lang=xx")["Location"] == "/in/?next=/stars/%3Flang%3Dxx"


def test_the_letters_link_carries_its_language(db):
    answer = Client().get("/join/ABCD2345/?lang=cy")
    assert (answer["Location"], answer.cookies["seren-lang"].value) == ("/join/ABCD2345/", "cy")


def test_pictures_and_programs_get_the_same_401_there_or_not(db):
    addresses = ["/api/v1/me", "/api/v1/nothing", "/api/", "/photos/x/page/", "/photos/", "/photos/x"]
    answers = [Client().get(address) for address in addresses]
    answers.append(Client().get("/api/v1/me", headers={"Authorization": "Bearer nonsense"}))
    answers.append(Client().get("/api/v1/me", headers={"Authorization": "Basic dTpw"}))
    assert len({str(told(answer)) for answer in answers}) == 1
    assert answers[0].status_code == 401


def test_signing_in_joining_and_leaving_are_open(db):
    for address in ("/in/", "/join/", "/join/ABCD2345/", "/out/", "/in/this-device/", "/in/any-token/"):
        assert Client().get(address).status_code == 200


def test_nothing_is_open_by_looking_like_an_open_address(db):
    for address in ("/inside/", "/joiner/", "/outside/", "/healthz/x/", "/healthzz"):
        assert Client().get(address).status_code in (302, 303)
    assert Client().get("/in/../today/").status_code == 404


def test_an_address_without_its_slash_is_led_to_it_there_or_not(phone, amina, console, letters):
    join_by_mail(phone, amina, letters, console)
    for address in ("/settings/this-phone", "/nothing", "/family/how-to-reach-me"):
        answer = phone.get(f"{address}?a=1")
        assert (answer.status_code, answer["Location"]) == (303, f"{address}/?a=1")
    assert phone.get("/", PATH_INFO="//evil")["Location"] == "/%2Fevil/"
    assert phone.post("/settings/this-phone").status_code == 404


def test_wrong_method_and_missing_page_are_one_answer(phone, amina, console, letters):
    join_by_mail(phone, amina, letters, console)
    answers = [phone.post("/settings/this-phone/"), phone.get("/settings/this-phone/end/"), phone.get("/no/")]
    assert {answer.status_code for answer in answers} == {404}


def test_a_code_on_an_unknown_device_opens_nothing_but_the_way_to_bind_it(
    phone, laptop, amina, console, letters
):
    join_by_mail(phone, amina, letters, console)
    sign_in(laptop, "amina@home.example", letters)
    for address in SOMEWHERE:
        assert laptop.get(address)["Location"].startswith("/in/this-device/?next=")
    for address in ("/api/v1/me", "/photos/x/page/"):
        assert laptop.get(address).status_code == 401
    assert laptop.post("/settings/this-phone/end-others/").status_code == 303
    assert phone.get("/settings/this-phone/").status_code == 200  # nothing of hers was ended
    body = laptop.get("/in/this-device/").content.decode()
    assert "amina" not in body.lower()


def test_staff_see_nothing_but_enrolling_before_their_second_step(phone, sian, console, letters):
    join_by_mail(phone, sian, letters, console)
    for address in SOMEWHERE:
        assert phone.get(address)["Location"].startswith("/in/second/?next=")
    for address in ("/api/v1/me", "/photos/x/page/"):
        assert phone.get(address).status_code == 401
    body = phone.get("/in/second/").content.decode()
    assert "Make a passkey" in body
    assert "authenticator app" in body
    assert "Sian" not in body
    add_app(phone)
    assert phone.get("/settings/this-phone/").status_code == 200


def test_staff_give_their_second_step_each_time(phone, laptop, sian, console, letters):
    join_by_mail(phone, sian, letters, console)
    secret = add_app(phone)
    later = clock.now() + timedelta(minutes=1)
    with time_machine.travel(later, tick=False):
        for browser in (phone, laptop):  # on her own phone, and on a device nobody knows
            browser.post("/out/")
            sign_in(browser, "sian@hill.example", letters)
            assert browser.get("/today/").status_code == 303
    with time_machine.travel(later + timedelta(minutes=1), tick=False):
        assert phone.post("/in/second/", {"code": code_of(secret)})["Location"] == "/"
        assert phone.get("/settings/this-phone/").status_code == 200
    with time_machine.travel(later + timedelta(minutes=2), tick=False):
        assert laptop.get("/in/this-device/").status_code == 200
        assert laptop.post("/in/second/", {"code": code_of(secret)})["Location"] == "/"
        assert laptop.get("/settings/this-phone/").status_code == 200


def test_parent_who_becomes_staff_needs_the_second_step_at_once(phone, amina, console, letters):
    join_by_mail(phone, amina, letters, console)
    assert phone.get("/settings/this-phone/").status_code == 200
    Person._base_manager.filter(pk=amina.pk).update(family_name="Staff")
    assert phone.get("/settings/this-phone/")["Location"].startswith("/in/second/")


def test_closing_an_account_ends_its_sessions_at_once(phone, laptop, amina, bev, console, letters, now):
    join_by_mail(phone, amina, letters, console)
    kept = dict(phone.session)
    invite(actor=console, person=amina, now=now)
    close_account(actor=acting_as(bev), person=again(amina), now=now)
    assert not Invitation._base_manager.filter(used_at=None, ended_at=None).exists()
    assert phone.get("/settings/this-phone/")["Location"].startswith("/in/?next=")
    assert kept
    assert phone.session.get("_auth_user_id") is None
    laptop.post("/in/", {"email": "amina@home.example"})
    assert letters.to("amina@home.example")[-1] == "Signing in to Seren"


def again(person):
    return Person._base_manager.select_related("login").get(pk=person.pk)


def test_a_session_row_that_survived_opens_nothing_after_all_were_ended(phone, amina, console, letters, now):
    from django.contrib.sessions.models import Session

    join_by_mail(phone, amina, letters, console)
    row = Session.objects.get(session_key=phone.session.session_key)
    end_sessions(actor=console, person=again(amina), now=now)
    assert not Session.objects.filter(pk=row.pk).exists()
    row.save(force_insert=True)  # a request in flight, or a restored backup, wrote it again
    assert phone.get("/settings/this-phone/")["Location"].startswith("/in/?next=")


def test_inactive_login_is_out_at_the_next_request(phone, amina, console, letters):
    join_by_mail(phone, amina, letters, console)
    Login.objects.update(is_active=False)
    assert phone.get("/settings/this-phone/").status_code == 303


def test_adult_of_two_places_chooses_and_is_only_there(phone, amina, console, letters, now):
    join_by_mail(phone, amina, letters, console)
    elsewhere = make_provider("Sea View", now)
    twin = make(type(console)(elsewhere.pk, now), "Amina", email="amina@home.example")
    Person._base_manager.filter(pk=twin.pk).update(login=Login.objects.get())
    stranger = make(console, "Zoe", email="zoe@home.example")
    session = phone.session
    session.pop("seren.person")
    session.save()
    assert phone.get("/settings/this-phone/")["Location"] == "/in/which/?next=/settings/this-phone/"
    assert phone.get("/in/which/").content.decode().count('name="person"') == 2
    for wrong in (str(stranger.pk), "x", ""):
        phone.post("/in/which/", {"person": wrong})
        assert phone.get("/settings/this-phone/")["Location"].startswith("/in/which/")
    phone.post("/in/which/", {"person": str(twin.pk)})
    assert phone.get("/settings/this-phone/").status_code == 200
    assert phone.session["seren.person"] == str(twin.pk)


def test_closed_here_is_still_open_there(phone, amina, bev, console, letters, now):
    join_by_mail(phone, amina, letters, console)
    elsewhere = make_provider("Sea View", now)
    twin = make(type(console)(elsewhere.pk, now), "Amina", email="amina@home.example")
    Person._base_manager.filter(pk=twin.pk).update(login=Login.objects.get())
    close_account(actor=acting_as(bev), person=again(amina), now=now)
    assert Login.objects.get().is_active
    assert phone.get("/settings/this-phone/").status_code == 303
    assert [who.person for who in who_is(Login.objects.get().pk, b"", now)] == [twin.pk]
    assert who_of(amina.pk, now) is None


def test_who_asks_costs_the_session_and_one_query(phone, amina, console, letters, django_assert_num_queries):
    join_by_mail(phone, amina, letters, console)
    with django_assert_num_queries(2):
        assert phone.get("/nothing/here/").status_code == 404


def test_once_a_day_the_sign_in_and_the_device_are_noted_as_used(phone, amina, console, letters):
    from allauth.usersessions.models import UserSession

    from seren.people.accounts.models import Device

    join_by_mail(phone, amina, letters, console)
    with time_machine.travel(clock.now() + timedelta(days=20), tick=False):
        phone.get("/nothing/here/")
        assert Device.objects.get().last_seen_on == clock.today()
        assert clock.day_of(UserSession.objects.get().last_seen_at) == clock.today()
        assert phone.cookies["seren-device"]["max-age"]


def test_device_cookie_copied_from_an_older_binding_opens_nothing(phone, laptop, amina, console, letters):
    """Somebody copied Amina's cookie; bound again, her browser has another id."""
    join_by_mail(phone, amina, letters, console)
    copied = phone.cookies["seren-device"].value
    join_by_mail(phone, amina, letters, console)
    laptop.cookies["seren-device"] = copied
    sign_in(laptop, "amina@home.example", letters)
    assert laptop.get("/today/")["Location"].startswith("/in/this-device/")


def test_planted_device_cookie_does_not_become_hers(phone, laptop, amina, console, letters):
    planted = ids.blind()
    for browser in (phone, laptop):
        browser.cookies["seren-device"] = planted
    join_by_mail(phone, amina, letters, console)
    sign_in(laptop, "amina@home.example", letters)
    assert laptop.get("/today/")["Location"].startswith("/in/this-device/")
