"""What each person may do to which rows: every rule there is, all rows, everybody at once.

The rules' own conditions (`visible`) as they stand, written as SQL once, with the people as rows beside. A
new rule joins by itself. A statement is asked again only when a table it reads was written to, or the clock
moved: by nothing else can its answer change.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.apps import apps
from django.db import connection

from seren.foundation.access.compiled import Anybody, Slot
from seren.foundation.access.door import Actor, Level, Rule, declared, visible

Lists = dict[str, frozenset[str]]  # action → the ids of rows, as the database writes them
_PLACE = re.compile(r"(?<!%)%s")
_TABLE = re.compile(r'(?:FROM|JOIN|INTO|UPDATE) "(\w+)"')
_AT_WORK = Anybody(Level.STRONG, True, True)


@dataclass(frozen=True)
class Part:
    """The rules that read the same tables, in one statement about everybody."""

    actions: tuple[str, ...]
    sql: str
    values: Mapping[str, Any]
    tables: frozenset[str]


class Looking:
    """Everybody's lists. `look` gives them as they stand; `changed` are the tables written to since."""

    def __init__(self, people: Mapping[str, Actor]) -> None:
        self.people = list(people)
        rows = [(one.person.hex, one.provider.hex) for one in people.values()]
        self.lookers = ", ".join(f"({n}, '{person}', '{home}')" for n, (person, home) in enumerate(rows))
        self.parts = [self._part(tables, rules) for tables, rules in _by_tables().items()]
        self.kept: dict[str, Lists] = {}

    def look(self, actor: Actor, changed: Collection[str] | None = None) -> dict[str, Lists]:
        """`actor` says the instant. `changed` None: all is asked anew."""
        seen = {who: dict(self.kept.get(who, {})) for who in self.people}
        for part in self.parts:
            if changed is None or part.tables.intersection(changed):
                for who, lists in zip(self.people, self._asked(part, actor), strict=True):
                    seen[who] |= lists
        self.kept = seen
        return seen

    def _asked(self, part: Part, actor: Actor) -> Iterator[Lists]:
        values = {
            name: said.filled(actor, connection) if isinstance(said, Slot) else said
            for name, said in part.values.items()
        }
        found: list[list[set[str]]] = [[set() for _ in part.actions] for _ in self.people]
        for number, looker, key in connection.connection.execute(part.sql, values):
            found[looker][number].add(key)
        return (dict(zip(part.actions, map(frozenset, keys), strict=True)) for keys in found)

    def _part(self, tables: frozenset[str], rules: Sequence[tuple[str, str, tuple[Any, ...]]]) -> Part:
        values: dict[str, Any] = {}
        arms = [_arm(number, sql, params, values) for number, (_name, sql, params) in enumerate(rules)]
        people = f"WITH looker(n, person, provider) AS (VALUES {self.lookers}) "
        return Part(
            tuple(name for name, _sql, _params in rules), people + " UNION ALL ".join(arms), values, tables
        )


def _by_tables() -> dict[frozenset[str], list[tuple[str, str, tuple[Any, ...]]]]:
    found: dict[frozenset[str], list[tuple[str, str, tuple[Any, ...]]]] = {}
    for action, rule in sorted(declared().items()):
        if isinstance(rule, Rule):
            rows = visible(cast(Actor, _AT_WORK), action, apps.get_model(rule.model)).order_by()
            sql, params = rows.values_list("pk").query.sql_with_params()
            found.setdefault(frozenset(_TABLE.findall(sql)), []).append((str(action), sql, params))
    return found


def _arm(number: int, sql: str, params: tuple[Any, ...], values: dict[str, Any]) -> str:
    """One rule: its values by name, and the person and provider of whoever asks as columns."""
    said = iter(params)
    named = _PLACE.sub(lambda _: _said(next(said), values), sql).replace("%%", "%")
    return named.replace("SELECT ", f"SELECT {number}, looker.n, ", 1).replace(" FROM ", " FROM looker, ", 1)


def _said(param: Any, values: dict[str, Any]) -> str:
    if param is _AT_WORK.person.slot:
        return "looker.person"
    if param is _AT_WORK.provider.slot:
        return "looker.provider"
    for name, held in values.items():
        if held is param or (type(held) is type(param) and not isinstance(held, Slot) and held == param):
            return f":{name}"
    values[f"v{len(values)}"] = param
    return f":v{len(values) - 1}"
