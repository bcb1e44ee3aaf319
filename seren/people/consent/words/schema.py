"""What the catalogue may say. A question without purpose, audience, duration or way out is a fault (C-02)."""

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db.models import TextChoices

from seren.foundation.rules.door import NATIONS, Force
from seren.people.consent.terms import (
    FOR_A_TIME,
    KEPT_BY_SILENCE,
    Code,
    Evidence,
    Group,
    Kind,
    Renewal,
)

MUST_SAY = ("purpose", "audience", "duration", "way_out")
PARTS = ("question", *MUST_SAY, "if_no")
ALWAYS = ("en", "cy")
GAPS = {"scope", "until"}
CHOSEN: dict[str, type[TextChoices]] = {
    "code": Code,
    "group": Group,
    "kind": Kind,
    "evidence": Evidence,
    "renewal": Renewal,
}
PICTURES = {"journal", "other-journals", "display", "website", "social", "press", "student", "video"}
VAGUE = re.compile(r"\betc\b|and any other|and so on|\bac ati\b", re.IGNORECASE)
_KNOWN = {*CHOSEN, *PARTS, *NATIONS, "label", "named", "picture", "from", "to"}


def faults(table: Mapping[str, Any]) -> list[str]:
    """All that is wrong with a catalogue, each with the code it is about."""
    found = [f"unknown table {name}" for name in sorted(set(table) - {"pack", "shared", "permission"})]
    if type(table.get("pack", {}).get("from")) is not date:
        found.append("pack: needs a day it stands from")
    shared = table.get("shared", {})
    for part, named in shared.items():
        for name, words in named.items():
            found += [f"shared {part} {name}: {fault}" for fault in _words(words)]
    for entry in table.get("permission", []):
        found += [f"{entry.get('code', '?')}: {fault}" for fault in _entry(entry, shared)]
    return found


def faults_between(found: Sequence[Any]) -> list[str]:
    """Of one code one version at a time, and always the same group."""
    wrong = [f"{code}: nothing asks for it" for code in Code if all(one.code is not code for one in found)]
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            if one.code is other.code and one.group is not other.group:
                wrong.append(f"{one.code}: in two groups")
            if one.code is other.code and _meet(one, other):
                wrong.append(f"{one.code}: two are in force at once")
    return wrong


def is_named(entry: Mapping[str, Any]) -> bool:
    """It is asked of one thing, which has a name: a trip, a product, a person."""
    return bool(entry.get("named")) or entry.get("renewal") in {*FOR_A_TIME, Renewal.CHANGE}


def words_of(entry: Mapping[str, Any], part: str, shared: Mapping[str, Any]) -> Mapping[str, str]:
    """The sentence itself, or the shared one it names; nothing where neither is there."""
    said = entry.get(part)
    if isinstance(said, str):
        said = shared.get(part, {}).get(said)
    return said if isinstance(said, dict) else {}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _meet(one: Any, other: Any) -> bool:
    return (other.to_day is None or one.from_day <= other.to_day) and (
        one.to_day is None or other.from_day <= one.to_day
    )


def _entry(entry: Mapping[str, Any], shared: Mapping[str, Any]) -> Iterable[str]:
    yield from (f"unknown {key}" for key in sorted(set(entry) - _KNOWN))
    for key, choices in CHOSEN.items():
        if entry.get(key) not in choices.values:
            yield f"{key} is one of {', '.join(choices.values)}"
    for nation in NATIONS:
        yield from _one_of(entry, nation, Force)
    if "picture" in entry and entry["picture"] not in PICTURES:
        yield f"picture is one of {', '.join(sorted(PICTURES))}"
    if (entry.get("group") == Group.PICTURES) != ("picture" in entry):
        yield "a picture, and nothing else, says what it is shown in"
    if (entry.get("kind") == Kind.TOLD) != (entry.get("evidence") == Evidence.NONE):
        yield "what is told, and nothing else, needs no evidence"
    yield from (f"{key} is a day" for key in ("from", "to") if key in entry and type(entry[key]) is not date)
    yield from (f"label: {fault}" for fault in _words(entry.get("label")))
    for part in PARTS:
        said = words_of(entry, part, shared)
        yield from (f"{part}: {fault}" for fault in (_words(said) if said else ["nothing is said"]))
    yield from _sense(entry, shared)


def _one_of(entry: Mapping[str, Any], key: str, choices: type[StrEnum]) -> Iterable[str]:
    if entry.get(key) not in list(choices):
        yield f"{key} is one of {', '.join(choices)}"


def _words(words: object) -> Iterable[str]:
    if not isinstance(words, dict) or not all(
        isinstance(text, str) and text.strip() for text in words.values()
    ):
        yield "words are a text for each language"
        return
    known = {code for code, _name in settings.LANGUAGES}
    yield from (f"unknown language {key}" for key in sorted(set(words) - known))
    yield from (f"nothing in {key}" for key in ALWAYS if key not in words)
    if len({frozenset(gaps(text)) for text in words.values()}) > 1:
        yield "the languages have different gaps"
    for text in words.values():
        yield from (f"unknown gap {name}" for name in sorted(gaps(text) - GAPS))
        if VAGUE.search(text):
            yield "says more than it names"


def _sense(entry: Mapping[str, Any], shared: Mapping[str, Any]) -> Iterable[str]:
    """A thing that is named is named in the question; a last day is told where there is one, nowhere else."""
    english = {part: words_of(entry, part, shared).get("en", "") for part in PARTS}
    if is_named(entry) != ("scope" in gaps(english["question"])):
        yield "the question names its thing where there is one"
    ends = entry.get("renewal") in FOR_A_TIME or (
        entry.get("renewal") == Renewal.YEARLY and entry.get("kind") not in KEPT_BY_SILENCE
    )
    if ends != ("until" in gaps(english["duration"])):
        yield "the duration tells its last day where there is one"
