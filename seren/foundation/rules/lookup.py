"""Asking the packs: the one rule in force, its sentence, the framework, the words."""

from datetime import date

from seren.foundation.rules.packs import library
from seren.foundation.rules.values import NATIONS, Counting, NoRule, Starts, Unit, Value, Version
from seren.foundation.rules.vocabulary import Area, KeyPersonWord, QuickWord, Said, Tag, said

_needed: dict[str, tuple[str, ...]] = {}


def need(rule_id: str, *nations: str) -> str:
    """Declare that code asks for this rule (in both nations, if none is named). Checked at start."""
    _needed[rule_id] = tuple(sorted({*_needed.get(rule_id, ()), *(nations or NATIONS)}))
    return rule_id


def missing() -> list[str]:
    """Rules that code needs and no pack has."""
    return [
        f"{rule_id} in {nation}"
        for rule_id, nations in sorted(_needed.items())
        for nation in nations
        if not any(nation in version.nations for version in library().versions.get(rule_id, ()))
    ]


def version(nation: str, rule_id: str, on: date) -> Version:
    for found in library().versions.get(rule_id, ()):
        if nation in found.nations and found.holds(on):
            return found
    raise NoRule(f"{rule_id} in {nation} on {on}")


def value(nation: str, rule_id: str, on: date) -> Value:
    """The rule as it stands that day. Raises NoRule where none is in force."""
    return version(nation, rule_id, on).value


def edition(nation: str, rule_id: str, on: date) -> str:
    """Which edition of which law the rule was taken from."""
    return version(nation, rule_id, on).edition


def sentence(nation: str, rule_id: str, language: str, on: date, *, stands: Value | None = None) -> Said:
    """The rule in plain words. `stands` is the setting's own number, where it has one."""
    found = version(nation, rule_id, on)
    words = said(found.words, language)
    return Said(words.text.format(value=(stands or found.value).shown), words.language)


def rules_on(nation: str, on: date) -> tuple[Value, ...]:
    """Every rule in force that day, in the order of the packs: for tables and checks."""
    return tuple(
        found.value
        for versions in library().versions.values()
        for found in versions
        if nation in found.nations and found.holds(on)
    )


def bounds(nation: str, rule_id: str, on: date) -> tuple[int, int] | None:
    """Between which numbers a setting may choose its own, or None: it may not."""
    return version(nation, rule_id, on).bounds


def framework(nation: str, care: str, on: date) -> tuple[Area, ...]:
    """The areas a moment of such a setting may be tagged with: none for a club."""
    for found in library().frameworks:
        if found.holds(nation, care, on):
            return found.areas
    raise NoRule(f"framework for {care} in {nation} on {on}")


def tags(nation: str, care: str, on: date) -> dict[str, Tag]:
    """Every code of the framework, areas and aspects, in order."""
    return {tag.code: tag for area in framework(nation, care, on) for tag in (area, *area.aspects)}


def tag(code: str) -> Tag:
    """What an old moment was tagged with, in whatever edition. Raises NoRule."""
    for found in reversed(library().frameworks):
        for area in found.areas:
            for each in (area, *area.aspects):
                if each.code == code:
                    return each
    raise NoRule(f"tag {code}")


def quick_words() -> tuple[QuickWord, ...]:
    return tuple(library().quick_words)


def key_person_words() -> tuple[KeyPersonWord, ...]:
    return tuple(library().key_person_words)


def key_person_word(code: str) -> KeyPersonWord:
    for word in library().key_person_words:
        if word.code == code:
            return word
    raise NoRule(f"key-person word {code}")


def counting_words(rule: Value, language: str) -> tuple[Said, Said]:
    """How such a clock counts, and the sentence of an example, with `{start}` and `{due}` still open."""
    words = library().countings[_way(rule)]
    return said(words.rules, language), said(words.examples, language)


def _way(rule: Value) -> str:
    if rule.starts is Starts.BIRTH:
        return f"{rule.counting}_age"
    if rule.counting is Counting.CALENDAR and rule.unit in (Unit.MONTHS, Unit.YEARS):
        return "calendar_months"
    return "same_day" if rule.counting is Counting.CALENDAR and rule.number == 0 else rule.counting
