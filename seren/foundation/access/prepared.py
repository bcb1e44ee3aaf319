"""A query written as SQL once and asked many times, each time with its own values.

Building a query with conditions in it costs Django milliseconds; asking SQLite costs a tenth of one. What is
kept is the wording of a question, never an answer: who asks, and about what, is said at every asking.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from inspect import signature
from typing import Any, Generic, ParamSpec, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Field, QuerySet

from seren.foundation.access.actors import Actor
from seren.foundation.access.compiled import Anybody, Unsaid, writing
from seren.foundation.access.wording import Given, Many, Row, Wording, givens, worded
from seren.foundation.kernel.questions import Packing, Part, Question, part_of, question, told_with

P = ParamSpec("P")
T = TypeVar("T")
_MOST = 64  # wordings of one question kept in a thread


class _Kept:
    """What `build` gave, as it was written: kept in a thread by what changes the wording. That is the
    sign-in, which values are there, and those that are no slots.
    """

    def __init__(self, build: Callable[..., Any], given: dict[str, Given]) -> None:
        self.build, self.given = build, given
        self.names = tuple(signature(build).parameters)
        self.kept = threading.local()

    def forget(self) -> None:
        """For when what the query is made of changes: another rule, another hat."""
        self.kept = threading.local()

    def said(self, args: tuple[Any, ...], values: dict[str, Any]) -> "tuple[Actor | None, dict[str, Any]]":
        """Who asks, where somebody does, and everything else by name."""
        named = {**dict(zip(self.names, args, strict=False)), **values}
        return named.pop("actor", None), named

    def ready(self, actor: "Actor | None", values: dict[str, Any]) -> Any:
        connection = connections[DEFAULT_DB_ALIAS]
        known = (
            name if name in self.given and said is not None else (name, said) for name, said in values.items()
        )
        key = (actor and (actor.level, actor.fresh, actor.at_work), *known)
        kept: dict[Any, Any] = self.kept.__dict__
        written_for, found = kept.get(key, (None, None))
        if written_for is not connection:
            if len(kept) >= _MOST:
                kept.clear()
            built = self._built(actor, values)
            with writing():
                found = self.written(built, connection)
            kept[key] = connection, found
        return found

    def _built(self, actor: "Actor | None", values: dict[str, Any]) -> Any:
        slots = {n: self.given[n] if n in self.given and v is not None else v for n, v in values.items()}
        asking = (Anybody(actor.level, actor.fresh, actor.at_work),) if actor else ()
        return self.build(*asking, **slots)

    def written(self, built: Any, connection: Any) -> Any:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class _Rows:
    compiler: Any
    converters: Any
    wording: Wording


class Prepared(_Kept, Generic[P]):
    """Made by `prepared`. Asked like the function it was made from; gives its rows as tuples. `asked` gives
    them as a question, to be asked with others.
    """

    def __init__(self, build: Callable[P, "QuerySet[Any, Any]"], given: dict[str, Given]) -> None:
        super().__init__(build, given)

        @wraps(build)
        def rows(*args: P.args, **values: P.kwargs) -> Question[list[Row]]:
            return question(list, build(*args, **values))

        self.asked: PreparedQuestion[P, list[Row]] = PreparedQuestion(rows, given)

    def __call__(self, *args: P.args, **values: P.kwargs) -> list[Row]:
        actor, given = self.said(args, values)
        ready: _Rows | None = self.ready(actor, given)
        if ready is None or not ready.wording.asks(given):
            return []
        sql, params = ready.wording.said(actor, given)
        with ready.wording.connection.cursor() as cursor:
            cursor.execute(sql, params)
            rows = cursor.fetchall()
        return [tuple(row) for row in ready.compiler.apply_converters(rows, ready.converters)] if rows else []

    def written(self, built: "QuerySet[Any, Any]", connection: Any) -> _Rows | None:
        compiler: Any = built.query.get_compiler(connection.alias)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None
        converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
        return _Rows(compiler, converters, worded(connection, sql, params, self.given))


@dataclass(frozen=True, slots=True)
class _Told:
    parts: tuple[tuple[Packing, Wording] | None, ...]
    tells: Callable[..., Any]


class PreparedQuestion(_Kept, Generic[P, T]):
    """Made by `prepared_question`. Called like the function it was made from; gives a question to ask."""

    def __call__(self, *args: P.args, **values: P.kwargs) -> Question[T]:
        actor, given = self.said(args, values)
        if isinstance(actor, Anybody) or any(isinstance(value, Given) for value in given.values()):
            return cast(Question[T], self.build(*args, **values))  # a part of one that is being written
        ready: _Told = self.ready(actor, given)
        return Question(
            tuple(_said(part, actor, given) for part in ready.parts),
            told_with(ready.tells, partial(_filled, actor, given)),
        )

    def written(self, built: Question[T], connection: Any) -> _Told:
        return _Told(tuple(self._worded(rows, connection) for rows in built.rows), built.tells)

    def _worded(self, rows: Any, connection: Any) -> tuple[Packing, Wording] | None:
        part = part_of(rows)
        if part is None:
            return None
        return part.packing, worded(connection, part.sql, part.params, self.given)


def _filled(actor: "Actor | None", values: dict[str, Any], value: Any) -> Any:
    """What stood there while the question was written, as it is at this asking."""
    if isinstance(value, Anybody):
        return actor
    if isinstance(value, Unsaid):
        return value.slot.of(cast(Actor, actor))
    return values[value.name] if isinstance(value, Given) else value


def _said(part: tuple[Packing, Wording] | None, actor: "Actor | None", values: dict[str, Any]) -> Part | None:
    if part is None or not part[1].asks(values):
        return None
    return Part(part[0], *part[1].said(actor, values))


def prepared(**given: "Field[Any, Any] | Many") -> Callable[[Callable[P, "QuerySet[Any, Any]"]], Prepared[P]]:
    """Decorates a function that gives a `values_list` queryset: its SQL is written once and kept per thread.

    The values named here are filled in at each asking; None among them, and every other argument, is part of
    the wording, so give those few values. Where somebody asks, they are the argument called `actor`.
    """
    slots = givens(given)
    return lambda build: Prepared(build, slots)


def prepared_question(
    **given: "Field[Any, Any] | Many",
) -> Callable[[Callable[P, Question[T]]], PreparedQuestion[P, T]]:
    """The same for a function that gives a question. What tells of its rows is kept too: where it needs the
    actor, or a value that is filled in, it is a `partial` that holds them. Any other look at one is refused.
    """
    slots = givens(given)
    return lambda build: PreparedQuestion(build, slots)
