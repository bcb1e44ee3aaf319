"""The writer says which language it is."""

import pytest

from seren.config.languages import CODES
from seren.foundation.kernel.refusals import Refused
from seren.foundation.words.door import direction, tag


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        (" CY ", "cy"),
        ("pa-arab-PK", "pa-Arab"),
        ("zh-Hant-TW", "zh-Hant"),
        ("bfi", "bfi"),
    ],
)
def test_a_language_is_kept_by_its_short_tag(said, kept):
    assert tag(said) == kept


@pytest.mark.parametrize("said", ["", "e", "english", "en_GB", "cy;drop", "<b>", "12"])
def test_what_is_no_language_is_refused_beside_its_field(said):
    with pytest.raises(Refused) as no:
        tag(said)
    assert (no.value.code, no.value.field) == ("bad-language", "language")


def test_arabic_and_urdu_are_the_two_of_ours_that_begin_on_the_right():
    assert [code for code in CODES if direction(code) == "rtl"] == ["ur", "ar"]


def test_a_script_decides_before_its_language_does():
    assert (direction("pa"), direction("pa-Arab"), direction("ur-Latn")) == ("ltr", "rtl", "ltr")
