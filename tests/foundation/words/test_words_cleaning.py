"""What people type is kept as they meant it, and can do nothing to the words beside it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.kernel.refusals import Refused
from seren.foundation.words.door import clean, fitting

LRE, RLE, LRO, RLO, PDF = "\u202a", "\u202b", "\u202d", "\u202e", "\u202c"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
MARKS = LRE + RLE + LRO + RLO + PDF + LRI + RLI + FSI + PDI
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
FAMILY = "👩\u200d👧"

typed = st.text(
    alphabet=st.one_of(st.sampled_from(MARKS + "ab\n \u0301\r\x00"), st.characters()), max_size=40
)


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("  Mali found a snail.\r\nShe named it.\r\n", "Mali found a snail.\nShe named it."),
        ("one\u2028two\x85three\x0bfour", "one\ntwo\nthree\nfour"),
        ("a\x00b\x1bc\x7fd\x9fe", "abcde"),
        ("tab\tkept", "tab\tkept"),
        ("si\u0061\u0302n", "siân"),
        (f"Cymru {WALES} {FAMILY}", f"Cymru {WALES} {FAMILY}"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ufeffMali", "Mali"),
        ("half \ud83d pair", "half  pair"),
        ("<b>bold</b> & 'more'", "<b>bold</b> & 'more'"),
        (f"safe{RLO}txt.exe", "safetxt.exe"),
        (f"{RLI}اردو", f"{RLI}اردو{PDI}"),
        (f"one{PDI}two{PDF}", "onetwo"),
        (f"{RLE}a{LRI}b{PDF}c", f"{RLE}a{LRI}bc{PDI}{PDF}"),
        (f"{LRI}a{RLE}b{PDI}c", f"{LRI}a{RLE}b{PDF}{PDI}c"),
        (f"{RLI}first\nsecond{PDI}", f"{RLI}first{PDI}\nsecond"),
    ],
)
def test_what_is_kept_of_what_was_typed(body, kept):
    assert clean(body) == kept


@given(typed)
def test_cleaning_twice_is_cleaning_once(body):
    assert clean(clean(body)) == clean(body)


@given(typed)
def test_no_line_leaves_a_directional_mark_open(body):
    for line in clean(body).split("\n"):
        waiting = []
        for letter in line:
            if letter in LRE + RLE + LRI + RLI + FSI:
                waiting.append(PDF if letter in LRE + RLE else PDI)
            elif letter in PDF + PDI:
                assert waiting.pop() == letter
        assert not waiting


@given(typed)
def test_nothing_a_reader_could_see_is_lost(body):
    def seen(text):
        return [
            letter
            for letter in unicodedata.normalize("NFC", text)
            if unicodedata.category(letter)[0] in "LNPS" and letter != "\ufffc"
        ]

    unmarked = "".join(c for c in body if c not in MARKS and unicodedata.category(c) != "Cc")
    assert seen(clean(body).translate(dict.fromkeys(map(ord, MARKS)))) == seen(unmarked)


@given(typed)
def test_what_is_kept_can_be_stored_on_both_databases(body):
    kept = clean(body)
    assert "\x00" not in kept
    kept.encode()


def test_deeply_nested_marks_end_somewhere():
    assert clean(LRI * 1000 + "a").count(PDI) == 60


@pytest.mark.parametrize("body", ["", "   \n\t", "\u200b\u2060", RLI + PDI, "\x00"])
def test_words_nobody_could_see_are_no_words(body):
    with pytest.raises(Refused) as no:
        fitting(body, 10)
    assert (no.value.code, no.value.field) == ("no-words", "words")


def test_too_long_says_how_long_it_is_and_how_long_it_may_be():
    assert fitting("x" * 2000 + "\n  ", 2000) == "x" * 2000
    with pytest.raises(Refused) as no:
        fitting("x" * 2140, 2000, field="reply")
    assert no.value.field == "reply"
    assert str(no.value) == "This is 2,140 characters long. Make it 2,000 or fewer."
