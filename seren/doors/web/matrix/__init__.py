"""The permit matrix as data: the most that a role may, of each record class. Rules are held against it."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from seren.foundation.access.door import Action, RecordClass, Rule

FILE = Path(__file__).with_name("permits.toml")
LOOKS = (
    "see_",
    "follow",
    "look",
    "walk_",
    "find_",
    "belong_",
    "oversee_",
    "work_at_",
    "work_with_",
)


@dataclass(frozen=True, slots=True)
class Role:
    """`may`: per class what is granted, "read" or "write", of a part alone "read:safety"."""

    name: str
    says: str
    may: Mapping[RecordClass, tuple[str, ...]]
    of: Mapping[RecordClass, str]

    def allows(self, record_class: RecordClass, *, writes: bool, part: str) -> bool:
        enough = {"write", f"write:{part}"} | (set() if writes else {"read", f"read:{part}"})
        return bool(enough & set(self.may.get(record_class, ())))


@dataclass(frozen=True, slots=True)
class Matrix:
    """`reasons`: in which roles somebody stands who gives this reason. `parts`: what an action shows."""

    roles: Mapping[str, Role]
    reasons: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, str]

    def faults(self, rule: Rule) -> Iterator[str]:
        """What this rule gives that the matrix does not, in words for whoever wrote the rule."""
        for who in dict.fromkeys(reason.who for reason in rule.permits):
            names = self.reasons.get(who)
            if names is None:
                yield f"{rule.action}: “{who}” stands for no role in {FILE.name}"
            for name in names or ():
                if not self._allows(self.roles[name], rule):
                    yield f"{rule.action}: {name} may not do this with {rule.record_class} ({who})"

    def _allows(self, role: Role, rule: Rule) -> bool:
        part = self.parts.get(rule.action, "")
        return role.allows(rule.record_class, writes=writes(rule.action), part=part)


def writes(action: Action) -> bool:
    """Actions are named by their act: what does not look, changes something."""
    return not action.partition(".")[2].startswith(LOOKS)


@cache
def matrix() -> Matrix:
    """Raises KeyError or ValueError where the file names a role or a class that is not there."""
    said = tomllib.loads(FILE.read_text(encoding="utf-8"))
    roles = {one["name"]: _role(one) for one in said["role"]}
    for who, names in said["reasons"].items():
        if unknown := set(names) - set(roles):
            raise ValueError(f"“{who}” stands for {unknown}, which are no roles")
    return Matrix(roles, {who: tuple(names) for who, names in said["reasons"].items()}, said["parts"])


def _role(said: Mapping[str, Any]) -> Role:
    cells = {key: value for key, value in said.items() if key not in {"name", "says", "of"}}
    may = {
        RecordClass(key): (value,) if isinstance(value, str) else tuple(value) for key, value in cells.items()
    }
    return Role(said["name"], said["says"], may, {RecordClass(k): v for k, v in said.get("of", {}).items()})
