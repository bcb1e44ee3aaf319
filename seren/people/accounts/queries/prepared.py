"""A query built once and asked many times, with the values left open.

Building a query with several conditions costs Django some milliseconds; asking SQLite costs a tenth of one. A
request cannot afford the first before it has begun, so the SQL of such a query is kept per thread.
"""

import threading
from collections.abc import Callable, Iterable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Field, QuerySet


class Slot(Expression):
    """A value that is known when the query is asked. Anything that would look at it before fails."""

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


class Prepared:
    """`build` gives a `values_list` queryset with slots in it. `forget` when what it is made of changes."""

    def __init__(self, build: Callable[[], "QuerySet[Any, Any]"]) -> None:
        self.build = build
        self.kept = threading.local()

    def forget(self) -> None:
        self.kept = threading.local()

    def ask(self, **values: Any) -> Iterable[tuple[Any, ...]]:
        connection = connections[DEFAULT_DB_ALIAS]
        compiler, sql, params, converters = self._ready(connection)
        with connection.cursor() as cursor:
            cursor.execute(sql, [_filled(param, values, connection) for param in params])
            rows = cursor.fetchall()
        return [tuple(row) for row in compiler.apply_converters(rows, converters)] if rows else []

    def _ready(self, connection: Any) -> Any:
        ready = getattr(self.kept, "ready", None)
        if ready is None or ready[0].connection is not connection:
            compiler: Any = self.build().query.get_compiler(connection.alias)
            sql, params = compiler.as_sql()
            converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
            ready = self.kept.ready = (compiler, sql, params, converters)
        return ready


def _filled(param: Any, values: dict[str, Any], connection: Any) -> Any:
    if not isinstance(param, Slot):
        return param
    return param.output_field.get_db_prep_value(values[param.name], connection)
