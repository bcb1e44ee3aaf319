"""Everything a world keeps, row by row: which tables a request wrote to, and what is otherwise there now."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import Model

# Who is signed in, and how often somebody tried: asking may write these.
NOTED = {"django_session", "usersessions_usersession", "accounts_limit"}
UNSENT = {"drafts_draft"}  # one's own words, when they could not be sent
AUDIT = {"audit_entry", "audit_waiting", "audit_seal"}
_WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+"?(\w+)', re.I)
Row = tuple[Any, ...]
Change = dict[str, tuple[list[Row], list[Row]]]  # by table: the rows that came, the rows that went


@contextmanager
def written() -> Iterator[set[str]]:
    """The tables written to meanwhile."""
    found: set[str] = set()

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if (to := _WRITES.match(sql)) and to.group(1) not in NOTED:
            found.add(to.group(1))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


class Kept:
    """A world as it stood when this was made; `where`: the kind of row each id stands for."""

    def __init__(self) -> None:
        models = [model for model in apps.get_models() if model._meta.db_table not in NOTED | AUDIT]
        self.tables = {model._meta.db_table: rows_in(model._meta.db_table) for model in models}
        self.where: dict[UUID, str] = {}
        for model in models:
            self.where |= dict.fromkeys(_keys(model), model._meta.label)

    def otherwise(self, tables: Iterable[str]) -> Change:
        """What is in these now and was not then, and the other way round."""
        found: Change = {}
        for table in sorted(set(tables) & self.tables.keys()):
            before, now = self.tables[table], rows_in(table)
            if before != now:
                found[table] = (sorted(now - before, key=repr), sorted(before - now, key=repr))
        return found


def rows_in(table: str) -> set[Row]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        return {tuple(map(_still, row)) for row in cursor.fetchall()}


def tells_of(row: Row, key: UUID) -> bool:
    return any(key.hex in str(value).replace("-", "") for value in row if value is not None)


def _still(value: Any) -> Any:
    """One that can be kept in a set: what JSON holds, by how it is written."""
    return repr(value) if isinstance(value, (list, dict, memoryview)) else value


def _keys(model: type[Model]) -> set[UUID]:
    found = model._base_manager.values_list("pk", flat=True)
    return {key for key in found if isinstance(key, UUID)}
