"""Seren closes at once: everybody is out at their next request, nobody comes in, nothing goes out."""

from datetime import timedelta
from time import perf_counter

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from seren.foundation.audit.models import Entry
from seren.foundation.jobs.door import run_due
from seren.foundation.kernel import clock, closing
from seren.foundation.kernel.models import Installation
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.door import mail_now
from seren.foundation.notify.models import Outgoing
from seren.people.accounts.domain import api_token, lock_down, open_up, sign_in_link, signing
from seren.people.accounts.models import Device, Login, Person
from tests.people.accounts.steps import join_by_mail

pytestmark = [pytest.mark.db, pytest.mark.django_db]
HERE = "/settings/this-phone/"


@pytest.fixture(autouse=True)
def _live(db, now):
    Installation(kind="live", made_at=now, fingerprint="f").save(force_insert=True)


def test_everybody_is_out_at_their_next_request_and_nobody_comes_in(
    phone, laptop, amina, tariq, console, letters, now
):
    join_by_mail(phone, amina, letters, console)
    join_by_mail(laptop, tariq, letters, console)
    link = sign_in_link(actor=console, person=amina.pk, now=now)
    token = api_token(actor=console, person=amina.pk, days=30, now=now)
    bearer = {"HTTP_AUTHORIZATION": f"Bearer {token}"}
    assert Client().get("/api/v1/me", **bearer).status_code == 200
    ended = lock_down(now=now)
    assert (ended.sessions, ended.devices, ended.tokens, ended.links) == (2, 2, 1, 1)
    for browser in (phone, laptop, Client()):
        for address in (HERE, "/", "/in/", "/join/", f"/in/{link}/", "/nowhere"):
            answer = browser.get(address)
            assert (answer.status_code, answer["Retry-After"]) == (503, "3600"), address
    assert Client().post(f"/in/{link}/").status_code == 503
    assert Client().post("/in/", {"email": "amina@home.example"}).status_code == 503
    for asked in ({}, bearer):
        answer = Client().get("/api/v1/me", **asked)
        assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert phone.get("/photos/01960000-0000-7000-8000-000000000000/thumb/").status_code == 503
    assert not Session.objects.exists()
    assert Entry.objects.filter(event="accounts.locked_down").count() == 1


def test_machines_still_hear_that_it_is_alive(now):
    lock_down(now=now)
    answers = [Client().get(one).status_code for one in ("/healthz", "/readyz", "/.well-known/security.txt")]
    assert answers == [200, 200, 200]


def test_the_closed_page_speaks_the_language_of_the_browser(now):
    lock_down(now=now)
    english = Client().get("/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "Seren is closed for the moment" in english
    assert "Ring your setting" in english
    welsh = Client().get("/", HTTP_ACCEPT_LANGUAGE="cy")
    assert welsh["Content-Language"] == "cy"


def test_not_even_the_console_makes_a_way_in_while_it_is_closed(amina, console, now, rf):
    lock_down(now=now)
    for make in (
        lambda: sign_in_link(actor=console, person=amina.pk, now=now),
        lambda: api_token(actor=console, person=amina.pk, days=1, now=now),
        lambda: signing.sign_in(rf.get("/"), Login(), signing.Proof.DEMO, now=now),
    ):
        with pytest.raises(Refused) as no:
            make()
        assert no.value.code == "closed"


def test_a_session_whose_rows_were_copied_back_opens_nothing(phone, amina, letters, console, now):
    join_by_mail(phone, amina, letters, console)
    kept, listed = list(Session.objects.all()), list(UserSession.objects.all())
    lock_down(now=now)
    open_up(now=now)
    Session.objects.bulk_create(kept)
    UserSession.objects.bulk_create(listed)
    assert phone.get(HERE)["Location"].startswith("/in/?next=")


def test_after_it_is_opened_again_people_sign_in_as_on_a_new_device(phone, amina, letters, console, now):
    join_by_mail(phone, amina, letters, console)
    lock_down(now=now)
    open_up(now=now)
    assert phone.get(HERE)["Location"].startswith("/in/?next=")
    assert "We closed Seren for a while" in phone.get("/in/").content.decode()
    phone.post("/in/", {"email": "amina@home.example"})
    phone.post("/in/code/", {"code": letters.code_for("amina@home.example")})
    assert phone.get(HERE)["Location"].startswith("/in/this-device/")
    assert [e.event for e in Entry.objects.order_by("id")][-2:] == [
        "accounts.opened_up",
        "accounts.signed_in",
    ]


def test_no_mail_leaves_while_it_is_closed_and_none_is_lost(now, amina):
    lock_down(now=now)
    mail_now(to="amina@home.example", subject="s", body="b", language="en", now=now)
    assert run_due() == 0
    with time_machine.travel(now + timedelta(days=2), tick=False):
        assert run_due() == 0
        open_up(now=clock.now())
        assert run_due() == 1
    assert Outgoing.objects.get().outcome == "sent"


def test_closing_twice_keeps_the_first_hour_and_opening_is_told(now):
    assert closing.closed_since() is None
    lock_down(now=now)
    lock_down(now=now + timedelta(hours=1))
    assert closing.closed_since() == now
    open_up(now=now + timedelta(hours=2))
    assert closing.closed_since() is None
    assert list(closing.reopened_asked(now)) == [(now, now + timedelta(hours=2))]
    lock_down(now=now + timedelta(hours=3))
    assert closing.closed_since() == now + timedelta(hours=3)
    assert not closing.reopened_asked(now).exists()


def test_two_thousand_accounts_are_out_within_a_moment(provider, now, django_assert_max_num_queries):
    logins = Login.objects.bulk_create(Login(email=f"p{n}@x.example", made_at=now) for n in range(2000))
    Person._base_manager.bulk_create(
        Person(provider_id=provider.pk, login=login, given_name="P", family_name="Q", known_since=now)
        for login in logins
    )
    UserSession.objects.bulk_create(
        UserSession(
            user=login, session_key=f"k{n}", ip="0.0.0.0", user_agent="", last_seen_at=now, created_at=now
        )
        for n, login in enumerate(logins)
    )
    Device.objects.bulk_create(
        Device(
            login=login,
            token_digest=b"d",
            label="",
            bound="letter",
            bound_at=now,
            last_seen_on=now,
        )
        for login in logins
    )
    before, began = set(Login.objects.values_list("epoch", flat=True)), perf_counter()
    with django_assert_max_num_queries(30):
        ended = lock_down(now=now)
    assert (ended.sessions, ended.devices) == (2000, 2000)
    assert before.isdisjoint(Login.objects.values_list("epoch", flat=True))
    assert perf_counter() - began < 60
