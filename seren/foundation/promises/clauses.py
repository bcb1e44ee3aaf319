"""The clauses, read once from `clauses.toml`: their order is the order of the policies."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("clauses.toml")
LANGUAGES = ("en", "cy")


class NoClause(LookupError):
    """No policy has a clause of this name."""


@dataclass(frozen=True, slots=True)
class Words:
    """A clause in one language: the promise, and what a family can count on."""

    title: str
    means: str


@dataclass(frozen=True, slots=True)
class Clause:
    id: str
    policy: str
    words: dict[str, Words]

    def said(self, language: str) -> Words:
        """In Welsh where that is asked for, else in English: pages of staff are whole in both."""
        return self.words.get(language, self.words["en"])


@cache
def clauses() -> tuple[Clause, ...]:
    return tuple(_clause(row) for row in _file()["clause"])


@cache
def policies() -> dict[str, dict[str, str]]:
    """Id of a policy → language → its name."""
    return {row["id"]: {language: row[language] for language in LANGUAGES} for row in _file()["policy"]}


def clause(clause_id: str) -> Clause:
    for found in clauses():
        if found.id == clause_id:
            return found
    raise NoClause(clause_id)


@cache
def _file() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _clause(row: dict[str, Any]) -> Clause:
    """Raises where a language, a title or a meaning is missing, or something else stands there."""
    if set(row) != {"id", *LANGUAGES}:
        raise ValueError(f"a clause has an id and {LANGUAGES}, not {sorted(row)}")
    name = row["id"]
    return Clause(name, name[0], {language: Words(**row[language]) for language in LANGUAGES})
