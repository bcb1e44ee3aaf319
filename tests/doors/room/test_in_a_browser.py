"""The key worker’s day on a phone: a moment in four taps, a name that stops, by keyboard, without script."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.world import Site, serving_world

pytestmark = pytest.mark.browser
MALI = "Mali Evans"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving_world(tmp_path_factory.mktemp("room")) as serving:
        yield serving


@pytest.fixture
def sian(site: Site, page: Page) -> Page:
    site.sign_in(page, "key-person")
    return page


def a_photo() -> dict[str, object]:
    paper = io.BytesIO()
    Image.new("RGB", (1200, 900), "#557f5c").save(paper, "JPEG")
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": paper.getvalue()}


def test_photo_of_one_child_is_safe_in_four_taps(site: Site, sian: Page):
    taps = 0
    sian.goto(f"{site.url}/mine/unfiled/")
    before = sian.get_by_role("heading", name="Mali").count()  # another test may have left one
    sian.goto(f"{site.url}/room/")
    sian.get_by_role("link", name="Snap a moment").click()
    taps += 1
    with sian.expect_file_chooser() as chooser:
        sian.get_by_text("Take a photo").click()
    taps += 1
    chooser.value.set_files([a_photo()])  # type: ignore[list-item]
    sian.locator("label.chip", has_text="Mali").click()
    taps += 1
    sian.get_by_role("button", name="Done").click()
    taps += 1
    expect(sian.get_by_text("Saved. It waits in “Moments to finish”.")).to_be_visible()
    assert taps == 4
    sian.goto(f"{site.url}/mine/unfiled/")
    expect(sian.get_by_role("heading", name="Mali")).to_have_count(before + 1)


def test_name_stops_and_is_put_right_by_keyboard_alone(site: Site, sian: Page):
    sian.goto(f"{site.url}/room/snap/")
    sian.get_by_role("checkbox", name="Mali").focus()
    sian.keyboard.press("Space")
    sian.get_by_label("What happened?").focus()
    sian.keyboard.type("Mali gave Yusuf the red block.")
    sian.get_by_role("button", name="Share with home now").focus()
    sian.keyboard.press("Enter")
    expect(sian.get_by_role("heading", level=1)).to_have_text("This names Yusuf.")
    sian.get_by_role("button", name="Say “a friend”").focus()
    sian.keyboard.press("Enter")
    expect(sian.get_by_text("Mali gave a friend the red block.")).to_be_visible()
    sian.get_by_role("button", name="Share with home now").focus()
    sian.keyboard.press("Enter")
    expect(sian.get_by_text("Shared. Families see it in a moment.")).to_be_visible()
    sian.get_by_role("button", name="Undo").focus()
    sian.keyboard.press("Enter")
    expect(sian.get_by_role("heading", level=1)).to_have_text("Finish a moment")


def test_all_of_it_works_without_script(site: Site, browser: Browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    site.sign_in(page, "key-person")
    page.goto(f"{site.url}/room/snap/")
    page.get_by_label("Take a photo").set_input_files([a_photo()])  # type: ignore[list-item]
    page.get_by_label("Zofia").check(force=True)
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_text("Saved. It waits in “Moments to finish”.")).to_be_visible()
    page.goto(f"{site.url}/mine/child/{site.world.children[MALI]}/plan/suggest/")
    page.get_by_label("The next step").fill("Mali pours her own water.")
    page.get_by_role("button", name="Suggest this step").click()
    expect(page.get_by_role("heading", name="Mali pours her own water.")).to_be_visible()
    context.close()


def pages(site: Site) -> list[str]:
    mali, draft = site.world.children[MALI], site.world.moments["draft"]
    return [
        "/room/", "/room/snap/", "/room/bin/", "/room/search/?q=beans", "/room/slip/", "/mine/",
        "/mine/unfiled/", f"/room/moment/{draft}/edit/", f"/room/child/{mali}/", f"/room/child/{mali}/stars/",
        f"/room/child/{mali}/contacts/", f"/room/child/{mali}/slip/", f"/room/child/{mali}/slip/key/",
        f"/mine/child/{mali}/plan/", f"/mine/child/{mali}/plan/suggest/",
    ]  # fmt: skip


def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(site: Site, sian: Page):
    sian.set_viewport_size({"width": 320, "height": 700})
    wrong = {}
    for address in pages(site):
        sian.goto(site.url + address)
        found = Axe().run(sian).response["violations"]
        wide = sian.evaluate("document.documentElement.scrollWidth > innerWidth")
        if found or wide:
            wrong[address] = [(one["id"], one["nodes"][0]["html"][:160]) for one in found] + [wide]
    assert wrong == {}
