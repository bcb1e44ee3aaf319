"""Every component is in the workshop, in every state, from one list; and each draws something."""

import importlib
from pathlib import Path

import pytest
from django.test import Client, override_settings

import seren.foundation.ui
from seren.config.settings import base
from seren.foundation.ui import urls
from seren.foundation.ui.gallery.entries import ENTRIES

COTTON = Path(seren.foundation.ui.__file__).parent / "templates" / "cotton"


@pytest.fixture
def gallery() -> str:
    page = Client().get("/gallery/")
    assert page.status_code == 200
    return page.content.decode()


def test_every_component_is_shown_in_the_gallery():
    sources = " ".join(sample.source for entry in ENTRIES for sample in entry.samples)
    absent = [
        path.stem
        for path in sorted(COTTON.glob("*.html"))
        if f"<c-{path.stem.replace('_', '-')} " not in sources.replace(">", " ")
    ]
    assert absent == []


def test_every_entry_names_a_component_that_exists():
    names = {path.stem.replace("_", "-") for path in COTTON.glob("*.html")}
    assert {entry.component for entry in ENTRIES} <= names


def test_samples_are_drawn_without_a_word_of_the_template_language(gallery: str):
    for trace in ("<c-", "{{", "{%", "__COTTON", "Said(", "Words(", "StrEnum"):
        assert trace not in gallery


def test_a_live_installation_has_no_gallery():
    assert base.GALLERY is False
    with override_settings(GALLERY=False):
        assert importlib.reload(urls).urlpatterns == []
    importlib.reload(urls)
