"""Signing in by a mailed code: whom it lets in, and what it tells nobody."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.people.accounts.models import Login, Person
from seren.people.accounts.views.base import local_path
from tests.people.accounts.steps import ask, join_by_mail, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def joined(phone, amina, console, letters):
    join_by_mail(phone, amina, letters, console)
    phone.post("/out/")
    letters.sent.clear()
    return amina


@pytest.mark.db
def test_code_on_her_own_phone_lets_amina_in(phone, joined, letters):
    answer = sign_in(phone, "  Amina@Home.Example ", letters_of(letters))
    assert answer["Location"] == "/"
    assert phone.get("/settings/this-phone/").status_code == 200


def letters_of(letters):
    class Folded:
        def code_for(self, address):
            return letters.code_for(address.strip().lower())

    return Folded()


def test_she_comes_back_to_the_page_she_wanted(phone, joined, letters):
    wanted = phone.get("/stars/?month=2025-04")
    assert wanted["Location"] == "/in/?next=/stars/%3Fmonth%3D2025-04"
    phone.post(wanted["Location"], {"email": "amina@home.example"})
    code = letters.code_for("amina@home.example")
    answer = phone.post("/in/code/?next=/stars/%3Fmonth%3D2025-04", {"code": f"{code[:3]} {code[3:]}"})
    assert answer["Location"] == "/stars/?month=2025-04"


def seen(browser, address):
    """Everything a stranger sees of asking with an address: status, headers, bodies, less tokens."""
    first = browser.post("/in/", {"email": address})
    page = browser.get(first["Location"])
    wrong = browser.post(first["Location"], {"code": "000000"})
    return [
        (answer.status_code, sorted(dict(answer.headers)), without_tokens(answer.content.decode(), address))
        for answer in (first, page, wrong)
    ]


def without_tokens(body, address):
    start, _token, rest = body.partition('name="csrfmiddlewaretoken" value="')
    return start + rest.partition('"')[2]


@pytest.mark.db
def test_nobody_learns_whether_an_address_signs_in(joined, tariq, console, letters, now):
    """Known, imported but not joined, closed, never heard of: one answer to the byte, one mail each."""
    Login(email="closed@home.example", is_active=False, made_at=now).save(force_insert=True)
    addresses = ["amina@home.example", "tariq@other.example", "closed@home.example", "nobody@else.example"]
    answers = [seen(Client(), address) for address in addresses]
    assert answers[0] == answers[1] == answers[2] == answers[3]
    assert [len(letters.to(address)) for address in addresses] == [1, 1, 1, 1]


def test_only_the_adult_with_a_sign_in_is_mailed_a_code(joined, letters):
    for address in ("amina@home.example", "nobody@else.example"):
        Client().post("/in/", {"email": address})
    assert letters.to("amina@home.example") == ["Your code for Seren"]
    assert letters.to("nobody@else.example") == ["Signing in to Seren"]


def test_no_code_opens_an_address_that_signs_nobody_in(joined, letters):
    browser = Client()
    browser.post("/in/", {"email": "nobody@else.example"})
    answers = {browser.post("/in/code/", {"code": code}).status_code for code in ("", "000000", "x")}
    assert answers == {422}


def test_a_code_is_spent_once(phone, joined, letters):
    code = ask(phone, "amina@home.example", letters)
    assert phone.post("/in/code/", {"code": code}).status_code == 303
    assert phone.post("/in/code/", {"code": code}).status_code == 422


def test_a_code_works_only_in_the_browser_that_asked(phone, laptop, joined, letters):
    code = ask(phone, "amina@home.example", letters)
    assert laptop.post("/in/code/", {"code": code}).status_code == 422


def test_a_code_lasts_fifteen_minutes(phone, joined, letters):
    code = ask(phone, "amina@home.example", letters)
    with time_machine.travel(clock.now() + timedelta(minutes=15), tick=False):
        assert "run out" in phone.post("/in/code/", {"code": code}).content.decode()
        assert phone.get("/in/code/")["Location"] == "/in/"
    with time_machine.travel(clock.now() + timedelta(minutes=14, seconds=59), tick=False):
        assert phone.post("/in/code/", {"code": code}).status_code == 303


def test_third_wrong_code_ends_it(phone, joined, letters):
    code = ask(phone, "amina@home.example", letters)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    answers = [phone.post("/in/code/", {"code": wrong}) for _ in range(3)]
    assert "third try" in answers[-1].content.decode()
    assert phone.post("/in/code/", {"code": code}).status_code == 422


@pytest.mark.db
def test_ten_wrong_codes_an_hour_from_anywhere_and_then_the_right_one_is_refused_too(joined, letters):
    """Four browsers in four networks, three tries each: the tenth is the last, whoever asks next."""
    answers = []
    for number in range(4):
        browser = Client(REMOTE_ADDR=f"203.0.113.{number}")
        code = ask(browser, "amina@home.example", letters)
        wrong = f"{(int(code) + 1) % 1_000_000:06}"
        answers += [browser.post("/in/code/", {"code": wrong}).content.decode() for _ in range(3)]
    assert ["too many tries" in answer for answer in answers] == [False] * 10 + [True] * 2
    with time_machine.travel(clock.now() + timedelta(minutes=59), tick=False):
        late = Client(REMOTE_ADDR="203.0.113.99")
        answer = late.post("/in/code/", {"code": ask(late, "amina@home.example", letters)})
        assert answer.status_code == 422
        assert "too many tries" in answer.content.decode()
    with time_machine.travel(clock.now() + timedelta(minutes=61), tick=False):
        later = Client(REMOTE_ADDR="203.0.113.99")
        assert later.post("/in/code/", {"code": ask(later, "amina@home.example", letters)}).status_code == 303


def test_a_stranger_who_guesses_does_not_lock_amina_out_of_her_own_phone(phone, joined, letters):
    for number in range(12):
        stranger = Client(REMOTE_ADDR=f"203.0.113.{number}")
        stranger.post("/in/", {"email": "amina@home.example"})
        stranger.post("/in/code/", {"code": "000000"})
    assert sign_in(phone, "amina@home.example", letters)["Location"] == "/"


def test_asking_too_often_gets_the_same_page_and_no_mail(joined, letters):
    """A refusal would tell a stranger that somebody else had asked for this address within the hour."""
    for address in ("amina@home.example", "nobody@else.example"):
        answers = [Client().post("/in/", {"email": address}) for _ in range(8)]
        assert {answer["Location"] for answer in answers} == {"/in/code/"}
        assert len(letters.to(address)) == 6


def test_one_network_asks_twenty_times_a_minute_at_the_most(db):
    answers = [Client().post("/in/", {"email": f"a{number}@else.example"}) for number in range(21)]
    assert [answer.status_code for answer in answers] == [303] * 20 + [422]


def test_closed_between_asking_and_typing_gets_nowhere(phone, joined, letters):
    code = ask(phone, "amina@home.example", letters)
    Login.objects.update(is_active=False)
    assert phone.post("/in/code/", {"code": code})["Location"] == "/in/"
    assert phone.get("/today/")["Location"].startswith("/in/")


def test_every_sign_in_is_recorded_without_the_address(phone, joined, letters):
    sign_in(phone, "amina@home.example", letters)
    entry = Entry.objects.filter(event="accounts.signed_in", subject_id=joined.pk).latest("at")
    assert entry.details == {"by": "code"}


def test_no_network_address_is_kept_with_a_sign_in(phone, joined, letters):
    from allauth.usersessions.models import UserSession

    sign_in(phone, "amina@home.example", letters)
    assert set(UserSession.objects.values_list("ip", flat=True)) == {"0.0.0.0"}


def test_somebody_else_signing_in_on_the_same_browser_ends_the_first(phone, joined, tariq, console, letters):
    sign_in(phone, "amina@home.example", letters)
    before = phone.session.session_key
    join_by_mail(phone, tariq, letters, console)
    assert phone.session.session_key != before
    assert Person._base_manager.get(pk=tariq.pk).login_id == Login.objects.get(email="tariq@other.example").pk
    assert "tariq@other.example" in phone.get("/settings/this-phone/").content.decode()


def test_two_adults_of_one_tablet_are_both_known_on_it(phone, joined, tariq, console, letters):
    join_by_mail(phone, tariq, letters, console)
    phone.post("/out/")
    for address in ("amina@home.example", "tariq@other.example"):
        assert sign_in(phone, address, letters)["Location"] == "/"
        assert phone.get("/settings/this-phone/").status_code == 200
        phone.post("/out/")


def test_signing_out_leaves_nothing_in_the_browser_but_that_we_know_it(phone, joined, letters):
    sign_in(phone, "amina@home.example", letters)
    assert phone.get("/out/").status_code == 200
    assert phone.get("/settings/this-phone/").status_code == 200  # opening the page signs nobody out
    answer = phone.post("/out/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert "seren-device" in phone.cookies
    assert phone.get("/settings/this-phone/").status_code == 303


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example/",
        "///evil.example",
        "https://evil.example/",
        "http:evil.example",
        "javascript:alert(1)",
        "/\\evil.example",
        "\\\\evil.example",
        "/%09/evil.example" + "\t",
        "/\x00evil",
        "/\n/evil.example",
        " //evil.example",
        "evil.example",
        "",
        "//",
        "/\x7f",
    ],
)
def test_next_never_leads_off_this_site(address):
    assert local_path(address) == "/"


@pytest.mark.parametrize("address", ["/", "/stars/", "/stars/?child=1&x=%2F", "/stars/#a"])
def test_next_leads_to_paths_of_this_site(address):
    assert local_path(address) == address


def test_who_is_signed_in_is_led_on_and_never_in_a_ring(phone, joined, letters):
    sign_in(phone, "amina@home.example", letters)
    assert phone.get("/in/?next=/stars/")["Location"] == "/stars/"
    for page in ("/in/", "/in/this-device/"):
        assert phone.get(f"{page}?next={page}")["Location"] == "/"
        assert phone.get(f"{page}?next={page}%3Fnext%3D{page}")["Location"] == "/"


def test_signing_in_with_a_next_of_another_site_leads_home(phone, joined, letters):
    phone.post("/in/?next=//evil.example/", {"email": "amina@home.example"})
    code = letters.code_for("amina@home.example")
    assert phone.post("/in/code/?next=//evil.example/", {"code": code})["Location"] == "/"
