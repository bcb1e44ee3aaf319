"""A name is the same name however a phone types it: what group moments are compared by."""

import pytest

from seren.foundation.kernel import text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Siân saw Tom’s hat", ["sian", "saw", "tom’s", "hat"]),
        ("Sia\u0302n", ["sian"]),
        ("বাংলা গান", ["বাংলা", "গান"]),
        ("𝕋𝕠𝕞", ["tom"]),
        ("o'r ‘tŷ’", ["o'r", "ty"]),
        ("so-and-so_x", ["so", "and", "so", "x"]),
    ],
)
def test_words_of_a_text_are_whole_and_folded(typed, words):
    assert text.words(typed) == words
