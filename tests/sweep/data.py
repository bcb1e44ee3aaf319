"""What may stand on a page in plain letters: words of people, names, dates, and what the rules are called.

Collected from the world, not written down: so a word of a template never gets in here by hand.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from django.apps import apps
from django.conf import settings

from seren.foundation.access.door import Protected, SystemReason, system
from seren.people.consent.words import catalogue

_EDGE = " \t\n.,:;!?()[]“”‘’\"'…–—-·•/+&@#%=<>*→←↑↓×✓⁦⁩⁨\u200e\u200f0123456789"
# Whose rows hold what people wrote, and what they and their places are called.
_WRITTEN = ("seren.people.", "seren.partnership.", "seren.foundation.words", "seren.foundation.media")
_ENGLISH = Locale.parse("en_GB")


def bare(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(_EDGE)


class Data:
    """All words of a world, each as it may stand alone."""

    def __init__(self) -> None:
        self.known = {bare(piece) for text in _everything() for piece in _pieces(text)} - {""}
        self._open = [_with_places(text) for text in _rules() if "{" in text]

    def covers(self, piece: str) -> bool:
        """Whether this is data: whole; a list of such; or the beginning of such, with a sign that it is."""
        if bare(piece) in self.known:
            return True
        what, colon, of = piece.partition(": ")  # a permission and its thing, in whose name a comma may stand
        if colon and bare(what) and self.covers(what) and self.covers(of):
            return True
        text = bare(_FILLED.sub(" ", _DATES.sub(" ", piece)))
        if not re.search(r"[^\W\d_]", text) or text in self.known:
            return True
        if len(text) <= 2 and text.isupper():
            return True  # the first letter of a name
        if any(pattern.fullmatch(text) for pattern in self._open):
            return True
        if piece.rstrip().endswith("…") and any(one.startswith(text) for one in self.known):
            return True
        parts = [part for part in re.split(r"[,;:·|/()–\n]| - |(?<=[.!?])\s", text) if bare(part)]
        return len(parts) > 1 and all(self.covers(part) for part in parts)


def _rows(model: Any) -> Any:
    found = system(SystemReason.SHOWING, model) if issubclass(model, Protected) else model._base_manager
    return found.all()


def _with_places(text: str) -> re.Pattern[str]:
    """A sentence of a rule, whatever number or day stands in it, or a sign that one will: “[day]”."""
    return re.compile(r"[\w …[\]]+".join(map(re.escape, re.split(r"\{\w+\}", bare(text)))))


def _everything() -> Iterator[str]:
    for model in apps.get_models():
        if not apps.get_app_config(model._meta.app_label).name.startswith(_WRITTEN):
            continue
        fields = [field for field in model._meta.concrete_fields if not field.choices]
        for row in _rows(model):
            for field in fields:
                yield from _strings(getattr(row, field.attname))
            if hasattr(row, "given_name"):
                yield f"{row.given_name} {row.family_name}"
                yield f"{getattr(row, 'known_as', row.given_name)} {row.family_name}"
    yield from _rules()
    yield from (re.sub(r"\{\w+\}", "…", text) for text in _rules() if "{" in text)  # before it is filled in
    yield from (one.version for one in catalogue())
    yield from (name for _code, name in settings.LANGUAGES)
    yield from _ENGLISH.languages.values()
    yield settings.SITE_NAME


@cache
def _rules() -> tuple[str, ...]:
    """The names and words of the law, the product’s rules and its promises: written in each language."""
    packs = [path for app in apps.get_app_configs() for path in Path(app.path).rglob("*.toml")]
    return tuple(text for pack in packs for text in _told(tomllib.loads(pack.read_text("utf-8"))))


def _told(value: Any) -> Iterator[str]:
    """Everything said in a language there; and the numbers that things go by."""
    if isinstance(value, dict):
        yield from _strings([value.get(key) for key in (*dict(settings.LANGUAGES), "id")])
        for one in value.values():
            yield from _told(one)
    elif isinstance(value, list):
        for one in value:
            yield from _told(one)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _strings(one)


def _pieces(text: str) -> Iterator[str]:
    """The whole, its lines, its sentences: a card shows the first one, and then the rest."""
    yield text
    for line in text.splitlines():
        yield line
        sentences = re.split(r"(?<=[.!?؟۔])\s+", line)
        for at in range(len(sentences)):
            yield sentences[at]
            yield " ".join(sentences[at:])


def _names(kind: str) -> Iterator[str]:
    for table in (_ENGLISH.days if kind == "day" else _ENGLISH.months).values():
        for width in table.values():
            yield from (name for name in width.values() if len(name) > 2)


_DAYS, _MONTHS = ("|".join(sorted(set(_names(kind)), key=len, reverse=True)) for kind in ("day", "month"))
# Filled in by a script; a code to type.
_FILLED = re.compile(r"\{\w+\}|\b[A-Z0-9]{3,4}(?: [A-Z0-9]{3,4})+\b")
# As seren.foundation.ui.dates says them; a month as a heading, a weekday over a column.
_DATES = re.compile(
    rf"\b(?:(?:{_DAYS})(?: \d{{1,2}} (?:{_MONTHS}))?|(?:\d{{1,2}} )?(?:{_MONTHS}))(?: \d{{4}})?\b"
)
