"""Second steps: authenticator app and recovery codes, by form alone. Passkeys are in test_passkeys.py."""

import json
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator

from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.people.accounts.models import Device
from tests.people.accounts.steps import add_app, app_code, code_of, join_by_mail, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def sians_phone(phone, sian, console, letters):
    join_by_mail(phone, sian, letters, console)
    return phone


def codes_on(page):
    import re

    return [code.replace(" ", "") for code in re.findall(r"\b(\d{4} \d{4})\b", page.content.decode())]


def after_a_minute(minutes=1):
    return time_machine.travel(clock.now() + timedelta(minutes=minutes), tick=False)


def test_first_the_app_then_recovery_codes_shown_this_once(sians_phone):
    add_app(sians_phone)
    assert not codes_on(sians_phone.get("/in/second/codes/"))
    shown = codes_on(sians_phone.post("/in/second/codes/?next=/room/"))
    assert len(shown) == len(set(shown)) == 10
    assert not codes_on(sians_phone.get("/in/second/codes/"))


@pytest.mark.db
def test_recovery_code_opens_once(sians_phone, laptop, letters):
    add_app(sians_phone)
    code = codes_on(sians_phone.post("/in/second/codes/"))[0]
    sign_in(laptop, "sian@hill.example", letters)
    assert laptop.post("/in/second/", {"code": code})["Location"] == "/"
    laptop.post("/out/")
    sign_in(laptop, "sian@hill.example", letters)
    assert laptop.post("/in/second/", {"code": code}).status_code == 422


def test_new_recovery_codes_end_the_old(sians_phone, laptop, letters):
    add_app(sians_phone)
    old = codes_on(sians_phone.post("/in/second/codes/"))[3]
    new = codes_on(sians_phone.post("/in/second/codes/"))[3]
    sign_in(laptop, "sian@hill.example", letters)
    assert laptop.post("/in/second/", {"code": old}).status_code == 422
    assert laptop.post("/in/second/", {"code": new}).status_code == 303


@pytest.mark.db
def test_code_of_the_app_is_not_taken_twice(sians_phone, laptop, letters):
    secret = add_app(sians_phone)
    with after_a_minute():
        code = code_of(secret)
        sign_in(laptop, "sian@hill.example", letters)
        assert laptop.post("/in/second/", {"code": code})["Location"] == "/"
        laptop.post("/out/")
        sign_in(laptop, "sian@hill.example", letters)
        assert laptop.post("/in/second/", {"code": code}).status_code == 422


@pytest.mark.db
def test_ten_wrong_second_steps_an_hour_and_then_the_right_one_is_refused(sians_phone, laptop, letters):
    secret = add_app(sians_phone)
    sign_in(laptop, "sian@hill.example", letters)
    with after_a_minute():
        right = code_of(secret)
        wrong = f"{(int(right) + 7) % 1_000_000:06}"
        for _ in range(10):
            assert "does not match" in laptop.post("/in/second/", {"code": wrong}).content.decode()
        assert "too many tries" in laptop.post("/in/second/", {"code": right}).content.decode()


def test_secrets_in_the_database_are_sealed(sians_phone):
    secret = add_app(sians_phone)
    codes = codes_on(sians_phone.post("/in/second/codes/"))
    kept = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert not any(code in kept for code in codes)


def test_second_step_on_an_unknown_device_makes_it_known_and_is_told(sians_phone, laptop, letters):
    secret = add_app(sians_phone)
    letters.sent.clear()
    sign_in(laptop, "sian@hill.example", letters)
    with after_a_minute():
        laptop.post("/in/second/", {"code": code_of(secret)})
    assert sorted(Device.objects.values_list("bound", flat=True)) == ["letter", "second-factor"]
    assert "A new sign-in to Seren" in letters.to("sian@hill.example")
    assert "Firefox on Windows" in letters.sent[-1]["body"]


