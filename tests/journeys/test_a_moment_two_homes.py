"""The main job, end to end, on a phone: Sian notes a moment with a photo; both of Mali’s homes see it in the
same minute, each through an account of its own; Rhian answers and sends a star from home; Sian thanks her.

Once by keyboard alone, once with scripts off. Every page reached goes through axe.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser_server import serving
from tests.world import Site, copy_of_world, world_of

pytestmark = pytest.mark.browser
_URLS = "tests.journeys.site_urls"
UNDO = 10  # seconds in which a share can be taken back: until then nobody at home sees it
SHARED = "Mali poured the water from cup to cup and counted to six."
ANSWER = "She counted the stairs at bedtime too."
STAR = "Mali peeled the carrots for Nan all by herself."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    data = copy_of_world(tmp_path_factory.mktemp("journey"))
    with serving(data, urls=_URLS, prepare=f"{_URLS}:begin") as url:
        yield Site(url, data, world_of(data))


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("photo") / "water.jpg"
    Image.linear_gradient("L").resize((640, 480)).convert("RGB").save(path)
    return path


@dataclass
class Visit:
    """One person at one browser: how they press things, and what is looked at on each page."""

    site: Site
    page: Page
    press: Callable[[Locator], None]
    checks: bool
    seen: set[str] = field(default_factory=set)

    def opens(self, path: str) -> Page:
        self.page.goto(self.site.url + path)
        self.looked_at()
        return self.page

    def looked_at(self) -> None:
        """No page is wider than the phone; none breaks a rule that axe can see."""
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 390, self.page.url
        if self.checks:
            found = Axe().run(self.page)
            assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def presses(self, name: str) -> None:
        self.follows(self.button(name).first)

    def follows(self, target: Locator) -> None:
        with self.page.expect_navigation():
            self.press(target)
        self.looked_at()


def by_keyboard(target: Locator) -> None:
    """Tab until it has the focus, then Enter. Whatever cannot be reached that way is not there."""
    page = target.page
    target.wait_for()
    for _ in range(150):
        if target.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    else:
        raise AssertionError(f"{target} is not reached by the keyboard")
    page.keyboard.press("Enter")


@pytest.fixture(params=["by keyboard", "without script"])
def visit(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Callable[[str], Visit]]:
    opened: list[BrowserContext] = []
    keyboard = request.param == "by keyboard"

    def as_person(who: str) -> Visit:
        context = browser.new_context(
            viewport={"width": 390, "height": 844},
            locale="en-GB",
            timezone_id="Europe/London",
            java_script_enabled=keyboard,
        )
        opened.append(context)
        page = context.new_page()
        site.sign_in(page, who)
        press = by_keyboard if keyboard else lambda target: target.click()
        return Visit(site, page, press, checks=keyboard)

    yield as_person
    for context in opened:
        context.close()


def test_a_moment_is_seen_in_two_homes_answered_and_thanked_for(
    visit: Callable[[str], Visit], photo: Path, request: pytest.FixtureRequest
):
    run = request.node.callspec.id.replace(" ", "-")
    words = {one: f"{one[:-1]} ({run})." for one in (SHARED, ANSWER, STAR)}
    sian = visit("key-person")
    _notes_a_moment(sian, words[SHARED], photo)
    time.sleep(UNDO + 1)

    rhian, gareth = visit("mother"), visit("father-other-home")
    for home in (rhian, gareth):
        home.opens("/today/")
        home.opens("/stars/")
        home.follows(home.page.get_by_role("link", name=re.compile(re.escape(words[SHARED][:30]))).first)
        expect(home.page.get_by_text(words[SHARED]).first).to_be_visible()
        expect(home.page.locator("main img").first).to_be_visible()

    rhian.page.locator("#talk textarea").first.fill(words[ANSWER])
    rhian.presses("Send to our team")
    expect(rhian.page.get_by_text(words[ANSWER])).to_be_visible()
    gareth.page.reload()
    expect(gareth.page.get_by_text(words[ANSWER])).to_have_count(0)
    sian.opens(rhian.page.url.removeprefix(rhian.site.url).partition("?")[0].partition("#")[0])
    expect(sian.page.get_by_text(words[ANSWER])).to_be_visible()

    star = _shares_a_star(rhian, words[STAR], photo)
    gareth.opens("/stars/")
    expect(gareth.page.get_by_text(words[STAR])).to_have_count(0)
    time.sleep(UNDO + 1)
    sian.opens("/mine/")
    sian.opens(star)
    sian.presses("Say thank you for this star")
    rhian.opens(star)
    expect(rhian.page.get_by_text(re.compile("Sian.*thank", re.I)).first).to_be_visible()


def _notes_a_moment(sian: Visit, words: str, photo: Path) -> None:
    page = sian.opens("/room/snap/")
    page.locator("input[type=file]").last.set_input_files(photo)
    page.locator("label", has_text="Mali").locator("input").first.check(force=True)
    page.locator("textarea[name=words]").fill(words)
    sian.presses("Share with home now")
    assert "snap" not in page.url, page.locator("main").inner_text()


def _shares_a_star(rhian: Visit, words: str, photo: Path) -> str:
    page = rhian.opens("/stars/new/")
    page.locator("input[type=file]").last.set_input_files(photo)
    page.locator("textarea[name=words]").fill(words)
    rhian.presses("Share this star")
    expect(page.get_by_text(words).first).to_be_visible()
    return page.url.removeprefix(rhian.site.url).partition("?")[0]
