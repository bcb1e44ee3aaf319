"""The main job, end to end, on a phone: Sian notes a moment with a photo; both of Mali’s homes see it in the
same minute, each through an account of its own; Rhian answers and sends a star from home; Sian thanks her.

By keyboard alone, where every page reached goes through axe, and with scripts off. In English; in Welsh, all
three; in Urdu, both homes, while Sian works in Welsh. What is pressed is found by its own language's words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import translation
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser_server import serving
from tests.world import Site, copy_of_world, world_of

pytestmark = pytest.mark.browser
_URLS = "tests.journeys.site_urls"
UNDO = 10  # seconds in which a share can be taken back: until then nobody at home sees it
WIDTH = 390


@dataclass(frozen=True)
class Telling:
    """The story in other words: which language is read at work and in both homes, and what is written."""

    at_work: str
    at_home: str
    moment: str
    answer: str
    star: str


TELLINGS = {
    "English": Telling(
        "en", "en",
        "Mali poured the water from cup to cup and counted to six.",
        "She counted the stairs at bedtime too.",
        "Mali peeled the carrots for Nan all by herself.",
    ),
    "Welsh": Telling(
        "cy", "cy",
        "Tywalltodd Mali’r dŵr o gwpan i gwpan a chyfri i chwech.",
        "Cyfrodd hi’r grisiau amser gwely hefyd.",
        "Pliciodd Mali’r moron i Nain ar ei phen ei hun.",
    ),
    "Urdu": Telling(
        "cy", "ur",
        "Cyfrodd Mali’r ceir coch i gyd ar y ffordd i’r parc.",
        "اس نے سوتے وقت سیڑھیاں بھی گنیں۔",
        "مالی نے نانی کے لیے گاجریں خود چھیلیں۔",
    ),
}  # fmt: skip
WAYS = [
    pytest.param("English", "by keyboard", id="English by keyboard"),
    pytest.param("English", "without script", id="English without script"),
    pytest.param("Welsh", "without script", id="Welsh without script"),
    pytest.param("Urdu", "without script", id="Urdu without script"),
    pytest.param("Welsh", "by keyboard", id="Welsh by keyboard", marks=pytest.mark.long),
    pytest.param("Urdu", "by keyboard", id="Urdu by keyboard", marks=pytest.mark.long),
]


def said(language: str, english: str) -> str:
    """A message of the product as a reader of this language meets it."""
    with translation.override(language):
        words = translation.gettext(english)
    assert language == "en" or words != english, f"{english!r} is not there in {language}"
    return words


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
    language: str
    press: Callable[[Locator], None]
    checks: bool

    def opens(self, path: str) -> Page:
        self.page.goto(self.site.url + path)
        self.looked_at()
        return self.page

    def looked_at(self) -> None:
        """No page is wider than the phone; each is in its reader's language; none breaks a rule of axe."""
        assert self.page.evaluate("document.documentElement.scrollWidth") <= WIDTH, self.page.url
        html = self.page.locator("html")
        direction = "rtl" if self.language == "ur" else "ltr"
        spoken = (html.get_attribute("lang"), html.get_attribute("dir"))
        assert spoken == (self.language, direction), self.page.url
        if self.checks:
            found = Axe().run(self.page)
            assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"

    def presses(self, english: str) -> None:
        name = said(self.language, english)
        self.follows(self.page.get_by_role("button", name=name).first)

    def follows(self, target: Locator) -> None:
        with self.page.expect_navigation():
            self.press(target)
        self.looked_at()

    def reads(self, words: str, language: str) -> None:
        """Somebody’s own words stand there, in their language and its direction."""
        shown = self.page.get_by_text(words).first
        expect(shown).to_be_visible()
        spoken = shown.evaluate("el => [el.closest('[lang]').lang, getComputedStyle(el).direction]")
        assert spoken == [language, "rtl" if language == "ur" else "ltr"], self.page.url

    def does_not_read(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)


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


@pytest.fixture
def visit(way: str, browser: Browser, site: Site) -> Iterator[Callable[[str, str], Visit]]:
    opened: list[BrowserContext] = []
    keyboard = way == "by keyboard"

    def as_person(who: str, language: str) -> Visit:
        context = browser.new_context(
            viewport={"width": WIDTH, "height": 844},
            locale="en-GB",
            timezone_id="Europe/London",
            java_script_enabled=keyboard,
        )
        opened.append(context)
        page = context.new_page()
        site.sign_in(page, who)
        page.goto(f"{site.url}/settings/this-phone/?lang={language}")
        press = by_keyboard if keyboard else lambda target: target.click()
        return Visit(site, page, language, press, checks=keyboard)

    yield as_person
    for context in opened:
        context.close()


def undo_is_over(site: Site, page: Page) -> None:
    assert page.request.post(f"{site.url}/test/later/", form={"seconds": str(UNDO + 1)}).ok


@pytest.mark.parametrize(("telling", "way"), WAYS)
def test_a_moment_is_seen_in_two_homes_answered_and_thanked_for(
    visit: Callable[[str, str], Visit], site: Site, photo: Path, telling: str, way: str
):
    told = TELLINGS[telling]
    moment, answer, star = (_told(words, way) for words in (told.moment, told.answer, told.star))
    sian = visit("key-person", told.at_work)
    _notes_a_moment(sian, moment, photo)
    undo_is_over(site, sian.page)

    rhian, gareth = visit("mother", told.at_home), visit("father-other-home", told.at_home)
    for home in (rhian, gareth):
        home.opens("/today/")
        home.opens("/stars/")
        home.follows(home.page.get_by_role("link", name=re.compile(re.escape(moment[:30]))).first)
        home.reads(moment, told.at_work)
        expect(home.page.locator("main img").first).to_be_visible()

    rhian.page.locator("#talk textarea").first.fill(answer)
    rhian.presses("Send to our team")
    rhian.reads(answer, told.at_home)
    gareth.page.reload()
    gareth.does_not_read(answer)
    sian.opens(_path(rhian))
    sian.reads(answer, told.at_home)

    _shares_a_star(rhian, star, photo)
    sky = _path(rhian)
    gareth.opens("/stars/")
    gareth.does_not_read(star)
    undo_is_over(site, sian.page)
    sian.opens("/mine/")
    sian.opens(sky)
    sian.reads(star, told.at_home)
    sian.presses("Say thank you for this star")
    rhian.opens(sky)
    thanks = said(told.at_home, "%(name)s says thank you for this star.") % {"name": "Sian"}
    expect(rhian.page.get_by_text(thanks).first).to_be_visible()


def _told(words: str, way: str) -> str:
    """One sentence still, and another one for each way."""
    return f"{words[:-1]} ({way}){words[-1]}"


def _path(visit: Visit) -> str:
    return visit.page.url.removeprefix(visit.site.url).partition("?")[0].partition("#")[0]


def _notes_a_moment(sian: Visit, words: str, photo: Path) -> None:
    page = sian.opens("/room/snap/")
    page.locator("input[type=file]").last.set_input_files(photo)
    page.locator("label", has_text="Mali").locator("input").first.check(force=True)
    page.locator("textarea[name=words]").fill(words)
    sian.presses("Share with home now")
    assert "snap" not in page.url, page.locator("main").inner_text()


def _shares_a_star(rhian: Visit, words: str, photo: Path) -> None:
    page = rhian.opens("/stars/new/")
    page.locator("input[type=file]").last.set_input_files(photo)
    page.locator("textarea[name=words]").fill(words)
    rhian.presses("Share this star")
    rhian.reads(words, rhian.language)
