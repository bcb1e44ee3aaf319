"""A mother on her phone: sees the star, answers, sends one from home. By keyboard; without script too."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.world import Site, serving_world

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving_world(tmp_path_factory.mktemp("family")) as site:
        yield site


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Open]:
    contexts = []

    def open_as(who: str, *, script: bool = True, width: int = 390) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844}, locale="en-GB", java_script_enabled=script
        )
        contexts.append(context)
        page = context.new_page()
        site.sign_in(page, who)
        return page

    yield open_as
    for context in contexts:
        context.close()


def reach(page: Page, words: str) -> None:
    """Tab until the focus stands on what is called so."""
    for _press in range(80):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and words in (
            focused.get_attribute("aria-label") or focused.inner_text() or _label(page)
        ):
            return
    raise AssertionError(f"no way by keyboard to “{words}” on {page.url}")


def _label(page: Page) -> str:
    held = page.locator(":focus").get_attribute("id")
    label = page.locator(f"label[for='{held}']")
    return label.first.inner_text() if held and label.count() else ""


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_mother_answers_a_star_and_sends_one_by_keyboard(phone: Open, site: Site, script: bool) -> None:
    page = phone("mother", script=script)
    page.goto(f"{site.url}/today/")
    reach(page, "Mali built a tower")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stars/*-*/")
    reach(page, "Or write")
    words = f"She built it again at breakfast{' twice' if script else ''}."
    page.keyboard.type(words)
    reach(page, "Send to our team")
    page.keyboard.press("Enter")
    page.get_by_text("Your answer is sent.").wait_for()
    assert page.get_by_text(words).count() == 1

    page.goto(f"{site.url}/stars/new/")
    reach(page, "What happened?")
    star = f"Mali counted the ducks{' twice' if script else ''}."
    page.keyboard.type(star)
    reach(page, "Share this star")
    page.keyboard.press("Enter")
    page.get_by_text("Your star is shared.").wait_for()
    assert page.get_by_role("heading", name=star).count() == 1
    reach(page, "Undo")
    page.keyboard.press("Enter")
    page.get_by_text("It is not shared. Your words are kept here.").wait_for()

    father = phone("father-other-home", script=script)
    father.goto(f"{site.url}/stars/{site.world.moments['tower']}/")
    assert father.get_by_text(words).count() == 0


@pytest.mark.parametrize("who", ["mother", "parent-urdu", "grandmother"])
def test_axe_finds_nothing_on_pages_of_families(phone: Open, site: Site, who: str) -> None:
    page = phone(who)
    pages = ["/today/", "/stars/", "/stars/?q=tower", "/family/people/"]
    if who == "mother":
        moments = site.world.moments
        pages += ["/stars/new/", "/stars/album/2025-05/", f"/stars/{moments['mother-to-team']}/edit/"]
        pages += [f"/stars/{moments[name]}/" for name in ("tower", "withdrawn", "mother-to-key-person")]
    options = {"resultTypes": ["violations"], "rules": {"color-contrast-enhanced": {"enabled": True}}}
    for address in pages:
        page.goto(site.url + address)
        found = Axe().run(page, options=options).response["violations"]
        assert [f"{v['id']}: {node['target']}" for v in found for node in v["nodes"]] == [], address
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        page.set_viewport_size({"width": 390, "height": 844})
