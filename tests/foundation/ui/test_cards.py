"""Cards are kept under their whole read model: who may see less never gets what another may see."""

from dataclasses import fields, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from seren.foundation.ui import cards
from seren.foundation.ui.door import (
    CardAct,
    CardState,
    MomentCard,
    Origin,
    PhotoShown,
    Said,
    forget_all,
    rendered,
)
from seren.foundation.ui.gallery.facts import CARDS

FULL = replace(
    CARDS["setting"],
    original=Said("Castell i’r gath", "cy", "ltr"),
    original_words="Sian wrote this in Welsh.",
    acts=(CardAct("/stars/1/", "Finish it", "pen"),),
)

OTHER: dict[str, Any] = {
    "id": "other",
    "url": "/stars/other/",
    "origin": Origin.BOTH,
    "from_words": "From home · Monday 12 May",
    "title": Said("Another title", "en"),
    "words": Said("Other words", "en"),
    "original": Said("Geiriau eraill", "cy"),
    "original_words": "Nobody checked this.",
    "label": "brave",
    "photos": (PhotoShown("/photos/9/", 3, 4, "Another picture"),),
    "with_others": "with 1 friend",
    "note": "Sian answered on Thursday.",
    "state": CardState.WITHDRAWN,
    "state_words": "",
    "new": False,
    "tint": "",
    "acts": (),
}


@pytest.fixture(autouse=True)
def _afresh() -> None:
    forget_all()


@pytest.mark.parametrize("name", [field.name for field in fields(MomentCard)])
def test_a_difference_in_any_field_is_another_card(name: str):
    first = rendered(FULL, "en")
    changed = replace(FULL, **{name: OTHER[name]})
    if changed == FULL:
        changed = replace(FULL, **{name: f"x{OTHER[name]}"})
    assert rendered.cache_info().currsize == 1
    second = rendered(changed, "en")
    assert rendered.cache_info().currsize == 2
    assert second == cards.drawn(changed)
    assert rendered(FULL, "en") == first


def test_a_name_the_grandmother_may_not_see_is_not_in_her_card():
    mothers = replace(FULL, from_words="From Rhian · today, 10:40", note="You answered on Thursday.")
    fathers = replace(FULL, from_words="From home · Wednesday 14 May", note="")
    rendered(mothers, "en")
    assert "Rhian" not in rendered(fathers, "en")
    assert "Thursday" not in rendered(fathers, "en")


def test_the_same_card_in_another_language_is_another_card():
    with translation.override("cy"):
        assert rendered(FULL, "en") == rendered(FULL, "en")
    assert rendered.cache_info().currsize == 1
    rendered(FULL, "cy")
    assert rendered.cache_info().currsize == 2


def test_an_equal_model_is_drawn_once():
    for _ in range(3):
        rendered(replace(FULL), "en")
    assert rendered.cache_info().misses == 1


@settings(max_examples=60)
@given(
    st.text(max_size=40),
    st.text(max_size=40),
    st.sampled_from(list(CardState)),
    st.sampled_from(list(Origin)),
)
def test_a_kept_card_is_the_card_drawn_anew(title: str, words: str, state: CardState, origin: Origin):
    card = replace(FULL, title=Said(title, "en"), words=Said(words, "en"), state=state, origin=origin)
    assert rendered(card, "en") == cards.drawn(card)


def test_a_card_holds_no_form_and_no_token():
    for card in CARDS.values():
        html = rendered(card, "en")
        assert "<form" not in html
        assert "csrf" not in html
        assert "<button" not in html


def test_the_template_reads_the_read_model_and_nothing_else():
    source = (Path(cards.__file__).parent / "templates" / cards.TEMPLATE).read_text()
    for name in ("request", "user", "actor", "ui.", "perms", "messages"):
        assert f"{{{{ {name}" not in source
        assert f"if {name}" not in source


def test_what_was_taken_back_shows_nothing_of_what_it_was():
    card = replace(FULL, state=CardState.WITHDRAWN, state_words="This star was taken back on 3 May.")
    html = rendered(card, "en")
    assert "taken back on 3 May" in html
    for trace in ("Mali", "castle", "blocks", "Sian", "/stars/1/", "friends"):
        assert trace not in html


def test_a_photo_that_is_kept_back_is_not_in_the_card():
    html = rendered(replace(FULL, state=CardState.HELD, state_words="A photo is kept back."), "en")
    assert "blocks" not in html
    assert "A photo is kept back." in html


def test_a_photo_on_its_way_keeps_its_place_and_says_what_it_is():
    photo = PhotoShown("/photos/1/thumb/", 3, 4, "Tall trees", ready=False)
    html = rendered(replace(FULL, photos=(photo,)), "en")
    assert "/photos/1/" not in html
    assert 'viewBox="0 0 3 4"' in html
    assert "The photo is on its way: Tall trees" in html


def test_words_carry_their_language_and_direction():
    html = rendered(CARDS["translated"], "en")
    assert 'lang="ur" dir="rtl"' in html
    assert "Amina wrote this in Urdu." in html


def test_a_card_is_kept_by_equality_never_by_a_number():
    assert rendered.__wrapped__.__code__.co_varnames[:2] == ("model", "language")
    with pytest.raises(TypeError):
        rendered(SimpleNamespace(photos=[], __hash__=None), "en")  # type: ignore[arg-type]
