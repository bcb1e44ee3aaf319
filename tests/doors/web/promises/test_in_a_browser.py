"""A leader looks at the promises: on a phone and a laptop, by keyboard, without script; axe finds nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.world import serving_world

pytestmark = pytest.mark.browser
BOARD = "/desk/partnership/"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving_world(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture
def bev(site, browser, request):
    """Bev, at her desk in the pre-school."""
    width, script = getattr(request, "param", (390, True))
    context = browser.new_context(
        viewport={"width": width, "height": 844}, java_script_enabled=script, locale="en-GB"
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    site.sign_in(page, "manager")
    yield page
    context.close()


@pytest.mark.parametrize("bev", [(390, True), (1280, True)], indirect=True)
@pytest.mark.parametrize("path", ["", "A3/", "A11/", "print/"])
def test_axe_finds_nothing(site, bev, path):
    bev.goto(f"{site.url}{BOARD}{path}")
    found = Axe().run(bev)
    assert found.violations_count == 0, found.generate_report()
    assert bev.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("bev", [(390, False)], indirect=True)
def test_without_script_by_keyboard_from_a_figure_to_its_rows_and_back(site, bev):
    bev.goto(f"{site.url}{BOARD}")
    link = bev.get_by_role("link", name="See the rows A3")
    link.focus()
    bev.keyboard.press("Enter")
    bev.wait_for_url("**/A3/")
    assert bev.get_by_role("heading", level=1).inner_text() == "We share news both ways, with every family"
    assert bev.get_by_role("row").count() > 1
    bev.get_by_role("link", name="Those that do not hold").focus()
    bev.keyboard.press("Enter")
    bev.wait_for_url("**show=missing")
    assert bev.get_by_text("Fine", exact=True).count() == 0
    bev.locator("main").get_by_role("link", name="Our promises").first.focus()
    bev.keyboard.press("Enter")
    bev.wait_for_url(f"**{BOARD}")


@pytest.mark.parametrize("bev", [(1280, False)], indirect=True)
def test_without_script_new_figures_are_asked_for(site, bev):
    bev.goto(f"{site.url}{BOARD}")
    bev.get_by_role("button", name="Work it out now").focus()
    bev.keyboard.press("Enter")
    bev.get_by_text("We are working it out.").wait_for()
