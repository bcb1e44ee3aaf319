"""One-time links from the console, and the demo's one click."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from seren.foundation.access.door import NotThere, Operator
from seren.foundation.kernel import clock
from seren.foundation.kernel.models import Installation, InstallationKind
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.domain import close_account, sign_in_for_demo, sign_in_link
from seren.people.accounts.models import Device, SignInLink
from tests.people.accounts.conftest import acting_as, make_provider
from tests.people.accounts.steps import join_by_mail

pytestmark = [pytest.mark.db, pytest.mark.django_db]
HERE = "/settings/this-phone/"


def kind(kind, now):
    Installation(kind=kind, made_at=now, fingerprint="f").save(force_insert=True)


def link(console, person):
    return sign_in_link(actor=console, person=person.pk, now=clock.now())


def test_a_mail_scanner_opens_the_link_and_spends_nothing(phone, amina, console, now):
    token = link(console, amina)
    for scanner in (Client(), Client()):
        assert scanner.get(f"/in/{token}/").status_code == 200
        scanner.head(f"/in/{token}/")
        scanner.options(f"/in/{token}/")
    assert SignInLink._base_manager.get().used_at is None
    assert phone.post(f"/in/{token}/?next={HERE}")["Location"] == HERE


def test_the_page_of_a_link_is_one_page_for_every_token(phone, amina, console):
    from tests.people.accounts.test_signing_in import without_tokens

    pages = [
        without_tokens(Client().get(f"/in/{token}/").content.decode().replace(token, "…"), "")
        for token in (link(console, amina), "never-made", "x" * 500)
    ]
    assert len(set(pages)) == 1


def test_a_link_works_once_and_for_fifteen_minutes(phone, laptop, amina, console):
    token = link(console, amina)
    assert phone.post(f"/in/{token}/").status_code == 303
    assert laptop.post(f"/in/{token}/").status_code == 422
    late = link(console, amina)
    with time_machine.travel(clock.now() + timedelta(minutes=15), tick=False):
        assert laptop.post(f"/in/{late}/").status_code == 422


def test_one_answer_for_used_late_closed_and_never_made(amina, tariq, bev, console, now):
    from tests.people.accounts.test_signing_in import without_tokens

    used, closed = link(console, amina), link(console, tariq)
    Client().post(f"/in/{used}/")
    close_account(actor=acting_as(bev), person=tariq, now=now)
    answers = {token: Client().post(f"/in/{token}/") for token in (used, closed, "never-made")}
    assert {answer.status_code for answer in answers.values()} == {422}
    bodies = [answer.content.decode().replace(token, "…") for token, answer in answers.items()]
    assert len({without_tokens(body, "") for body in bodies}) == 1


def test_in_a_live_installation_a_link_is_a_first_factor_and_every_channel_is_told(
    phone, sian, console, letters, now
):
    kind(InstallationKind.LIVE, now)
    phone.post(f"/in/{link(console, sian)}/")
    assert phone.get(HERE)["Location"].startswith("/in/second/")  # known here, and staff: the second step
    assert phone.get("/in/second/app/").status_code == 200  # the first manager can go on
    assert letters.to("sian@hill.example") == ["A new sign-in to Seren"]


def test_in_a_live_installation_a_link_does_not_make_a_second_device_known(
    phone, laptop, amina, console, letters, now
):
    kind(InstallationKind.LIVE, now)
    join_by_mail(phone, amina, letters, console)
    laptop.post(f"/in/{link(console, amina)}/")
    assert laptop.get(HERE)["Location"].startswith("/in/this-device/")
    assert Device.objects.count() == 1
    assert letters.to("amina@home.example")[-1] == "A new sign-in to Seren"


def test_an_installation_never_set_up_counts_as_live(phone, sian, console):
    phone.post(f"/in/{link(console, sian)}/")
    assert phone.get(HERE)["Location"].startswith("/in/second/")


@pytest.mark.parametrize("which", [InstallationKind.PRACTICE, InstallationKind.DEMO])
def test_in_practice_and_demo_a_link_counts_as_two_factors(phone, sian, console, letters, now, which):
    kind(which, now)
    phone.post(f"/in/{link(console, sian)}/")
    assert phone.get(HERE).status_code == 200
    assert not letters.sent


def test_console_of_one_provider_makes_no_link_into_another(amina, now):
    elsewhere = make_provider("Sea View", now)
    with pytest.raises(NotThere):
        sign_in_link(actor=Operator(elsewhere.pk, now), person=amina.pk, now=now)


def test_demo_click_works_in_a_demo_only(rf, phone, sian, console, now):
    request = rf.post("/demo/sign-in/")
    with pytest.raises(Refused, match="demo only"):
        sign_in_for_demo(request, sian.pk, now=now)


def test_demo_click_changes_from_one_of_the_cast_to_another(phone, sian, amina, console, now, settings):
    kind(InstallationKind.DEMO, now)
    settings.ROOT_URLCONF = "tests.people.accounts.demo_urls"
    from seren.people.accounts.policies import _open

    _open.add("/demo/")
    try:
        for person in (sian, amina, sian):
            assert phone.post("/demo/sign-in/", {"person": str(person.pk)}).status_code == 204
            assert phone.session["seren.person"] == str(person.pk)
            assert phone.get(HERE).status_code == 200
    finally:
        _open.remove("/demo/")


def test_what_has_run_out_goes_away_at_night_and_nothing_else(phone, laptop, amina, tariq, console, letters):
    from allauth.usersessions.models import UserSession

    from seren.people.accounts.domain.cleaning import clean_up
    from seren.people.accounts.models import Limit, Meeting

    join_by_mail(phone, amina, letters, console)
    laptop.post("/in/this-device/")
    link(console, amina)
    tonight = clock.now() + timedelta(hours=17)
    clean_up(now=tonight)
    assert (UserSession.objects.count(), Meeting.objects.count()) == (1, 1)
    assert not SignInLink._base_manager.exists()
    assert not Limit.objects.exists()
    assert phone.get(HERE).status_code == 200
    later = clock.now() + timedelta(days=31)
    clean_up(now=later)
    assert (UserSession.objects.count(), Meeting.objects.count()) == (0, 0)
