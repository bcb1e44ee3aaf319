"""The sample site, served once for all browser tests of the design."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser_server import serving
from tests.foundation.ui.sample_site import without_people

HERE = "tests.foundation.ui.sample_site"


@pytest.fixture(autouse=True)
def _without_people(settings: Any) -> None:
    """A mechanism is tested without the floors above it: nobody signs in here."""
    settings.MIDDLEWARE = without_people(settings.MIDDLEWARE)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("site"), urls=HERE, prepare=f"{HERE}:furnish") as url:
        yield url


@pytest.fixture
def look(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Open a page at a width, in a theme. The theme is a cookie, as people choose it."""
    opened = []

    def at(address: str, width: int = 390, theme: str = "", **more: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844}, locale="en-GB", timezone_id="Europe/London", **more
        )
        opened.append(context)
        if theme:
            context.add_cookies([{"name": "seren-theme", "value": theme, "url": site}])
        page = context.new_page()
        page.goto(site + address)
        return page

    yield at
    for context in opened:
        context.close()
