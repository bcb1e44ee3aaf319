"""Words that packs hold: areas of learning, quick words, names for key persons, how counting is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the language they are really in: not always the one asked for."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


def said(words: Mapping[str, str], language: str) -> Said:
    """In the language asked for, else in English, else in Welsh (a Welsh word used in English too)."""
    spoken = next(tongue for tongue in (language, "en", "cy") if tongue in words)
    return Said(words[spoken], spoken)


@dataclass(frozen=True, slots=True)
class Tag:
    """One thing a moment may be tagged with. `gloss` says it in plain words for a parent."""

    code: str
    labels: Mapping[str, str]
    glosses: Mapping[str, str]

    def label(self, language: str) -> Said:
        return said(self.labels, language)

    def gloss(self, language: str) -> Said:
        return said(self.glosses, language)


@dataclass(frozen=True, slots=True)
class Area(Tag):
    """An area of learning (England) or a pathway (Wales), with its aspects where it has any."""

    prime: bool = False
    aspects: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """The areas for some kinds of care. A club has a framework with none, and says so."""

    nations: tuple[str, ...]
    cares: tuple[str, ...]
    from_day: date
    to_day: date | None
    areas: tuple[Area, ...]

    def holds(self, nation: str, care: str, on: date) -> bool:
        begun = self.from_day <= on and (self.to_day is None or on <= self.to_day)
        return begun and nation in self.nations and care in self.cares


@dataclass(frozen=True, slots=True)
class QuickWord:
    """One word for a moment, when that is all there is time for."""

    code: str
    labels: Mapping[str, str]

    def label(self, language: str) -> Said:
        return said(self.labels, language)


@dataclass(frozen=True, slots=True)
class KeyPersonWord:
    """What a setting calls its key persons; the engine is one (W-04)."""

    code: str
    ones: Mapping[str, str]
    manys: Mapping[str, str]

    def one(self, language: str) -> Said:
        return said(self.ones, language)

    def many(self, language: str) -> Said:
        return said(self.manys, language)


@dataclass(frozen=True, slots=True)
class CountingWords:
    """How a counting rule is told, and the sentence of its example: `{start}` and `{due}` are days."""

    code: str
    rules: Mapping[str, str]
    examples: Mapping[str, str]
