"""A query written as SQL once and asked many times, each time with its own values.

Building a query with conditions in it costs Django milliseconds; asking SQLite costs a tenth of one. What is
kept is the wording of a question, never an answer: who asks, and about what, is said at every asking.
"""

import re
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Generic, ParamSpec, cast

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, Field, QuerySet

from seren.foundation.access.actors import Actor
from seren.foundation.access.compiled import Anybody, Slot

P = ParamSpec("P")
Row = tuple[Any, ...]
_PLACE = re.compile(r"(?<!%)(?:%%)*%s")
_LIST = re.compile("\0(\\w+)\0")
_MOST = 64  # wordings of one question kept in a thread


@dataclass(frozen=True, slots=True)
class Many:
    """Says of a value that it is several, for `…__in=`. Where there are none, nothing is asked."""

    field: "Field[Any, Any]"


class _Given(Expression):
    """A value that is known when the query is asked. Whatever would look at it before fails."""

    def __init__(self, name: str, field: "Field[Any, Any]", several: bool) -> None:
        super().__init__(output_field=field)
        self.name, self.several = name, several

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return (f"(\0{self.name}\0)", ()) if self.several else ("%s", (self,))

    def filled(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        return self.output_field.get_db_prep_value(value, connection)


@dataclass(frozen=True, slots=True)
class _Ready:
    """SQL in parts between its lists; its parameters; and which of them are said at each asking."""

    connection: BaseDatabaseWrapper
    compiler: Any
    converters: Any
    parts: tuple[str, ...]
    params: Row
    places: dict[Slot | str, list[int]]
    lists: tuple[tuple[str, int], ...]


class Prepared(Generic[P]):
    """Made by `prepared`. Asked like the function it was made from; gives its rows as tuples."""

    def __init__(self, build: Callable[P, "QuerySet[Any, Any]"], given: dict[str, _Given]) -> None:
        self.build, self.given = build, given
        self.kept = threading.local()

    def forget(self) -> None:
        """For when what the query is made of changes: another rule, another hat."""
        self.kept = threading.local()

    def __call__(self, *args: P.args, **values: P.kwargs) -> list[Row]:
        actor = cast("Actor | None", args[0] if args else None)
        ready = self._ready(actor, values)
        if ready is None or not all(values[name] for name, _place in ready.lists):
            return []
        sql, params = self._said(ready, actor, values)
        with ready.connection.cursor() as cursor:
            cursor.execute(sql, params)
            rows = cursor.fetchall()
        return [tuple(row) for row in ready.compiler.apply_converters(rows, ready.converters)] if rows else []

    def _ready(self, actor: "Actor | None", values: dict[str, Any]) -> _Ready | None:
        """Kept by what changes the wording: the sign-in, which values are there, those that are no slots."""
        connection = connections[DEFAULT_DB_ALIAS]
        known = (
            name if name in self.given and said is not None else (name, said) for name, said in values.items()
        )
        key = (actor and (actor.level, actor.fresh, actor.at_work), *known)
        kept: dict[Any, Any] = self.kept.__dict__
        found = kept.get(key, ())
        if found == () or (found is not None and found.connection is not connection):
            if len(kept) >= _MOST:
                kept.clear()
            found = kept[key] = self._written(actor, values, connection)
        return cast("_Ready | None", found)

    def _written(self, actor: "Actor | None", values: dict[str, Any], connection: Any) -> _Ready | None:
        slots = {n: self.given[n] if n in self.given and v is not None else v for n, v in values.items()}
        asking = (Anybody(actor.level, actor.fresh, actor.at_work),) if actor else ()
        query = cast(Any, self.build)(*asking, **slots).query
        compiler = query.get_compiler(connection.alias)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None
        converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
        parts = _LIST.split(sql)
        return _Ready(
            connection, compiler, converters, tuple(parts[::2]), tuple(params), _places(params), _lists(parts)
        )

    def _said(self, ready: _Ready, actor: "Actor | None", values: dict[str, Any]) -> tuple[str, list[Any]]:
        connection, params = ready.connection, list(ready.params)
        for slot, places in ready.places.items():
            if isinstance(slot, str):
                said = self.given[slot].filled(values[slot], connection)
            else:
                said = slot.filled(cast(Actor, actor), connection)
            for place in places:
                params[place] = said
        sql = [ready.parts[-1]]
        for part, (name, place) in reversed(list(zip(ready.parts[:-1], ready.lists, strict=True))):
            params[place:place] = several = [self.given[name].filled(one, connection) for one in values[name]]
            sql += [", ".join(["%s"] * len(several)), part]
        return "".join(reversed(sql)), params


def _places(params: Collection[Any]) -> dict[Slot | str, list[int]]:
    found: dict[Slot | str, list[int]] = {}
    for place, param in enumerate(params):
        if isinstance(param, Slot | _Given):
            found.setdefault(param if isinstance(param, Slot) else param.name, []).append(place)
    return found


def _lists(parts: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """The lists by name, and before which parameter each stands."""
    before = accumulate(len(_PLACE.findall(part)) for part in parts[::2])
    return tuple(zip(parts[1::2], before, strict=False))


def prepared(**given: "Field[Any, Any] | Many") -> Callable[[Callable[P, "QuerySet[Any, Any]"]], Prepared[P]]:
    """Decorates a function that gives a `values_list` queryset: its SQL is written once and kept per thread.

    The values named here are filled in at each asking; None among them, and every other argument, is part of
    the wording, so give those few values. An actor comes first, without a name; all the rest by name.
    """
    slots = {
        name: _Given(name, said.field if isinstance(said, Many) else said, isinstance(said, Many))
        for name, said in given.items()
    }
    return lambda build: Prepared(build, slots)
