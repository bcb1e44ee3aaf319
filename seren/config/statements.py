"""How PostgreSQL is asked: a wording is planned once, and what is asked about is said beside it.

One plan serves everybody who asks in the same words. So the words that say what is meant (`shared`, `home`)
stay within the wording, where the planner sees which index holds them; ids, instants and sentences do not.
A slug is known by its shape alone: a word somebody typed may have it, and is asked with a plan of its own.
"""

import re
from collections.abc import Sequence
from typing import Any, Self

from psycopg import Connection, Cursor
from psycopg._preparing import PrepareManager

_PLACE = re.compile(r"%[%s]")
_SLUG = re.compile(r"[a-z_-]{0,40}")  # as in our own lists, or empty: nothing in it could end a quotation


_CHANGED = (b"ALTER", b"DROP", b"DISCARD", b"DEALLOCATE")  # then what was planned may be of another table


class _Plans(PrepareManager):
    """The driver forgets all of them at each roll-back, in case it took a table away: here none is ever made
    in a transaction with anything else. A form that is refused is rolled back, and was planned anew after.
    """

    def clear(self) -> bool:
        return False

    def _should_discard(self, _prep: Any, results: Sequence[Any], *_others: Any) -> bool:
        done = [result.command_status or b"" for result in results]
        return any(one.startswith(_CHANGED) for one in done) and super().clear()


class PlannedOnce(Connection[Any]):
    """Keeps what it has prepared for as long as it is open."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self._prepared = _Plans()


class Worded(Cursor[Any]):
    """Slugs, yes and no are part of the statement; all else is a parameter, bound by the server."""

    def execute(self, query: Any, params: Any = None, **how: Any) -> Self:
        if isinstance(query, str) and isinstance(params, list | tuple) and params:
            query, params = worded(query, params)
        return super().execute(query, params, **how)


def worded(sql: str, params: Sequence[Any]) -> tuple[str, list[Any]]:
    """The SQL with its slugs in it, and the parameters that are left."""
    given, left = iter(params), []

    def place(found: "re.Match[str]") -> str:
        if found[0] == "%%":
            return "%%"
        value = next(given)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str) and _SLUG.fullmatch(value):
            return f"'{value}'"
        left.append(value)
        return "%s"

    return _PLACE.sub(place, sql), left
