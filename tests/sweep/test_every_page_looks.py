"""Every page there is, in every theme and language, as a browser finds it. Drawn from the URL table.

Of each route the first address that opens for the person, its answer looked at whatever it is about.
"""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser_server import serving
from tests.world import Site, copy_of_world, world_of

pytestmark = [pytest.mark.browser, pytest.mark.long]
_URLS = "tests.sweep.site_urls"
THEMES = ("day", "night", "plain")
READING = {
    "": ("en", "cy", "ur"),
    "mother": ("en", "cy", "ur"),
    "key-person": ("en", "cy"),
    "manager": ("en", "cy"),
}
FOR_STAFF = ("/api/", "/gallery/")  # families may open these too; Urdu is not promised there
ALL = [(who, language, theme) for who in READING for language in READING[who] for theme in THEMES]
NARROW = 320
_AXE = {"resultTypes": ["violations"], "rules": {"color-contrast-enhanced": {"enabled": True}}}

# What is pressed where another thing answers: a link under the wide link of its row, a button under a bar.
_COVERED = """() => [...document.querySelectorAll("main :is(a[href], button, summary)")].flatMap((one) => {
  if (!one.checkVisibility() || !one.getClientRects().length) return [];
  one.scrollIntoView({ block: "center" });
  const box = one.getClientRects()[0];
  const met = document.elementFromPoint(box.left + Math.min(box.width / 2, 30), box.top + box.height / 2);
  return met && (one.contains(met) || met.contains(one)) ? [] : [one.outerHTML.slice(0, 120)];
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    data = copy_of_world(tmp_path_factory.mktemp("looks"))
    with serving(data, urls=_URLS, prepare="tests.world_urls:open_up") as url:
        yield Site(url, data, world_of(data))


@pytest.fixture(scope="module")
def pages(site: Site, browser: Browser) -> Callable[[str], list[str]]:
    """The pages of a person: looked for once."""
    found: dict[str, list[str]] = {}

    def of(who: str) -> list[str]:
        if who not in found:
            found[who] = list(_open(site, browser, who))
        return found[who]

    return of


def _open(site: Site, browser: Browser, who: str) -> Iterator[str]:
    context = browser.new_context()
    if who:
        site.sign_in(context, who)
    for _route, addresses in context.request.get(f"{site.url}/test/addresses/").json()["routes"]:
        for address in addresses:
            answer = context.request.get(site.url + address, max_redirects=0)
            if answer.ok and "text/html" in answer.headers.get("content-type", ""):
                yield address
                break
    yield "/nothing-here/"
    context.close()


@pytest.fixture
def reader(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    opened = []

    def at(who: str, language: str, theme: str) -> Page:
        context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
        opened.append(context)
        context.add_cookies(
            [
                {"name": "seren-theme", "value": theme, "url": site.url},
                {"name": "seren-lang", "value": language, "url": site.url},
            ]
        )
        page = context.new_page()
        if who:
            site.sign_in(page, who)
            page.goto(f"{site.url}/settings/this-phone/?lang={language}")
        return page

    yield at
    for context in opened:
        context.close()


@pytest.mark.parametrize(("who", "language", "theme"), ALL, ids=lambda one: one or "visitor")
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    reader: Callable[..., Page],
    pages: Callable[[str], list[str]],
    site: Site,
    who: str,
    language: str,
    theme: str,
):
    page = reader(who, language, theme)
    faults = []
    for address in pages(who):
        page.goto(site.url + address)
        expected = "en" if language == "ur" and address.startswith(FOR_STAFF) else language
        faults += [f"{address}: {one}" for one in _faults(page, expected, theme)]
    assert faults == []


def _faults(page: Page, language: str, theme: str) -> Iterator[str]:
    html = page.locator("html")
    shown = [html.get_attribute(name) for name in ("lang", "dir", "data-theme")]
    if shown != [language, "rtl" if language == "ur" else "ltr", theme]:
        yield f"shown as {shown}"
    for violation in Axe().run(page, options=_AXE).response["violations"]:
        for node in violation["nodes"][:3]:
            yield f"{violation['id']}: {node['target']} {node['html'][:120]}"
    yield from (f"covered: {words}" for words in page.evaluate(_COVERED))
    page.set_viewport_size({"width": NARROW, "height": 844})
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > NARROW:
        yield f"{wide} px wide"
    page.set_viewport_size({"width": 390, "height": 844})


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Every message a third longer."""
    data = copy_of_world(tmp_path_factory.mktemp("longer"))
    with serving(data, urls=_URLS, prepare=f"{_URLS}:made_up") as url:
        yield Site(url, data, world_of(data))


@pytest.mark.parametrize("who", ["", "mother"], ids=lambda who: who or "visitor")
def test_pages_of_families_hold_longer_words(longer: Site, browser: Browser, who: str):
    context = browser.new_context(viewport={"width": NARROW, "height": 844}, locale="en-GB")
    if who:
        longer.sign_in(context, who)
    page = context.new_page()
    wide = {}
    for address in _open(longer, browser, who):
        page.goto(longer.url + address)
        if address.startswith(FOR_STAFF):
            continue
        assert "⟦" in page.title() + page.locator("main").inner_text(), address
        if (width := page.evaluate("document.documentElement.scrollWidth")) > NARROW:
            wide[address] = width
    context.close()
    assert wide == {}
