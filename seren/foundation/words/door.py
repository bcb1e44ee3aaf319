"""The door of words. See docs/mechanisms/words.md."""

from seren.foundation.words.cleaning import clean, fitting
from seren.foundation.words.languages import Direction, direction, tag
from seren.foundation.words.models import Status
from seren.foundation.words.reading import Past, Shown, as_one, bodies, history, read, read_asked, words_asked
from seren.foundation.words.writing import check, erase, revise, translate, write

__all__ = [
    "Direction",
    "Past",
    "Shown",
    "Status",
    "as_one",
    "bodies",
    "check",
    "clean",
    "direction",
    "erase",
    "fitting",
    "history",
    "read",
    "read_asked",
    "revise",
    "tag",
    "translate",
    "words_asked",
    "write",
]