def test_parent_may_have_a_second_step_and_is_not_asked_for_it_on_her_own_phone(
    phone, amina, console, letters
):
    join_by_mail(phone, amina, letters, console)
    add_app(phone)
    phone.post("/out/")
    sign_in(phone, "amina@home.example", letters)
    assert phone.get("/settings/this-phone/").status_code == 200


def test_enrolling_needs_a_known_device(laptop, sian, console, letters, phone):
    """Whoever reads Sian's mail cannot make a second step of their own."""
    join_by_mail(phone, sian, letters, console)
    sign_in(laptop, "sian@hill.example", letters)
    for page in ("app", "new-passkey", "codes"):
        assert laptop.get(f"/in/second/{page}/")["Location"].startswith("/in/this-device/")
        assert laptop.post(f"/in/second/{page}/", {"code": "123456"}).status_code in (303, 422)
    assert laptop.get("/in/second/")["Location"].startswith("/in/this-device/")
    assert not Authenticator.objects.exists()


def test_enrolling_after_ten_minutes_asks_for_a_new_code_first(sians_phone, letters):
    with after_a_minute(11):
        asked = sians_phone.get("/in/second/app/?next=/room/")
        assert asked["Location"] == "/in/again/?next=/in/second/app/%3Fnext%3D/room/"
        sians_phone.post(asked["Location"])
        code = letters.code_for("sian@hill.example")
        again = "/in/again/code/?next=/in/second/app/%3Fnext%3D/room/"
        assert sians_phone.get(again).status_code == 200
        assert sians_phone.post(again, {"code": code})["Location"] == "/in/second/app/?next=/room/"
        assert sians_phone.get("/in/second/app/?next=/room/").status_code == 200


def test_wrong_code_at_enrolling_keeps_the_picture(sians_phone):
    sians_phone.get("/in/second/app/")
    secret = sians_phone.session["mfa.totp.secret"]
    right = app_code(sians_phone)
    wrong = f"{(int(right) + 7) % 1_000_000:06}"
    answer = sians_phone.post("/in/second/app/", {"code": wrong})
    assert answer.status_code == 422
    assert sians_phone.session["mfa.totp.secret"] == secret
    assert sians_phone.post("/in/second/app/", {"code": right}).status_code == 303


def test_staff_keep_at_least_one_second_step(sians_phone):
    add_app(sians_phone)
    step = Authenticator.objects.get(type="totp").pk
    answer = sians_phone.post("/settings/this-phone/remove-step/", {"step": step}, follow=True)
    assert Authenticator.objects.filter(pk=step).exists()
    assert answer.status_code == 200


@pytest.mark.db
def test_parent_removes_her_step_and_all_other_sign_ins_end(phone, laptop, amina, console, letters):
    join_by_mail(phone, amina, letters, console)
    secret = add_app(phone)
    with after_a_minute():
        sign_in(laptop, "amina@home.example", letters)
        laptop.post("/in/second/", {"code": code_of(secret)})
        assert laptop.get("/settings/this-phone/").status_code == 200
        phone.post("/settings/this-phone/remove-step/", {"step": Authenticator.objects.get(type="totp").pk})
        assert laptop.get("/settings/this-phone/").status_code == 303
        assert phone.get("/settings/this-phone/").status_code == 200
    assert not Authenticator.objects.exists()  # recovery codes went with what they stood in for


def test_nobody_removes_a_step_of_somebody_else(phone, laptop, amina, tariq, console, letters):
    join_by_mail(phone, amina, letters, console)
    join_by_mail(laptop, tariq, letters, console)
    add_app(phone)
    step = Authenticator.objects.get(type="totp").pk
    laptop.post("/settings/this-phone/remove-step/", {"step": step})
    assert Authenticator.objects.filter(pk=step).exists()


def test_what_changed_is_recorded_and_told(sians_phone, sian, letters):
    add_app(sians_phone)
    sians_phone.post("/in/second/codes/")
    events = Entry.objects.filter(subject_id=sian.pk).values_list("event", flat=True)
    assert {"accounts.factor_added", "accounts.codes_made"} <= set(events)
    assert letters.to("sian@hill.example").count("Your ways to sign in changed") == 2
