"""Questions to the database that do not wait for each other: asked in one statement, one way there and back.

A page puts its questions together and asks once, however many lists it shows. Each is answered as if it had
been asked alone: the same rows, in the same order, of the same types.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet
from django.db.models.query import ValuesListIterable
from django.db.models.sql.compiler import SQLCompiler

T = TypeVar("T")
Told = TypeVar("Told", covariant=True)
Rows = list[tuple[Any, ...]]
Listed = QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class Question(Generic[Told]):
    """Rows as `values_list` gives them, and what they tell. Nothing is asked before `ask`."""

    rows: tuple[Listed, ...]
    tells: Callable[..., Told]


def question(tells: Callable[..., T], *rows: Listed) -> Question[T]:
    """`tells` is given one list of tuples for each of `rows`."""
    return Question(rows, tells)


def known(answer: T) -> Question[T]:
    """For an answer that needs no rows."""
    return Question((), lambda: answer)


def joined(tells: Callable[..., T], *parts: Question[Any]) -> Question[T]:
    """One question out of several: `tells` is given their answers."""

    def told(*found: Rows) -> T:
        answers, at = [], 0
        for part in parts:
            answers.append(part.tells(*found[at : at + len(part.rows)]))
            at += len(part.rows)
        return tells(*answers)

    return Question(tuple(rows for part in parts for rows in part.rows), told)


def ask(one: Question[T]) -> T:
    """The answer, by one statement (none where nothing can be found)."""
    return one.tells(*_found(one.rows))


def ask_all(*several: Question[Any]) -> tuple[Any, ...]:
    """Their answers, by one statement."""
    return ask(joined(lambda *answers: answers, *several))


class _Part:
    """One list of rows, made into a value of a larger statement; and the way back from it."""

    def __init__(self, rows: Listed) -> None:
        self.compiler: SQLCompiler = _listed(rows).query.get_compiler(using=rows.db)
        sql, self.params = self.compiler.as_sql(with_col_aliases=True)
        self.columns = [column for column, _sql, _alias in self.compiler.select]
        self.kinds = [_kind(column) for column in self.columns]
        self.postgresql = self.compiler.connection.vendor == "postgresql"
        self.sql = self._packed(sql)

    def _packed(self, sql: str) -> str:
        """The order of a list that is gathered is the order it comes in: both databases keep to it."""
        quoted = self.compiler.connection.ops.quote_name
        aliases = [alias for _column, _sql, alias in self.compiler.select]
        names = [
            self._fit(f"q.{quoted(alias)}", kind) for alias, kind in zip(aliases, self.kinds, strict=True)
        ]
        row = (
            f"json_build_array({', '.join(names)})" if self.postgresql else f"json_array({', '.join(names)})"
        )
        gathered = f"json_agg({row})" if self.postgresql else f"json_group_array({row})"
        # Django wrote `sql`, and every value in it is a parameter.
        packed = f"SELECT {gathered} FROM ({sql}) q"  # noqa: S608
        return f"({packed})::text" if self.postgresql else f"({packed})"

    def _fit(self, name: str, kind: str) -> str:
        if kind != "BinaryField":
            return name
        # SQLite's hex() of nothing is an empty text.
        return f"encode({name}, 'hex')" if self.postgresql else f"iif({name} IS NULL, NULL, hex({name}))"

    def unpacked(self, value: str | None) -> Rows:
        rows = [self._raw(row) for row in json.loads(value or "[]")]
        converters = self.compiler.get_converters(self.columns)
        converted = self.compiler.apply_converters(rows, converters) if converters else rows
        return [tuple(row) for row in converted]

    def _raw(self, row: list[Any]) -> list[Any]:
        """As the database's own driver gives it."""
        back = _ON_POSTGRESQL if self.postgresql else _ON_SQLITE
        return [
            value if value is None or kind not in back else back[kind](value)
            for value, kind in zip(row, self.kinds, strict=True)
        ]


_ON_SQLITE: dict[str, Callable[[Any], Any]] = {"BinaryField": bytes.fromhex}
_ON_POSTGRESQL: dict[str, Callable[[Any], Any]] = {
    "BinaryField": bytes.fromhex,
    "UUIDField": UUID,
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
    "TimeField": time.fromisoformat,
    "JSONField": json.dumps,
}


def _kind(column: Any) -> str:
    kind: str = column.output_field.get_internal_type()
    return kind


def _found(asked: Sequence[Listed]) -> list[Rows]:
    if len(asked) == 1:
        return [list(_listed(asked[0]))]
    parts: list[_Part | None] = [_part(rows) for rows in asked]
    live = [part for part in parts if part is not None]
    told = iter(_at_once(live) if live else ())
    return [[] if part is None else next(told) for part in parts]


def _listed(rows: Listed) -> Listed:
    if rows._iterable_class is not ValuesListIterable:
        raise TypeError("a question is asked with values_list, not flat")
    return rows


def _at_once(parts: Sequence[_Part]) -> list[Rows]:
    sql = f"SELECT {', '.join(part.sql for part in parts)}"
    with parts[0].compiler.connection.cursor() as cursor:
        cursor.execute(sql, [value for part in parts for value in part.params])
        values = cursor.fetchone()
    return [part.unpacked(value) for part, value in zip(parts, values, strict=True)]


def _part(rows: Listed) -> _Part | None:
    """None where the condition can hold for no row."""
    try:
        return _Part(rows)
    except EmptyResultSet:
        return None
