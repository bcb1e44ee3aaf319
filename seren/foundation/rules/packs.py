"""Reading the packs: every TOML file of the folder, into one library."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from seren.foundation.rules import schema
from seren.foundation.rules.values import NATIONS, Extension, Needs, Value, Version
from seren.foundation.rules.vocabulary import Area, CountingWords, Framework, KeyPersonWord, QuickWord, Tag

FOLDER = Path(__file__).parent / "packs"


class BadPacks(Exception):
    """The packs are not what the schema asks for. Each fault names its file."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass
class Library:
    """All that the packs say. Nothing changes it after reading."""

    versions: dict[str, list[Version]] = field(default_factory=dict)
    frameworks: list[Framework] = field(default_factory=list)
    quick_words: list[QuickWord] = field(default_factory=list)
    key_person_words: list[KeyPersonWord] = field(default_factory=list)
    countings: dict[str, CountingWords] = field(default_factory=dict)
    holidays: dict[int, frozenset[date]] = field(default_factory=dict)


@cache
def library() -> Library:
    return read(FOLDER)


def read(folder: Path) -> Library:
    """Raises BadPacks with every fault found, not only the first."""
    found, faults = Library(), list[str]()
    for path in sorted(folder.glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{path.name}: {error}")
            continue
        wrong = schema.faults(table)
        faults += [f"{path.name}: {fault}" for fault in wrong]
        if not wrong:
            _shelve(found, table)
    faults += _overlaps(found)
    if faults:
        raise BadPacks(faults)
    return found


def _shelve(found: Library, table: Mapping[str, Any]) -> None:
    pack = table.get("pack", {})
    for entry in table.get("rule", []):
        version = _version(entry, pack)
        found.versions.setdefault(version.value.rule_id, []).append(version)
    found.frameworks += [_framework(entry, pack) for entry in table.get("framework", [])]
    found.quick_words += [QuickWord(entry["code"], entry["label"]) for entry in table.get("quick-word", [])]
    for entry in table.get("key-person-word", []):
        found.key_person_words.append(KeyPersonWord(entry["code"], entry["one"], entry["many"]))
    for entry in table.get("counting", []):
        found.countings[entry["code"]] = CountingWords(entry["code"], entry["rule"], entry["example"])
    for entry in table.get("year", []):
        found.holidays[entry["year"]] = frozenset(entry["days"])


def _version(entry: Mapping[str, Any], pack: Mapping[str, Any]) -> Version:
    bounds = entry.get("bounds")
    return Version(
        nations=tuple(pack["nations"]),
        edition=pack["edition"],
        from_day=entry.get("from", pack["from"]),
        to_day=entry.get("to"),
        value=_value(entry),
        bounds=(bounds[0], bounds[1]) if bounds else None,
        words={key: text for key, text in entry.items() if key in schema.tongues()},
    )


def _value(entry: Mapping[str, Any]) -> Value:
    extension = entry.get("extension")
    given: dict[str, Any] = {
        key: entry[key]
        for key in ("value", "citation", "basis", "clock", "pauses", "soon", "remind")
        if key in entry
    }
    for key, kind in {**schema.CHOSEN, **schema.MAY_CHOOSE}.items():
        if key in entry:
            given[key] = kind(entry[key])
    if extension:
        given["extension"] = Extension(extension["value"], Needs(extension["needs"]))
    return Value(rule_id=entry["id"], **given)


def _framework(entry: Mapping[str, Any], pack: Mapping[str, Any]) -> Framework:
    return Framework(
        nations=tuple(pack["nations"]),
        cares=tuple(entry["cares"]),
        from_day=entry.get("from", pack["from"]),
        to_day=entry.get("to"),
        areas=tuple(_area(area) for area in entry.get("area", [])),
    )


def _area(entry: Mapping[str, Any]) -> Area:
    aspects = tuple(Tag(a["code"], a["label"], a["gloss"]) for a in entry.get("aspect", []))
    return Area(entry["code"], entry["label"], entry["gloss"], entry.get("prime", False), aspects)


def _overlaps(found: Library) -> list[str]:
    faults = []
    for rule_id, versions in found.versions.items():
        for place, one in enumerate(versions):
            if any(one.meets(other) for other in versions[place + 1 :]):
                faults.append(f"{rule_id}: two are in force at once")
    for place, frame in enumerate(found.frameworks):
        if any(_both_hold(frame, other) for other in found.frameworks[place + 1 :]):
            faults.append(f"framework for {', '.join(frame.cares)}: two are in force at once")
    return faults


def _both_hold(one: Framework, other: Framework) -> bool:
    later = max(one.from_day, other.from_day)
    return any(
        one.holds(nation, care, later) and other.holds(nation, care, later)
        for nation in NATIONS
        for care in one.cares
    )
