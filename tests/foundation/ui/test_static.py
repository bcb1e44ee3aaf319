"""What goes over the wire: the bundles are fresh, and small enough for a prepaid phone."""

import gzip
from pathlib import Path

import django_htmx
import pytest

from seren.foundation.ui import bundle

HTMX = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"


def zipped(*paths: Path) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


@pytest.mark.parametrize("name", bundle.BUNDLES)
def test_bundles_are_made_from_their_sources(name: str):
    made = (bundle.SHIPPED / name).read_text()
    assert made == bundle.BUNDLES[name](), "run: python -m seren.foundation.ui.bundle"


def test_every_source_is_in_a_bundle():
    assert {path.stem for path in (bundle.HERE / "css").glob("*.css")} == set(bundle.CSS)
    assert {path.stem for path in (bundle.HERE / "js").glob("*.js")} == {*bundle.JS, "photos"}


def test_a_parents_page_fits_its_budget():
    script = zipped(bundle.SHIPPED / "seren.js", HTMX)
    assert zipped(bundle.SHIPPED / "seren.css") <= 30_000
    assert script <= 20_000
    assert script + zipped(bundle.SHIPPED / "photos.js") <= 38_000
    fonts = list((bundle.SHIPPED / "fonts").glob("*.woff2"))
    assert len(fonts) == 4
    assert sum(path.stat().st_size for path in fonts) <= 62_000


def test_fonts_carry_their_licence():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (bundle.SHIPPED / "fonts" / "OFL.txt").read_text()


@pytest.mark.parametrize("path", sorted((bundle.HERE / "css").glob("*.css")), ids=lambda path: path.name)
def test_style_sheets_know_no_left_or_right(path: Path):
    text = path.read_text()
    for physical in ("margin-left", "margin-right", "padding-left", "padding-right", "text-align: left"):
        assert physical not in text
    assert " left:" not in text
    assert " right:" not in text
    assert "http" not in text.replace('[href^="http"]', "")


def test_scenes_are_small_and_hold_no_script():
    scenes = sorted((bundle.SHIPPED / "scenes").glob("*.svg"))
    assert len(scenes) == 14
    for scene in scenes:
        text = scene.read_text()
        assert len(text) <= 3_000
        assert "<script" not in text
        assert "style=" not in text
        assert " on" not in text.replace(" on the", "")
