"""What a pack may say. Unknown keys, unknown words and half-said sentences are faults, named one by one."""

import re
import string
from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any

from django.conf import settings

from seren.foundation.rules.values import (
    ELAPSED,
    NATIONS,
    Confidence,
    Counting,
    Force,
    Needs,
    Starts,
    Unit,
)

RULE_ID = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)*")
BASIS = re.compile(r"[A-Z]-\d\d")
CLOCK = re.compile(r"T\d{1,2}")
TAG = re.compile(r"[A-Z]\.[A-Z]{1,4}(?:\.\d)?")
SLUG = re.compile(r"[a-z]+(?:[-_][a-z]+)*")
ALWAYS = ("en", "cy")  # English and Welsh are whole; other languages where a family reads it

CHOSEN: dict[str, type[StrEnum]] = {
    "unit": Unit,
    "counting": Counting,
    "force": Force,
    "confidence": Confidence,
}
MAY_CHOOSE: dict[str, type[StrEnum]] = {"starts": Starts}
DATES = ("from", "to")
PLAIN: dict[str, type] = {"pauses": bool, "soon": int, "remind": int}
TABLES = {"pack", "rule", "framework", "quick-word", "key-person-word", "counting", "year"}
UNITS_OF = {
    Counting.CALENDAR: {Unit.DAYS, Unit.MONTHS, Unit.YEARS},
    Counting.INCLUSIVE: {Unit.DAYS, Unit.MONTHS},
    Counting.CLEAR: {Unit.DAYS},
    Counting.WORKING: {Unit.DAYS},
    Counting.OPEN: {Unit.DAYS},
    Counting.MONTH_TO_DATE: {Unit.MONTHS},
    Counting.HOURS: set(ELAPSED),
}


def tongues() -> frozenset[str]:
    return frozenset(code for code, _ in settings.LANGUAGES)


def faults(table: Mapping[str, Any]) -> list[str]:
    """All that is wrong with one file."""
    found = [f"unknown table {name}" for name in sorted(set(table) - TABLES)]
    needs_pack = bool({"rule", "framework"} & set(table))
    pack = table.get("pack", {})
    if "pack" in table or needs_pack:
        found += _pack(pack)
    for entry in table.get("rule", []):
        found += [f"rule {entry.get('id', '?')}: {fault}" for fault in _rule(entry, pack)]
    for entry in table.get("framework", []):
        found += [f"framework: {fault}" for fault in _framework(entry)]
    for name, parts in (
        ("quick-word", ("label",)),
        ("key-person-word", ("one", "many")),
        ("counting", ("rule", "example")),
    ):
        for entry in table.get(name, []):
            found += [f"{name} {entry.get('code', '?')}: {fault}" for fault in _coded(entry, SLUG, parts)]
    for entry in table.get("year", []):
        found += _year(entry)
    return found


def _pack(pack: Mapping[str, Any]) -> list[str]:
    found = [f"pack: unknown {key}" for key in sorted(set(pack) - {"nations", "edition", "from"})]
    if not pack.get("nations") or set(pack["nations"]) - set(NATIONS):
        found.append(f"pack: nations are of {', '.join(NATIONS)}")
    if not isinstance(pack.get("edition"), str) or not isinstance(pack.get("from"), date):
        found.append("pack: needs an edition and a day it stands from")
    return found


def _rule(entry: Mapping[str, Any], pack: Mapping[str, Any]) -> list[str]:
    known = {"id", "value", "citation", "basis", "clock", "bounds", "extension", *DATES}
    known |= {*CHOSEN, *MAY_CHOOSE, *PLAIN, *tongues()}
    found = [f"unknown {key}" for key in sorted(set(entry) - known)]
    found += _patterns(entry, {"id": RULE_ID}, {"basis": BASIS, "clock": CLOCK})
    if not isinstance(entry.get("citation"), str) or not entry["citation"].strip():
        found.append("needs a citation")
    for key, kind in {**CHOSEN, **MAY_CHOOSE}.items():
        if (key in CHOSEN or key in entry) and entry.get(key) not in list(kind):
            found.append(f"{key} is one of {', '.join(kind)}")
    found += [f"{k} is a {t.__name__}" for k, t in PLAIN.items() if k in entry and type(entry[k]) is not t]
    found += _days(entry, pack) + _words({k: entry[k] for k in tongues() if k in entry})
    return found or _sense(entry)


