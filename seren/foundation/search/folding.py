"""Texts into terms, and typed words into what to look for. Both sides fold alike.

A Welsh text carries each word twice: as written, and under `cy:` each radical it may come from. A search
looks for both, so mutations meet in Welsh texts and an English *cave* is not found by *gave*.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from seren.foundation.kernel import text
from seren.foundation.search.mutations import radicals

SHORTEST = 2  # letters; a single figure counts
_LONGEST = 40  # letters; the rest of a longer word is not compared
_MOST_TERMS = 2000
_MOST_WORDS = 8
_RADICAL = "cy:"  # a colon is in no word
# Letters that Unicode does not take apart.
_LATIN: dict[int, int | str] = str.maketrans("łđøıħŧ", "ldoiht") | {
    ord("æ"): "ae",
    ord("œ"): "oe",
    ord("ð"): "d",
    ord("þ"): "th",
}
# Arabic keyboards type yeh, kaf and heh with other code points than Urdu ones; tatweel only stretches.
_ARABIC = str.maketrans(
    "\u064a\u0649\u0643\u0647\u0629\u06be", "\u06cc\u06cc\u06a9\u06c1\u06c1\u06c1", "\u0640"
)


@dataclass(frozen=True, slots=True)
class Sought:
    """One typed word: the terms it stands for. The last word stands for all that begins with one of them."""

    forms: frozenset[bytes]
    beginning: bool


def tokens(body: str) -> list[str]:
    """The folded words of a text, in order. Apostrophes part words: *Mali's* is found by *Mali*."""
    folded = "".join(map(_letter, text.fold(body).translate(_LATIN).translate(_ARABIC)))
    return [word[:_LONGEST] for word in folded.split() if len(word) >= SHORTEST or word.isdecimal()]


def terms(texts: Iterable[tuple[str, str]]) -> set[bytes]:
    """What is kept of some texts, each given as (language, body)."""
    found: set[str] = set()
    for language, body in texts:
        for word in tokens(body):
            found.add(word)
            if _is_welsh(language):
                found.update(_RADICAL + radical for radical in radicals(word))
    return {term.encode() for term in sorted(found)[:_MOST_TERMS]}


def sought(words: str) -> list[Sought]:
    """What a person's search words look for. The last word is taken for a beginning."""
    typed = list(dict.fromkeys(tokens(words)))[:_MOST_WORDS]
    return [_looked_for(word, last=word == typed[-1]) for word in typed]


def _looked_for(word: str, *, last: bool) -> Sought:
    forms = {word, *(_RADICAL + radical for radical in radicals(word) if len(radical) >= SHORTEST)}
    return Sought(frozenset(form.encode() for form in forms), last)


def _letter(letter: str) -> str:
    """A figure in any script as 0–9, a letter or vowel sign as it is, joiners as nothing, else a gap."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if letter.isalnum() or unicodedata.category(letter)[0] == "M":
        return letter
    return "" if unicodedata.category(letter) == "Cf" else " "


def _is_welsh(language: str) -> bool:
    return language.partition("-")[0].lower() == "cy"
