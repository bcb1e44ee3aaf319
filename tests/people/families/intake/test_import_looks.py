"""The pages of a list in a browser: by axe, on a narrow phone, with scripts off."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.people.families.intake import lists
from tests.world import serving_world

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving_world(tmp_path_factory.mktemp("import")) as site:
        yield site


def check(page, heading):
    assert page.locator("h1").inner_text() == heading
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_bev_brings_in_a_list_on_a_narrow_phone(site, browser, tmp_path):
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    site.sign_in(page, "manager")
    broken = tmp_path / "broken.csv"
    broken.write_bytes(lists.staff().replace(b"practitioner", b"teacher"))
    good = tmp_path / "good.csv"
    good.write_bytes(lists.staff())

    page.goto(f"{site.url}/desk/import/")
    check(page, "Bring in a list")
    page.get_by_label("Staff").check()
    page.get_by_label("Make the rooms").check()
    page.locator("input[type=file]").set_input_files(broken)
    page.get_by_role("button", name="Look through it").click()
    check(page, "Bring in a list")
    assert page.get_by_text("Write one of these: owner").count() == 2

    page.locator("input[type=file]").set_input_files(good)
    page.get_by_role("button", name="Look through it").click()
    check(page, "What the list will do")
    page.get_by_role("button", name="Bring them in").click()
    check(page, "What the list did")
    context.close()