def _patterns(
    entry: Mapping[str, Any], must: Mapping[str, re.Pattern[str]], may: Mapping[str, re.Pattern[str]]
) -> list[str]:
    asked = {**must, **{key: pattern for key, pattern in may.items() if key in entry}}
    return [
        f"{key} {entry.get(key)!r} is not of the form {pattern.pattern}"
        for key, pattern in asked.items()
        if not pattern.fullmatch(str(entry.get(key, "")))
    ]


def _days(entry: Mapping[str, Any], pack: Mapping[str, Any]) -> list[str]:
    found = [f"{key} is a day" for key in DATES if key in entry and type(entry[key]) is not date]
    begins = entry.get("from", pack.get("from"))
    if not found and "to" in entry and isinstance(begins, date) and entry["to"] < begins:
        found.append("ends before it begins")
    return found


def _sense(entry: Mapping[str, Any]) -> list[str]:
    """What each key alone cannot say: the unit fits the counting, only our own numbers may be changed."""
    found = []
    unit, counting, value = entry["unit"], entry["counting"], entry.get("value")
    if unit == Unit.TIME:
        if type(value) is not time:
            found.append("value is a time of day")
    elif type(value) is not int or value < 0:
        found.append("value is a whole number, not below zero")
    if counting == Counting.NONE:
        if unit in (Unit.DAYS, Unit.MONTHS, *ELAPSED):
            found.append(f"{unit} are counted some way")
    elif unit not in UNITS_OF[counting]:
        found.append(f"{unit} are not counted {counting}")
    elif "starts" not in entry:
        found.append("a clock says what it starts from")
    return found + _bounds(entry) + _stretch(entry)


def _bounds(entry: Mapping[str, Any]) -> list[str]:
    if "bounds" not in entry:
        return []
    bounds = entry["bounds"]
    if entry["force"] not in (Force.POLICY, Force.PRODUCT):
        return ["a number of law has no bounds: nobody may change it"]
    if not (isinstance(bounds, list) and [type(end) for end in bounds] == [int, int]):
        return ["bounds are two whole numbers"]
    if type(entry["value"]) is not int or not bounds[0] <= entry["value"] <= bounds[1]:
        return ["the value lies outside its bounds"]
    return []


def _stretch(entry: Mapping[str, Any]) -> list[str]:
    """Extending, pausing, reminding: only of a clock that runs in days or months."""
    stretched = {"extension", "pauses", "soon", "remind"} & set(entry)
    if stretched and entry["counting"] in (Counting.NONE, Counting.HOURS):
        return [f"{', '.join(sorted(stretched))}: only of a clock in days or months"]
    extension = entry.get("extension")
    if extension is not None:
        right = isinstance(extension, dict) and set(extension) == {"value", "needs"}
        if not right or type(extension["value"]) is not int or extension["needs"] not in list(Needs):
            return [f"an extension has a value, and needs one of {', '.join(Needs)}"]
    if not 0 < entry.get("remind", 50) < 100:
        return ["remind is a per cent of the way"]
    return []


def _words(words: object, *, whole: bool = True) -> list[str]:
    """The same sentence in each language: English and Welsh at least, the same gaps in all."""
    if not isinstance(words, dict) or not all(isinstance(text, str) and text for text in words.values()):
        return ["words are a text for each language"]
    found = [f"unknown language {key}" for key in sorted(set(words) - tongues())]
    found += [f"nothing in {key}" for key in ALWAYS if whole and key not in words]
    gaps = {frozenset(_gaps(text)) for text in words.values()}
    if len(gaps) > 1:
        found.append("the languages have different gaps")
    return found


def _gaps(text: str) -> Iterable[str]:
    return (name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _coded(entry: Mapping[str, Any], pattern: re.Pattern[str], parts: tuple[str, ...]) -> list[str]:
    found = _patterns(entry, {"code": pattern}, {})
    whole = "one" not in parts  # a setting's own Welsh word has no English
    for part in parts:
        found += [f"{part}: {fault}" for fault in _words(entry.get(part), whole=whole)]
    return found


def _framework(entry: Mapping[str, Any]) -> list[str]:
    found = [f"unknown {key}" for key in sorted(set(entry) - {"cares", "area", *DATES})]
    if not entry.get("cares"):
        found.append("needs the kinds of care it is for")
    for area in entry.get("area", []):
        for tag in (area, *area.get("aspect", [])):
            found += [f"{tag.get('code', '?')}: {fault}" for fault in _coded(tag, TAG, ("label", "gloss"))]
    return found


def _year(entry: Mapping[str, Any]) -> list[str]:
    year, days = entry.get("year"), entry.get("days", [])
    if not days or any(type(day) is not date or day.year != year or day.weekday() > 4 for day in days):
        return [f"year {year}: every bank holiday is a weekday of that year"]
    return []
