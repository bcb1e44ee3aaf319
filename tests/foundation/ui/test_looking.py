# ruff: noqa: E501 - what the browser is asked stands on its own lines
"""What a browser finds on every page of the sample site and in the workshop. A floor, not proof."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = ("/gallery/", "/today/", "/stars/", "/star/", "/room/", "/desk/", "/form/", "/nothing-here/")
Look = Callable[..., Page]


@pytest.fixture(scope="module")
def pages(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """One page for each kind of browser: nothing here writes, and what a look left behind is put back."""
    opened: dict[str, Page] = {}

    def of(**kind: Any) -> Page:
        if str(kind) not in opened:
            context = browser.new_context(locale="en-GB", timezone_id="Europe/London", **kind)
            opened[str(kind)] = context.new_page()
            return opened[str(kind)]
        page = opened[str(kind)]
        page.context.clear_cookies()
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        page.emulate_media(media="null")
        return page

    yield of
    for page in opened.values():
        page.context.close()


@pytest.fixture
def look(pages: Callable[..., Page], site: str) -> Look:
    """Open an address at a width, in a theme. The theme is a cookie, as people choose it."""

    def at(address: str, width: int = 390, theme: str = "", **kind: Any) -> Page:
        page = pages(**kind)
        page.set_viewport_size({"width": width, "height": 844})
        if theme:
            page.context.add_cookies([{"name": "seren-theme", "value": theme, "url": site}])
        page.goto(f"{site}/heard/")  # bare words between: neither focus nor place goes on from page to page
        page.goto(site + address)
        return page

    return at


def findings(page: Page) -> list[str]:
    options = {"resultTypes": ["violations"], "rules": {"color-contrast-enhanced": {"enabled": True}}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {node['target']}" for v in found for node in v["nodes"][:3]]


@pytest.mark.parametrize(("width", "theme"), [(390, "day"), (1280, "night"), (390, "plain")])
def test_axe_finds_nothing_in_the_workshop(look: Look, width: int, theme: str):
    assert findings(look("/gallery/", width, theme)) == []


@pytest.mark.parametrize("address", PAGES[1:])
def test_axe_finds_nothing_on_a_phone(look: Look, address: str):
    assert findings(look(address)) == []


@pytest.mark.long
@pytest.mark.parametrize("theme", ["day", "night", "plain"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_anywhere(look: Look, address: str, width: int, theme: str):
    assert findings(look(address, width, theme)) == []


@pytest.mark.parametrize("address", [*PAGES, "/gallery/?dir=rtl"])
def test_no_page_scrolls_sideways_at_320(look: Look, address: str):
    page = look(address, 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", PAGES)
def test_every_target_is_48_pixels(look: Look, address: str):
    page = look(address)
    small = page.evaluate("""() => {
      const found = [];
      for (const el of document.querySelectorAll("a[href], button, summary, input, select, textarea")) {
        if (el.type === "hidden" || el.closest(".skip, .sr")) continue;
        let box = el.getBoundingClientRect();
        if (!box.width || !box.height) continue;
        const whole = el.closest("label, .moment h3 a, .task");
        const after = getComputedStyle(el, "::after");
        if (after.content !== "none" && after.position === "absolute")
          box = el.closest(".moment, .task").getBoundingClientRect();
        else if (el.matches("label input")) box = el.closest("label").getBoundingClientRect();
        if (box.width < 47.5 || box.height < 47.5)
          found.push(`${el.tagName} ${el.className} ${el.textContent.trim().slice(0, 30)} ${box.width}x${box.height}`);
      }
      return found;
    }""")
    assert small == []


@pytest.mark.parametrize("theme", ["day", "night", "plain"])
def test_focus_can_be_seen_at_every_stop(look: Look, theme: str):
    page = look("/today/", theme=theme)
    stops = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate("""() => {
          const el = document.activeElement;
          if (el === document.body) return null;
          const shown = (style) => parseFloat(style.outlineWidth) >= 3 && style.outlineStyle === "solid";
          const box = el.getBoundingClientRect();
          return {
            name: el.tagName + (el.id || el.textContent.trim().slice(0, 20)),
            ring: shown(getComputedStyle(el)) || shown(getComputedStyle(el, "::after")),
            inView: box.top >= -1 && box.bottom <= innerHeight + 1 || box.height > innerHeight / 2,
          };
        }""")
        if seen is None:
            break
        assert seen["ring"], seen
        assert seen["inView"], seen
        stops.add(seen["name"])
    assert len(stops) >= 15


def test_focus_is_not_hidden_under_the_places(look: Look):
    page = look("/stars/")
    for _ in range(30):
        page.keyboard.press("Tab")
        overlap = page.evaluate("""() => {
          const el = document.activeElement, places = document.querySelector(".places");
          if (el === document.body || places.contains(el)) return false;
          const box = el.getBoundingClientRect(), bar = places.getBoundingClientRect();
          return box.top < bar.bottom && box.bottom > bar.top + 1 && box.height < 300;
        }""")
        assert not overlap, page.evaluate("document.activeElement.outerHTML")


def test_spacing_wishes_cut_nothing_off(look: Look):
    page = look("/today/")
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
      document.adoptedStyleSheets = [sheet];
    }""")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_text_at_twice_the_size_still_fits(look: Look):
    page = look("/today/", 640)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_nothing_moves_where_that_is_wished(look: Look):
    page = look("/gallery/", reduced_motion="reduce")
    assert page.evaluate("document.getAnimations().length") == 0


