"""Text as people type it: folded for comparing, never for showing."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def fold(text: str) -> str:
    """Lower case, without accents: how two spellings of one name are compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return [fold(word) for word in _WORD.findall(text)]


def clean_line(text: str) -> str:
    """One line as a person meant it: inner runs of white space are one space, ends are trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def clean_email(text: str) -> str:
    """An address for comparing and storing: NFC, trimmed, all in lower case."""
    return unicodedata.normalize("NFC", text).strip().casefold()
