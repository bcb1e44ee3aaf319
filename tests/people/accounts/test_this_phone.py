"""`/settings/this-phone/`: everything one is signed in by, listed and ended."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client

from seren.foundation.access.door import Level
from seren.foundation.kernel import clock
from seren.people.accounts.domain import api_token, end_sessions
from seren.people.accounts.domain.links import bearer
from seren.people.accounts.models import Device, Login, Person
from tests.people.accounts.conftest import acting_as
from tests.people.accounts.steps import add_app, code_of, join_by_mail, sign_in

pytestmark = pytest.mark.django_db
HERE = "/settings/this-phone/"


@pytest.fixture
def hers(phone, amina, console, letters):
    join_by_mail(phone, amina, letters, console)
    return Person._base_manager.select_related("login").get(pk=amina.pk)


def second_sign_in(laptop, hers, console, letters):
    """Her laptop, known by a second letter."""
    join_by_mail(laptop, hers, letters, console)


@pytest.mark.db
def test_it_lists_devices_in_words_and_nobody_elses(phone, laptop, hers, tariq, console, letters):
    second_sign_in(laptop, hers, console, letters)
    his = Client(HTTP_USER_AGENT="Mozilla/5.0 (iPhone) Safari/604")
    join_by_mail(his, tariq, letters, console)
    body = phone.get(HERE).content.decode()
    assert body.count("Chrome on Android") == 2  # the sign-in, the device
    assert body.count("Firefox on Windows") == 2
    assert "iPhone" not in body
    assert body.count("This one.") == 2


@pytest.mark.parametrize("rows", [1, 3, 30])
def test_it_asks_equally_many_questions_however_many_rows(phone, hers, rows, now, django_assert_num_queries):
    login = hers.login
    for number in range(rows):
        key = f"key{number}"
        UserSession(user=login, session_key=key, ip="0.0.0.0", user_agent="").save()
        Device(
            login=login, token_digest=key.encode(), label="|", bound="letter", bound_at=now, last_seen_on=now
        ).save(force_insert=True)
    phone.get(HERE)
    with django_assert_num_queries(9):
        assert phone.get(HERE).status_code == 200


def test_she_ends_one_sign_in(phone, laptop, hers, console, letters):
    second_sign_in(laptop, hers, console, letters)
    other = UserSession.objects.get(session_key=laptop.session.session_key)
    assert phone.post(f"{HERE}end/", {"session": other.pk})["Location"] == HERE
    assert laptop.get(HERE).status_code == 303
    assert phone.get(HERE).status_code == 200


def test_nobody_ends_a_sign_in_or_device_of_somebody_else(phone, laptop, hers, tariq, console, letters):
    join_by_mail(laptop, tariq, letters, console)
    his = UserSession.objects.get(session_key=laptop.session.session_key)
    for session in (his.pk, 10**9, "9" * 40, "²", "x", ""):
        phone.post(f"{HERE}end/", {"session": session})
    for device in (Device.objects.get(login=his.user).pk, "x", ""):
        phone.post(f"{HERE}forget/", {"device": device})
    assert laptop.get(HERE).status_code == 200
    assert Device.objects.filter(ended_at=None).count() == 2


@pytest.mark.db
def test_end_all_others_ends_sessions_devices_and_tokens_together(phone, laptop, hers, console, letters, now):
    second_sign_in(laptop, hers, console, letters)
    token = api_token(actor=console, person=hers.pk, days=1, now=now)
    phone.post(f"{HERE}end-others/")
    assert laptop.get(HERE).status_code == 303
    assert bearer(token, now=now) is None
    sign_in(laptop, "amina@home.example", letters)
    assert laptop.get(HERE)["Location"].startswith("/in/this-device/")
    assert phone.get(HERE).status_code == 200
    phone.post("/out/")
    sign_in(phone, "amina@home.example", letters)
    assert phone.get(HERE).status_code == 200


def test_forgotten_device_is_a_stranger_again(phone, hers, letters):
    phone.post(f"{HERE}forget/", {"device": Device.objects.get().pk})
    assert phone.get(HERE)["Location"].startswith("/in/this-device/")


def test_upper_rooms_end_everything_at_once_when_a_relation_changes(
    phone, laptop, hers, console, letters, now
):
    second_sign_in(laptop, hers, console, letters)
    token = api_token(actor=console, person=hers.pk, days=1, now=now)
    end_sessions(actor=None, person=hers, now=now)
    assert [browser.get(HERE)["Location"] for browser in (phone, laptop)] == [f"/in/?next={HERE}"] * 2
    assert bearer(token, now=now) is None
    assert not Device.objects.filter(ended_at=None).exists()


@pytest.mark.db
def test_changing_the_address_proves_the_new_one_and_tells_the_old(phone, hers, letters):
    assert phone.post(f"{HERE}address/", {"email": " New@Home.Example"})["Location"] == f"{HERE}address/code/"
    code = letters.code_for("new@home.example")
    assert phone.post(f"{HERE}address/code/", {"code": code})["Location"] == HERE
    assert Login.objects.get().email == "new@home.example"
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [
        ("new@home.example", True, True)
    ]
    assert Person._base_manager.get(pk=hers.pk).email == "new@home.example"
    assert letters.to("amina@home.example")[-1] == "Your sign-in address changed"


def test_an_address_that_is_taken_gets_no_code_and_the_page_is_the_same(phone, hers, tariq, letters):
    letters.sent.clear()
    taken = phone.post(f"{HERE}address/", {"email": "tariq@other.example"})
    assert taken["Location"] == f"{HERE}address/code/"
    assert letters.to("tariq@other.example") == ["Signing in to Seren"]
    assert phone.post(f"{HERE}address/code/", {"code": "000000"}).status_code == 422
    assert Login.objects.get().email == "amina@home.example"


def test_a_code_sent_for_one_thing_is_good_for_nothing_else(phone, hers, letters):
    """Somebody holds her phone. A code to an address of theirs makes nobody fresh, nor the other way."""
    phone.post(f"{HERE}address/", {"email": "thief@else.example"})
    code = letters.code_for("thief@else.example")
    for page in ("/in/again/code/", "/in/code/", "/in/this-device/code/", "/join/code/"):
        assert phone.get(page).status_code == 303
        phone.post(page, {"code": code})
    phone.post("/in/again/")
    code = letters.code_for("amina@home.example")
    assert phone.post(f"{HERE}address/code/", {"code": code}).status_code == 422
    assert Login.objects.get().email == "amina@home.example"


def test_what_changes_sign_in_asks_again_after_ten_minutes(phone, hers, letters):
    add_app(phone)
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        for page in ("address/", "address/code/"):
            assert phone.get(f"{HERE}{page}")["Location"] == f"/in/again/?next={HERE}{page}"
        assert phone.post(f"{HERE}remove-step/", {"step": "1"})["Location"] == f"/in/again/?next={HERE}"
        assert phone.get(HERE).status_code == 200


def test_second_step_makes_her_fresh_again(phone, hers, letters):
    secret = add_app(phone)
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        answer = phone.post(f"/in/again/?next={HERE}address/", {"code": code_of(secret)})
        assert answer["Location"] == f"{HERE}address/"
        assert phone.get(f"{HERE}address/").status_code == 200


def test_how_to_reach_me_is_kept_and_shown_again(phone, hers):
    from seren.people.accounts.queries import reach_of
    from tests.people.accounts.steps import REACH

    page = "/family/how-to-reach-me/"
    assert phone.post(page, {**REACH, "quiet_from": "20:30", "interpreter": "on"})["Location"] == page
    body = phone.get(page).content.decode()
    assert 'value="20:30"' in body
    assert reach_of([hers.pk])[hers.pk].quiet_from.isoformat("minutes") == "20:30"


@pytest.mark.db
def test_token_has_its_makers_level_and_opens_only_the_api(phone, sian, amina, console, letters, now):
    strong = api_token(actor=console, person=sian.pk, days=2, now=now)
    weak = api_token(actor=acting_as(sian, Level.KNOWN), person=sian.pk, days=2, now=now)
    hers = api_token(actor=acting_as(amina, Level.KNOWN), person=amina.pk, days=2, now=now)
    assert [bearer(token, now=now) for token in (strong, weak, hers)] == [
        (sian.pk, Level.STRONG),
        (sian.pk, Level.KNOWN),
        (amina.pk, Level.KNOWN),
    ]

    def call(token, address="/api/v1/nothing/"):
        return Client().get(address, headers={"Authorization": f"Bearer {token}"}).status_code

    # 404: let through, and nothing is there yet. Staff need a strong one; a parent a known one.
    assert [call(token) for token in (strong, weak, hers, "x")] == [404, 401, 404, 401]
    assert call(strong, "/today/") == 303
    with time_machine.travel(now + timedelta(days=2), tick=False):
        assert call(strong) == 401
