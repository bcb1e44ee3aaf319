"""The words families read, as they stand today: every question of the catalogue, by group."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from seren.people.consent.terms import Group
from seren.people.consent.words import PARTS, Permission, permissions_on

LANGUAGES = ("en", "cy")


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
    """The gaps stand as dots: what is named, and the last day."""
    dots = {"scope": "…", "until": "…"}
    return tuple(
        (one.words[part]["en"].format(**dots), one.words[part]["cy"].format(**dots)) for part in PARTS
    )
