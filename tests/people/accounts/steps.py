"""What somebody does with a browser, for tests to say in one line."""

from django.test import Client

from seren.people.accounts.domain import invite
from seren.people.accounts.models import Person

REACH = {
    "interface_language": "en",
    "spoken_language": "ur",
    "read_language": "en",
    "format": "large",
    "channel": "email",
    "quiet_from": "19:00",
    "quiet_to": "07:30",
    "quiet_weekends": "on",
    "digest": "on",
}


def join_by_mail(browser: Client, person: Person, letters, console, channel: str = "email") -> None:
    """From the letter to the first page, by the code to the address on file."""
    _letter, code = invite(actor=console, person=person, now=console.at)
    browser.post("/join/", {"code": code})
    browser.post("/join/proof/", {"shown": "address"})
    browser.post("/join/code/", {"code": letters.code_for(person.email)})
    answer = browser.post("/join/contact/", {"channel": channel, "phone": ""})
    assert (answer.status_code, answer.get("Location")) == (303, "/join/how/"), answer.content.decode()


def ask(browser: Client, address: str, letters) -> str:
    browser.post("/in/", {"email": address})
    return letters.code_for(address)


def sign_in(browser: Client, address: str, letters):
    return browser.post("/in/code/", {"code": ask(browser, address, letters)})


def app_code(browser: Client) -> str:
    """What an authenticator app that took in the secret of this browser's session shows now."""
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    secret = browser.session["mfa.totp.secret"]
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def add_app(browser: Client) -> str:
    """Enrol an app; returns its secret."""
    browser.get("/in/second/app/")
    secret = browser.session["mfa.totp.secret"]
    answer = browser.post("/in/second/app/", {"code": app_code(browser)})
    assert answer.status_code == 303, answer.content.decode()
    return secret


def code_of(secret: str) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))
