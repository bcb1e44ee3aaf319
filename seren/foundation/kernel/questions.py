"""Questions to the database that do not wait for each other: asked in one statement, one way there and back.

A page puts its questions together and asks once, however many lists it shows. Each is answered as if it had
been asked alone: the same rows, in the same order, of the same types.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
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
    """Rows as `values_list` gives them, and what they tell. Nothing is asked before `ask`.

    Rows may be written as SQL already: a Part, or None where there can be none.
    """

    rows: "tuple[Listed | Part | None, ...]"
    tells: Callable[..., Told]


def question(tells: Callable[..., T], *rows: Listed) -> Question[T]:
    """`tells` is given one list of tuples for each of `rows`."""
    return Question(rows, tells)


def known(answer: T) -> Question[T]:
    """For an answer that needs no rows."""
    return Question((), lambda: answer)


def joined(tells: Callable[..., T], *parts: Question[Any]) -> Question[T]:
    """One question out of several: `tells` is given their answers."""
    return Question(tuple(rows for part in parts for rows in part.rows), _Together(tells, parts))


@dataclass(frozen=True, slots=True)
class _Together:
    """Gives each part its rows, and what they tell to `tells`."""

    tells: Callable[..., Any]
    parts: tuple[Question[Any], ...]

    def __call__(self, *found: Rows) -> Any:
        answers, at = [], 0
        for part in self.parts:
            answers.append(part.tells(*found[at : at + len(part.rows)]))
            at += len(part.rows)
        return self.tells(*answers)


def told_with(tells: Callable[..., T], fill: Callable[[Any], Any]) -> Callable[..., T]:
    """The same, with `fill` of each value that a `partial` in it holds."""
    if isinstance(tells, _Together):
        parts = tuple(replace(part, tells=told_with(part.tells, fill)) for part in tells.parts)
        return _Together(told_with(tells.tells, fill), parts)
    if isinstance(tells, partial):
        values = {name: fill(value) for name, value in tells.keywords.items()}
        return partial(told_with(tells.func, fill), *map(fill, tells.args), **values)
    return tells


def ask(one: Question[T]) -> T:
    """The answer, by one statement (none where nothing can be found)."""
    return one.tells(*_found(one.rows))


def ask_all(*several: Question[Any]) -> tuple[Any, ...]:
    """Their answers, by one statement."""
    return ask(joined(lambda *answers: answers, *several))


class Packing:
    """How one list of rows is made into a value of a larger statement; and the way back from it."""

    def __init__(self, compiler: SQLCompiler) -> None:
        """`compiler` has written its SQL already."""
        self.compiler = compiler
        self.columns = [column for column, _sql, _alias in compiler.select]
        self.kinds = [_kind(column) for column in self.columns]
        self.converters = compiler.get_converters(self.columns)
        self.postgresql = compiler.connection.vendor == "postgresql"

    def packed(self, sql: str) -> str:
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
        converted = self.compiler.apply_converters(rows, self.converters) if self.converters else rows
        return [tuple(row) for row in converted]

    def _raw(self, row: list[Any]) -> list[Any]:
        """As the database's own driver gives it."""
        back = _ON_POSTGRESQL if self.postgresql else _ON_SQLITE
        return [
            value if value is None or kind not in back else back[kind](value)
            for value, kind in zip(row, self.kinds, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Part:
    """One list of rows as SQL, with its values: ready to stand in a larger statement."""

    packing: Packing
    sql: str
    params: Sequence[Any]


def part_of(rows: Listed | Part | None) -> Part | None:
    """None where the condition can hold for no row."""
    if not isinstance(rows, QuerySet):
        return rows
    compiler: SQLCompiler = _listed(rows).query.get_compiler(using=rows.db)
    try:
        sql, params = compiler.as_sql(with_col_aliases=True)
    except EmptyResultSet:
        return None
    packing = Packing(compiler)
    return Part(packing, packing.packed(sql), params)


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


def _found(asked: Sequence[Listed | Part | None]) -> list[Rows]:
    if len(asked) == 1 and isinstance(asked[0], QuerySet):
        return [list(_listed(asked[0]))]
    parts = [part_of(rows) for rows in asked]
    live = [part for part in parts if part is not None]
    told = iter(_at_once(live) if live else ())
    return [[] if part is None else next(told) for part in parts]


def _listed(rows: Listed) -> Listed:
    if rows._iterable_class is not ValuesListIterable:
        raise TypeError("a question is asked with values_list, not flat")
    return rows


def _at_once(parts: Sequence[Part]) -> list[Rows]:
    sql = f"SELECT {', '.join(part.sql for part in parts)}"
    with parts[0].packing.compiler.connection.cursor() as cursor:
        cursor.execute(sql, [value for part in parts for value in part.params])
        values = cursor.fetchone()
    return [part.packing.unpacked(value) for part, value in zip(parts, values, strict=True)]
