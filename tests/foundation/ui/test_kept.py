"""What is kept drawn is what would be drawn anew, and another fact or language is another drawing."""

from datetime import date

import pytest
from django.template import Context, Template
from django.utils import translation

from seren.foundation.ui import kept
from seren.foundation.ui.door import Frame, forget_all

FOOT = "ui/parts/foot.html"
OURS = Frame(foot=("Sian Prosser is Mali’s key person.",), phone="01632 960 101", help_url="/family/how/")


@pytest.fixture(autouse=True)
def _afresh():
    forget_all()


def drawn(frame, language="en"):
    return kept.from_template((FOOT, (("frame", frame),)), language)


def test_another_family_s_foot_is_another_foot():
    theirs = Frame(foot=("Robin Hale is Tom’s key person.",), phone="01632 960 102")
    assert "Mali" in drawn(OURS)
    assert "Mali" not in drawn(theirs)
    assert "960 101" not in drawn(theirs)


def test_the_same_facts_are_drawn_once_and_again_once_forgotten(monkeypatch):
    drawings = []
    draw = kept.by_read_model(lambda model: drawings.append(model) or kept.SafeString(model))
    assert [draw("a", "en"), draw("a", "en"), draw("b", "en")] == ["a", "a", "b"]
    assert drawings == ["a", "b"]
    forget_all()
    draw("a", "en")
    assert drawings == ["a", "b", "a"]


def test_in_welsh_it_is_drawn_in_welsh_whatever_the_page_before_was():
    with translation.override("cy"):
        english = drawn(OURS, "en")
    assert "Change language" in english
    assert "Change language" not in drawn(OURS, "cy")


def test_the_tag_sees_nothing_else_of_the_page():
    page = Template('{% kept "cotton/sky.html" month=first %}')
    with translation.override("en"):
        assert "May 2025" in page.render(Context({"first": date(2025, 5, 1), "stars": "<b>not this</b>"}))
        assert "not this" not in page.render(Context({"first": date(2025, 5, 1), "stars": "<b>not this</b>"}))
