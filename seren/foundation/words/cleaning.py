"""What a person typed, made safe to keep and to show beside other text. Nothing they meant is lost.

Text is plain: no mark-up is read into it, now or later. Length is counted in characters after cleaning.
"""

import re
import unicodedata

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from seren.foundation.kernel.refusals import Refused

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Overrides make letters read in another order than they were typed; nobody needs them for a language.
_UNWANTED = re.compile("[\ufeff\ufff9-\ufffb\u202d\u202e]")
_EMBED, _ISOLATE = "\u202a\u202b", "\u2066\u2067\u2068"
_END_EMBED, _END_ISOLATE = "\u202c", "\u2069"
_DIRECTIONAL = frozenset(_EMBED + _ISOLATE + _END_EMBED + _END_ISOLATE)
_DEEPEST = 60  # the bidirectional algorithm stops counting at 125


def clean(body: str) -> str:
    """NFC, plain line ends, no control characters, directional marks closed on the line they open on."""
    text = _UNWANTED.sub("", _LINE_ENDS.sub("\n", body))
    text = "".join(letter for letter in text if letter in "\n\t" or _belongs(letter))
    text = "\n".join(_balanced(line) for line in text.split("\n"))
    return unicodedata.normalize("NFC", text).strip()


def fitting(body: str, limit: int, field: str = "words") -> str:
    """The cleaned text. Refuses an empty one, and one of more than `limit` characters."""
    text = clean(body)
    if not any(_shows(letter) for letter in text):
        raise Refused("no-words", _("Write some words first."), field)
    if len(text) > limit:
        sizes = {"length": _counted(len(text)), "limit": _counted(limit)}
        raise Refused(
            "too-long",
            _("This is %(length)s characters long. Make it %(limit)s or fewer.") % sizes,
            field,
        )
    return text


def _counted(number: int) -> str:
    return number_format(number, force_grouping=True)


def _belongs(letter: str) -> bool:
    """False for control characters, halves of surrogate pairs and what is no character at all."""
    if unicodedata.category(letter) in ("Cc", "Cs"):
        return False
    return ord(letter) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(letter) <= 0xFDEF


def _shows(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "CZ"


def _balanced(line: str) -> str:
    """Every embedding and isolate of the line is closed in it; what closes nothing goes."""
    if _DIRECTIONAL.isdisjoint(line):
        return line
    kept: list[str] = []
    waiting: list[str] = []  # the marks that will close what is open, innermost last
    for letter in line:
        if letter not in _DIRECTIONAL:
            kept.append(letter)
        elif letter in _EMBED + _ISOLATE:
            if len(waiting) < _DEEPEST:
                waiting.append(_END_EMBED if letter in _EMBED else _END_ISOLATE)
                kept.append(letter)
        else:
            kept.extend(_closing(letter, waiting))
    return "".join(kept + waiting[::-1])


def _closing(mark: str, waiting: list[str]) -> list[str]:
    """What to write for a closing mark. Ending an isolate ends the embeddings inside it too."""
    if mark == _END_EMBED:
        return [waiting.pop()] if waiting and waiting[-1] == _END_EMBED else []
    if _END_ISOLATE not in waiting:
        return []
    closed: list[str] = []
    while not closed or closed[-1] != _END_ISOLATE:
        closed.append(waiting.pop())
    return closed
