"""The catalogue of permissions, read once: what may be asked, and in which words."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from seren.foundation.rules.door import NATIONS, Force, NoRule
from seren.people.consent.terms import (
    FOR_A_TIME,
    KEPT_BY_SILENCE,
    WHEN_DISPUTED,
    Code,
    Disputed,
    Evidence,
    Group,
    Kind,
    Renewal,
)
from seren.people.consent.words import schema

FILE = Path(__file__).parent / "permissions.toml"
Words = Mapping[str, str]


class BadCatalogue(Exception):
    """The catalogue is not what the schema asks for: every fault, not only the first."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Permission:
    """One line of the catalogue. `words`: by part (question, purpose, …), then by language.

    `version` is a print of the words themselves: other words, another version (C-03).
    """

    code: Code
    group: Group
    kind: Kind
    evidence: Evidence
    renewal: Renewal
    picture: str
    named: bool
    force: Mapping[str, Force]
    label: Words
    words: Mapping[str, Words]
    from_day: date
    to_day: date | None

    @property
    def version(self) -> str:
        said = json.dumps({part: dict(words) for part, words in self.words.items()}, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def asked(self) -> bool:
        return self.kind is not Kind.TOLD

    @property
    def for_a_time(self) -> bool:
        """Whoever asks names its last day."""
        return self.renewal in FOR_A_TIME

    @property
    def lapses(self) -> bool:
        """Silence at the yearly review ends it (C-05)."""
        return self.renewal is Renewal.YEARLY and self.kind not in KEPT_BY_SILENCE

    @property
    def written(self) -> bool:
        return self.evidence in (Evidence.WRITTEN, Evidence.WRITTEN_AND_CALL)

    @property
    def disputed(self) -> Disputed:
        return WHEN_DISPUTED[self.group]

    def holds(self, on: date) -> bool:
        return self.from_day <= on and (self.to_day is None or on <= self.to_day)


@cache
def catalogue() -> tuple[Permission, ...]:
    return read(FILE)


def permission(code: Code, on: date) -> Permission:
    """As it stands that day. Raises NoRule."""
    for one in catalogue():
        if one.code is code and one.holds(on):
            return one
    raise NoRule(f"permission {code} on {on}")


def permissions_on(on: date) -> tuple[Permission, ...]:
    """All that stand that day, in the order of the catalogue."""
    return tuple(one for one in catalogue() if one.holds(on))


def group_of(code: Code) -> Group:
    """The same in every version of a code: the schema sees to it."""
    return _groups()[code]


@cache
def _groups() -> Mapping[Code, Group]:
    return {one.code: one.group for one in catalogue()}


def read(path: Path) -> tuple[Permission, ...]:
    """Raises BadCatalogue."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if faults := schema.faults(table):
        raise BadCatalogue(faults)
    found = tuple(_permission(entry, table) for entry in table["permission"])
    if faults := schema.faults_between(found):
        raise BadCatalogue(faults)
    return found


def _permission(entry: Mapping[str, Any], table: Mapping[str, Any]) -> Permission:
    renewal = Renewal(entry["renewal"])
    return Permission(
        code=Code(entry["code"]),
        group=Group(entry["group"]),
        kind=Kind(entry["kind"]),
        evidence=Evidence(entry["evidence"]),
        renewal=renewal,
        picture=entry.get("picture", ""),
        named=schema.is_named(entry),
        force={nation: Force(entry[nation]) for nation in NATIONS},
        label=entry["label"],
        words={part: schema.words_of(entry, part, table.get("shared", {})) for part in schema.PARTS},
        from_day=entry.get("from", table["pack"]["from"]),
        to_day=entry.get("to"),
    )
