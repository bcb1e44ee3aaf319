"""A made-up language: every message of the product between ⟦ ⟧, a third longer, in letters no data has.

What stands on a page in plain letters was not translated, unless it is data: `tests/sweep/data.py`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import translation
from django.utils.translation import trans_real

from seren.foundation.ui.door import forget_all

OPEN, CLOSE = "⟦", "⟧"
_CONTEXT = "\x04"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Sans-serif letters of mathematics: nobody is called so.
_STRANGE = [chr(0x1D5BA + at) for at in range(26)] + [chr(0x1D5A0 + at) for at in range(26)]
_OTHER = str.maketrans(dict(zip(_PLAIN, _STRANGE, strict=True)))
_KEPT = re.compile(r"(%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;)")
STRANGE = re.compile(f"[{_STRANGE[26]}-{_STRANGE[25]}{OPEN}{CLOSE}~]+")


def strange(message: str, *, readable: bool = False) -> str:
    """`readable` keeps the letters: for a browser, where the length is what matters."""
    if not message.strip():
        return message
    words = message.rpartition(_CONTEXT)[2]
    parts = _KEPT.split(words)
    if not readable:
        parts = [part if at % 2 else part.translate(_OTHER) for at, part in enumerate(parts)]
    return f"{OPEN}{''.join(parts)}{_longer(words, sum(map(len, parts[::2])) // 3)}{CLOSE}"


def _longer(words: str, by: int) -> str:
    """A longer word, or more words: a line breaks as it would in a language."""
    return "~" * by if " " not in words.strip() else " ~~~~" * (by // 5) + "~" * (by % 5)


class MadeUp(trans_real.DjangoTranslation):  # type: ignore[misc]
    """In the place of English, so that whatever is shown in English is shown in this."""

    def __init__(self, *, readable: bool = False) -> None:
        super().__init__("en")
        self._readable = readable

    def gettext(self, message: str) -> str:
        return strange(message, readable=self._readable)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def speak(*, readable: bool) -> None:
    """From here on, for good: in a process that does nothing else."""
    made_up = MadeUp(readable=readable)
    trans_real._translations["en"] = trans_real._default = made_up  # type: ignore[attr-defined]
    forget_all()


@contextmanager
def spoken() -> Iterator[None]:
    """Within this, English is the made-up language. Nothing drawn before or within is kept."""
    translation.gettext("Seren")  # what is there is loaded
    before = trans_real._translations["en"], trans_real._default  # type: ignore[attr-defined]
    speak(readable=False)
    try:
        with translation.override("en"):
            yield
    finally:
        trans_real._translations["en"], trans_real._default = before  # type: ignore[attr-defined]
        forget_all()
