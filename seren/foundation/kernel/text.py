"""Text as people type it: folded for comparing, never for showing."""

import re
import unicodedata

_WORD = re.compile(r"[^\s'’]+(?:['’][^\s'’]+)*")


def fold(text: str) -> str:
    """Lower case, without accents: how two spellings of one name are compared."""
    lowered = unicodedata.normalize("NFKD", text).casefold()  # NFKD twice: it uncovers capitals, they accents
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order. An accent typed as a letter of its own parts no word."""
    return _WORD.findall("".join(letter if _in_word(letter) else " " for letter in fold(text)))


def _in_word(letter: str) -> bool:
    """Letters, figures, the vowel signs of Bengali, Gujarati and Panjabi, and apostrophes."""
    return letter.isalnum() or letter in "'’" or unicodedata.category(letter)[0] == "M"


def clean_line(text: str) -> str:
    """One line as a person meant it: inner runs of white space are one space, ends are trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def clean_email(text: str) -> str:
    """An address for comparing and storing: NFC, trimmed, all in lower case."""
    return unicodedata.normalize("NFC", text).strip().casefold()
