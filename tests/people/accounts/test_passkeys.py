"""Passkeys and an authenticator app in a real browser, with a virtual authenticator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser_server import serving

pytestmark = pytest.mark.browser
HERE = "tests.people.accounts.browser_site"
Look = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("signing")


@pytest.fixture(scope="module")
def site(data: Path) -> Iterator[str]:
    with serving(data, urls=HERE, prepare=f"{HERE}:furnish") as url:
        yield url.replace("127.0.0.1", "localhost")  # passkeys belong to a name, not to a number


def letter(data: Path, who: str) -> str:
    return (data / f"{who}.txt").read_text()


def code_in(data: Path, address: str) -> str:
    """The code in the newest mail to an address."""
    newest = (data / "mails.txt").read_text().split("\x1e")
    mailed = [mail for mail in newest if mail.startswith(f"{address}\n")]
    return re.search(r"(\d{3} \d{3})", mailed[-1]).group(1)  # type: ignore[union-attr]


def with_authenticator(page: Page, *, verifies: bool = True) -> None:
    talk = page.context.new_cdp_session(page)
    talk.send("WebAuthn.enable", {"enableUI": False})
    talk.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": verifies,
                "automaticPresenceSimulation": True,
            }
        },
    )


def headed(page: Page, words: str) -> None:
    """The page with this heading is there."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def fair(page: Page, words: str) -> None:
    """The page with this heading is there, axe finds nothing, and nothing sticks out at 320 px."""
    headed(page, words)
    assert Axe().run(page).response["violations"] == []
    page.set_viewport_size({"width": 320, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 390, "height": 844})


def join(page: Page, site: str, data: Path, who: str, address: str, look: Look = headed) -> None:
    page.goto(f"{site}/join/{letter(data, who)}/")
    look(page, "Join")
    page.get_by_role("button", name="Carry on").click()
    look(page, "Show that it is you")
    page.get_by_label("Send a code to the e-mail address").check()
    page.get_by_role("button", name="Carry on").click()
    look(page, "Type the code")
    page.get_by_label("Your code").fill(code_in(data, address))
    page.get_by_role("button", name="Carry on").click()
    look(page, "How shall news reach you?")
    page.get_by_label("By e-mail").check()
    page.get_by_role("button", name="Carry on").click()
    look(page, "How to reach me")
    page.get_by_role("button", name="Carry on").click()
    look(page, "You have joined")


def test_amina_makes_a_passkey_and_signs_in_with_it_alone(page: Page, site: str, data: Path) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    with_authenticator(page)
    join(page, site, data, "amina", "amina@home.example", fair)
    page.get_by_role("link", name="Make a passkey for next time").click()
    page.get_by_label("A name for this passkey").fill("My phone")
    page.get_by_role("button", name="Make a passkey").click()
    headed(page, "Recovery codes")

    page.context.clear_cookies()  # another browser that shares her passkeys, and nothing else
    page.goto(f"{site}/settings/this-phone/")
    page.get_by_role("button", name="Use a passkey").click()
    fair(page, "This phone")
    expect(page.get_by_text("My phone")).to_be_visible()
    assert told == []


def test_sian_of_the_team_enrols_with_a_passkey_before_anything_opens(
    page: Page, site: str, data: Path
) -> None:
    with_authenticator(page)
    join(page, site, data, "sian", "sian@hill.example")
    page.get_by_role("link", name="Go to my page").click()
    fair(page, "One more step")
    page.get_by_role("link", name="Make a passkey").click()
    fair(page, "Make a passkey")
    page.get_by_role("button", name="Make a passkey").click()
    fair(page, "Recovery codes")
    page.get_by_role("button", name="Make my recovery codes").click()
    expect(page.locator(".code")).to_have_count(10)
    fair(page, "Recovery codes")

    page.goto(f"{site}/out/")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("Your e-mail address").fill("sian@hill.example")
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Your code").fill(code_in(data, "sian@hill.example"))
    page.get_by_role("button", name="Carry on").click()
    headed(page, "One more step")
    page.get_by_role("button", name="Use my passkey").click()
    expect(page).to_have_url(f"{site}/")
    page.goto(f"{site}/settings/this-phone/")
    headed(page, "This phone")


def test_passkey_that_does_not_verify_its_user_opens_nothing(page: Page, site: str, data: Path) -> None:
    with_authenticator(page, verifies=False)
    page.goto(f"{site}/in/")
    fair(page, "Sign in")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_text("That did not work")).to_be_visible()
    page.goto(f"{site}/settings/this-phone/")
    headed(page, "Sign in")


def test_bev_enrols_with_an_app_without_any_script(browser, site: str, data: Path) -> None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    context: BrowserContext = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    join(page, site, data, "bev", "bev@hill.example")
    page.get_by_role("link", name="Go to my page").click()
    page.get_by_role("link", name="Use an authenticator app").click()
    secret = page.locator(".code").inner_text().replace(" ", "")
    instant = datetime.fromisoformat(page.request.get(f"{site}/now/").text())
    page.get_by_label("Your code").fill(format_hotp_value(hotp_value(secret, int(instant.timestamp()) // 30)))
    page.get_by_role("button", name="Carry on").click()
    headed(page, "Recovery codes")
    context.close()
