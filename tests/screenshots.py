"""The pictures of `docs/images/`, made from the demo's small world: `python -m tests.screenshots [NAME…]`.

Phone pages are 390 wide, desk pages 1280, both at double resolution. Nothing is touched up.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.world import Site, serving_world

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
PHONE, LAPTOP = (390, 844), (1280, 800)


@dataclass(frozen=True)
class Shot:
    """One picture: whose page it is, at which address, how wide, in which language and theme."""

    name: str
    who: str
    path: str
    size: tuple[int, int] = PHONE
    language: str = "en"
    theme: str = "day"


SHOTS = (
    Shot("stars-of-mali", "mother", "/stars/"),
    Shot("stars-of-mali-in-welsh", "mother", "/stars/", language="cy"),
    Shot("a-star-in-urdu", "parent-urdu", "/stars/", language="ur"),
    Shot("today-at-night", "mother", "/today/", theme="night"),
    Shot("today", "mother", "/today/"),
    Shot("share-a-star", "mother", "/stars/new/"),
    Shot("room", "key-person", "/room/"),
    Shot("snap", "key-person", "/room/snap/"),
    Shot("desk", "manager", "/desk/", LAPTOP),
    Shot("partnership", "manager", "/desk/partnership/", LAPTOP),
)


def take(browser: Browser, site: Site, shot: Shot) -> None:
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=2, reduced_motion="reduce"
    )
    page = context.new_page()
    site.sign_in(page, shot.who)
    page.goto(f"{site.url}{shot.path}?lang={shot.language}")
    page.goto(f"{site.url}{shot.path}?theme={shot.theme}")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    with Image.open(BytesIO(page.screenshot())) as picture:
        picture.convert("RGB").save(IMAGES / f"{shot.name}.webp", quality=82, method=6)
    context.close()


@contextmanager
def _site(folder: Path) -> Iterator[Site]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seren.config.settings.test")
    os.environ["SEREN_TEST_DATA"] = str(folder)
    django.setup()
    os.environ["SEREN_TEST_SHARED"] = str(folder / "shared")  # apart from the keys of this process
    (folder / "site").mkdir()
    with serving_world(folder / "site") as site:
        yield site


def main(names: list[str]) -> int:
    wanted = [shot for shot in SHOTS if not names or shot.name in names]
    IMAGES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        _site(Path(folder)) as site,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(
            executable_path=str(chromium.find_or_fetch()), args=list(chromium.FLAGS)
        )
        for shot in wanted:
            take(browser, site, shot)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