def test_no_colour_is_needed_where_colours_are_forced(look: Look):
    page = look("/gallery/", forced_colors="active")
    bare = page.evaluate("""() => [...document.querySelectorAll(".card, .chip, .button, .due, .tag")]
      .filter((el) => el.offsetWidth && getComputedStyle(el).borderStyle === "none").length""")
    assert bare == 0


def test_paper_holds_the_words_and_no_navigation(look: Look):
    page = look("/star/")
    page.emulate_media(media="print")
    hidden = page.evaluate("""() => [".places", ".masthead nav", ".starters", ".crumb"]
      .filter((name) => [...document.querySelectorAll(name)].some((el) => el.offsetHeight))""")
    assert hidden == []
    assert page.evaluate("document.querySelector('.moment h1').offsetHeight") > 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_page_without_a_chosen_theme_follows_the_phone(look: Look):
    def ground(page: Page) -> str:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert ground(look("/today/", color_scheme="dark")) == "rgb(23, 19, 42)"
    assert ground(look("/today/", color_scheme="dark", theme="day")) == "rgb(251, 246, 236)"
    assert ground(look("/today/", theme="night")) == "rgb(23, 19, 42)"


def test_the_managers_places_fold_on_a_phone_without_script(look: Look):
    page = look("/desk/", 390, java_script_enabled=False)
    children = page.get_by_role("navigation", name="Places").get_by_role("link", name="Children")
    assert not children.is_visible()
    page.locator(".desk-nav summary").click()
    assert children.is_visible()
    wide = look("/desk/", 1280, java_script_enabled=False)
    assert not wide.locator(".desk-nav summary").is_visible()
    assert wide.get_by_role("navigation", name="Places").get_by_role("link", name="Children").is_visible()


def test_a_page_that_reads_right_to_left_is_mirrored(look: Look):
    page = look("/gallery/", 1280)
    box = page.evaluate("""() => {
      const places = (name) => document.querySelector(`.turned ${name}`).getBoundingClientRect();
      const [star, text] = [places(".horizon .star"), places(".horizon h3")];
      const middle = (text.left + text.right) / 2;
      return { mirrored: star.right < middle, arrow: getComputedStyle(document.querySelector(".turned svg.turn")).transform };
    }""")
    assert box["mirrored"]
    assert box["arrow"].startswith("matrix(-1")
