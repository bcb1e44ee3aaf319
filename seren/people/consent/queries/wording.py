"""The words families read, as they stand today: every question of the catalogue, by group."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from seren.people.consent.terms import Group
from seren.people.consent.words import PARTS, Permission, permissions_on

LANGUAGES = ("en", "cy")
_GAPS = {"en": {"scope": "[name]", "until": "[day]"}, "cy": {"scope": "[enw]", "until": "[diwrnod]"}}


@dataclass(frozen=True, slots=True)
class Worded:
    """One question: its sentences in both languages, part by part."""

    one: Permission
    sentences: tuple[tuple[str, str], ...]


def worded_on(on: date) -> Mapping[Group, tuple[Worded, ...]]:
    found = permissions_on(on)
    return {
        group: tuple(Worded(one, _sentences(one)) for one in found if one.group is group) for group in Group
    }


def _sentences(one: Permission) -> tuple[tuple[str, str], ...]:
    english, welsh = (to_look_at(one, language) for language in LANGUAGES)
    return tuple(zip(english, welsh, strict=True))


def to_look_at(one: Permission, language: str) -> tuple[str, ...]:
    """Its sentences before anything is named. In a gap stands, in brackets, what will: a name, a day."""
    return tuple(one.words[part][language].format(**_GAPS[language]) for part in PARTS)
