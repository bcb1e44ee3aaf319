"""The page of the API in a browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.world import serving_world

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving_world(tmp_path_factory.mktemp("api")) as site:
        yield site


def test_axe_finds_nothing_on_a_narrow_phone(site, browser):
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    site.sign_in(page, "mother")
    page.goto(f"{site.url}/api/v1/docs")
    assert page.locator("h1").inner_text() == "Calls for programs"
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
