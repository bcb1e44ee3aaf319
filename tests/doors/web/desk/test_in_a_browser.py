"""The desk as a leader meets it: every page under axe and at 320 pixels, and a first day without script."""

import re
import sqlite3
from contextlib import nullcontext

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.world import serving_world

pytestmark = pytest.mark.browser

PAGES = (
    "/desk/", "/desk/families/", "/desk/children/", "/desk/children/{Mali}/",
    "/desk/children/{Mali}/adults/add/", "/desk/people/", "/desk/people/key-people/",
)  # fmt: skip
MORE = (
    "/desk/children/{Ellie}/", "/desk/children/{Mali}/key-person/", "/desk/children/add/",
    "/desk/people/cover/", "/desk/families/{mother}/", "/desk/print/", "/desk/print/letters/",
    "/desk/setting/", "/desk/statement/", "/desk/undelivered/",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving_world(tmp_path_factory.mktemp("desk")) as site:
        _look_at(site, "pre-school")
        yield site


def _look_at(site, setting):
    """Bev leads two settings: she looks at this one."""
    found = next(path for path in site.data.iterdir() if path.suffix in (".sqlite3", ".db", ".sqlite"))
    connection = sqlite3.connect(found, timeout=20)
    where = (site.world.settings[setting].hex, site.world.people["manager"].hex)
    connection.execute("update accounts_person set current_setting_id = ? where id = ?", where)
    connection.commit()
    connection.close()


def address(site, path):
    names = {**site.world.people, **site.world.children}
    return site.url + re.sub(r"\{(\w+)\}", lambda found: str(names[found.group(1)]), path)


@pytest.fixture
def bev(site, page):
    site.sign_in(page, "manager")
    return page


@pytest.mark.parametrize("path", [*PAGES, *(pytest.param(path, marks=pytest.mark.long) for path in MORE)])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(site, bev, path):
    for width in (1280, 320):
        bev.set_viewport_size({"width": width, "height": 844})
        bev.goto(address(site, path))
        assert bev.evaluate("document.documentElement.scrollWidth") <= width
    options = {"resultTypes": ["violations"], "rules": {"color-contrast-enhanced": {"enabled": True}}}
    found = Axe().run(bev, options=options).response["violations"]
    assert [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"][:3]] == []


def test_a_child_joins_by_keyboard_without_script_and_starts_with_a_key_person(site, browser):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    site.sign_in(page, "manager")
    page.goto(site.url + "/desk/")
    _press(page, page.locator("summary").filter(has_text="All places"))
    _press(page, page.get_by_role("link", name="Children").first)
    _press(page, page.get_by_role("link", name="Add a child"))

    _type(page, "First name", "Nia")
    _type(page, "Family name", "Parry")
    for group, day in (("Date of birth", "3 4 2022"), ("First day here", "14 5 2025")):
        boxes = page.get_by_role("group", name=group)
        for label, value in zip(("Day", "Month", "Year"), day.split(), strict=True):
            _type(boxes, label, value)
    page.get_by_role("radio", name="Robins").focus()
    page.keyboard.press("Space")
    _press(page, page.get_by_role("button", name="Add the child"))
    assert page.get_by_role("heading", level=1).inner_text() == "Nia Parry"

    _press(page, page.get_by_role("link", name="Change the key person"))
    page.get_by_role("radio", name=re.compile("Sian Prosser")).focus()
    page.keyboard.press("Space")
    _press(page, page.get_by_role("button", name="Name this person"))
    assert "The family is told" in page.locator("main").inner_text()

    _press(page, page.get_by_role("link", name="Change the sessions"))
    page.get_by_role("checkbox", name="Monday, Morning").focus()
    page.keyboard.press("Space")
    _press(page, page.get_by_role("button", name="Keep these sessions"))
    page.goto(re.sub(r"#.*", "", page.url))
    assert "Who looks after Nia at home?" in page.locator("main").inner_text()
    context.close()


def test_bev_prints_a_letter_and_each_stands_on_a_sheet_of_its_own(site, bev):
    bev.goto(address(site, "/desk/families/{mother}/"))
    _press(bev, bev.get_by_role("button", name="Print a joining letter"))
    assert "The codes are shown only once" in bev.locator("main").inner_text()
    bev.emulate_media(media="print")
    letter = bev.locator(".letter").first
    assert letter.evaluate("el => getComputedStyle(el).breakAfter") == "page"
    assert not bev.get_by_text("The codes are shown only once").is_visible()
    bev.emulate_media(media="screen")


def _press(page, target):
    """By keyboard: to where it is, and Enter."""
    target.focus()
    leads_on = target.evaluate("el => el.tagName") != "SUMMARY"
    with page.expect_navigation() if leads_on else nullcontext():
        target.press("Enter")


def _type(within, label, value):
    box = within.get_by_label(label, exact=True)
    box.focus()
    box.press_sequentially(value)
