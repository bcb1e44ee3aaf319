"""One word, however it is typed. Welsh words with their first letter changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.kernel.text import fold
from seren.foundation.search.folding import sought, terms, tokens
from seren.foundation.search.mutations import radicals

# Typed from a grammar's table, not from the code: radical, soft, nasal, aspirate, after *ei* (her).
MUTATED = {
    "pen": ["ben", "mhen", "phen"],
    "tad": ["dad", "nhad", "thad"],
    "cath": ["gath", "nghath", "chath"],
    "brawd": ["frawd", "mrawd"],
    "drws": ["ddrws", "nrws"],
    "gardd": ["ardd", "ngardd"],
    "glaw": ["law", "nglaw"],
    "gwlad": ["wlad", "ngwlad"],
    "grawnwin": ["rawnwin", "ngrawnwin"],
    "mam": ["fam"],
    "llyfr": ["lyfr"],
    "rhaw": ["raw"],
    "afal": ["hafal"],
    "ysgol": ["hysgol"],
    "ŵyr": ["hŵyr"],
}
PAIRS = [(word, changed) for word, all_changed in MUTATED.items() for changed in all_changed]


def meets(typed: str, *texts: tuple[str, str]) -> bool:
    """Whether every typed word meets the texts, as the index would have it."""
    kept = terms(texts)
    return all(
        any(
            term == form or (word.beginning and term.startswith(form)) for term in kept for form in word.forms
        )
        for word in sought(typed)
    )


@pytest.mark.parametrize(("radical", "changed"), PAIRS)
def test_a_mutated_welsh_word_and_its_radical_find_each_other(radical, changed):
    assert meets(changed, ("cy", f"Gwelodd Mali {radical} heddiw"))
    assert meets(radical, ("cy", f"Gwelodd Mali {changed} heddiw"))


@pytest.mark.parametrize(("radical", "changed"), PAIRS)
def test_the_radical_is_among_those_a_changed_word_may_come_from(radical, changed):
    assert fold(radical) in radicals(fold(changed))


@pytest.mark.parametrize("radical", MUTATED)
def test_two_mutations_of_one_word_find_each_other(radical):
    for one in MUTATED[radical]:
        for other in MUTATED[radical]:
            assert meets(one, ("cy", other)), (one, other)


def test_letters_that_only_look_like_a_mutation_keep_their_own_word():
    assert radicals("ffa") == {"ffa"}
    assert radicals("llaw") == {"llaw"}
    assert radicals("rhaw") == {"rhaw"}
    assert radicals("sinc") == {"sinc"}


def test_english_words_do_not_mutate():
    assert not meets("gave", ("en", "We went into the cave"))
    assert meets("gave", ("en", "She gave him half"))
    assert meets("gave", ("cy", "cave"))


def test_the_beginning_of_a_mutated_word_is_enough_for_the_last_word():
    assert meets("y gat", ("cy", "Y cathod"), ("cy", "y"))
    assert not meets("gat du", ("cy", "cathod du"))


@pytest.mark.parametrize(
    ("typed", "language", "written"),
    [
        ("sian", "en", "Siân’s wellies"),
        ("SIÂN", "en", "sia\u0302n"),
        ("ty", "cy", "tŷ"),
        ("lodz", "pl", "Łódź"),
        ("mum", "en", "Mum's turn"),
        ("25", "ur", "۲۵ قدم"),
        ("strasse", "en", "Straße"),
        ("کتاب", "ur", "كتاب"),
        ("سیب", "ur", "سيب"),
        ("محبت", "ur", "مُحَبَّت"),
        ("বাংলা", "bn", "আমি বাংলা পড়ি"),
        ("ਪੰਜਾਬੀ", "pa", "ਪੰਜਾਬੀ ਗੀਤ"),
        ("ﬁsh", "en", "a fish"),
        ("3", "en", "3 ducks"),
    ],
)
def test_words_are_found_however_they_are_typed(typed, language, written):
    assert meets(typed, (language, written))


def test_bengali_words_are_not_cut_at_their_vowel_signs():
    assert len(tokens("আমি বাংলা পড়ি")) == 3
    assert not meets("বল", ("bn", "বাংলা"))


def test_only_the_last_word_is_a_beginning():
    assert meets("red pud", ("en", "red puddle"))
    assert not meets("pud red", ("en", "red puddle"))


def test_single_letters_and_marks_are_no_words():
    assert tokens("a I ’ — … o'r") == []
    assert sought("!?  a") == []


@given(st.text(max_size=60))
def test_what_is_kept_of_any_text_is_found_by_that_text(body):
    for language in ("en", "cy", "ur"):
        kept = terms([(language, body)])
        assert {token.encode() for token in tokens(body)} <= kept
        for word in sought(body):
            assert word.forms & kept


@given(st.text(max_size=60))
def test_folding_what_is_folded_changes_nothing(body):
    once = tokens(body)
    assert tokens(" ".join(once)) == once


@given(st.text(alphabet="abcdfghlmnprtwyŵâ", min_size=2, max_size=6))
def test_a_radical_is_never_longer_than_its_word_by_more_than_one_letter(word):
    assert word in radicals(word)
    assert all(len(radical) <= len(word) + 1 for radical in radicals(word))
