"""A rule's condition, made into SQL once for everybody and asked with each actor's own values.

The condition is the one the rule states. Only the work of writing it as SQL is kept: by rule, by what the
actor's sign-in reaches, by database. No answer is ever kept.
"""

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, NoReturn, cast

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, DateTimeField, Exists, Expression, F, Field, OuterRef, UUIDField
from django.db.models.sql.compiler import SQLCompiler

from seren.foundation.access.actors import Actor, Floor, Level
from seren.foundation.access.guarded import unguarded
from seren.foundation.access.rules import Rule, model_of

_now = threading.local()
OfActor = Callable[[Actor], Any]
_ALIAS = re.compile(r'(?<!["\w])([A-Z]{1,3}\d+)(?!["\w])')


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A place among the parameters: what to put there of the actor who asks."""

    of: OfActor
    field: "Field[Any, Any]"

    def filled(self, actor: Actor, connection: BaseDatabaseWrapper) -> Any:
        return self.field.get_db_prep_value(self.of(actor), connection, prepared=False)


class Unsaid(Expression):
    """A value of an actor nobody is yet. A reason that looks at it, and not at rows, is refused: the answer
    for one actor would be kept for all.
    """

    def __init__(self, of: OfActor, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.slot = Slot(of, field)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self.slot,)

    def __eq__(self, other: object) -> bool:
        # Django itself compares with expressions and with "", to tell an empty text.
        return self is other if isinstance(other, Expression | str) else self._refuse()

    def _refuse(self, *_others: object) -> NoReturn:
        raise TypeError("a reason that works with a value of the actor says so with `worked_out`")

    def __hash__(self) -> int:
        return id(self) if getattr(_now, "writing", False) else self._refuse()

    __lt__ = __gt__ = __le__ = __ge__ = _combine = _refuse


@contextmanager
def writing() -> Iterator[None]:
    """While a query that is whole is written as SQL: Django then keeps its expressions in a dict."""
    before, _now.writing = getattr(_now, "writing", False), True
    try:
        yield
    finally:
        _now.writing = before


@dataclass(frozen=True, slots=True)
class Anybody:
    """Stands for the actor while a condition is written: has a sign-in, and values not said yet."""

    level: Level
    fresh: bool
    at_work: bool
    person = Unsaid(lambda actor: actor.person, UUIDField())
    provider = Unsaid(lambda actor: actor.provider, UUIDField())
    at = Unsaid(lambda actor: actor.at, DateTimeField())

    def reaches(self, floor: Floor) -> bool:
        return Actor.reaches(cast(Actor, self), floor)


def worked_out(actor: Actor, of: OfActor, field: "Field[Any, Any]") -> Any:
    """For a reason that needs more than `person` and `at` as they are: a value worked out from the actor."""
    return Unsaid(of, field) if isinstance(actor, Anybody) else of(actor)


@dataclass(frozen=True, slots=True)
class Written:
    """`parts` of SQL, to be joined by the name the row has in the query; its parameters, and where among
    them each value of the actor goes.
    """

    rule: Rule
    parts: tuple[str, ...]
    params: tuple[Any, ...]
    slots: "dict[Slot, list[int]]"


_written: dict[tuple[int, Level, bool, bool, str], Written] = {}
_numbers = count()


class Decided(Expression):
    """True on the rows the rule opens to this actor."""

    conditional = True

    def __init__(self, rule: Rule, actor: Actor) -> None:
        super().__init__(output_field=BooleanField())
        self.rule, self.actor, self.row = rule, actor, F("pk")

    def get_source_expressions(self) -> list[Any]:
        return [self.row]

    def set_source_expressions(self, exprs: Any) -> None:
        (self.row,) = exprs

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        written = _as_written(self.rule, self.actor, connection)
        name = compiler.quote_name_unless_alias(cast(Any, self.row).alias)
        return name.join(written.parts), self._said(written, connection)

    def _said(self, written: "Written", connection: BaseDatabaseWrapper) -> tuple[Any, ...]:
        if isinstance(self.actor, Anybody):
            return written.params
        params = list(written.params)
        for slot, places in written.slots.items():
            said = slot.filled(self.actor, connection)
            for place in places:
                params[place] = said
        return tuple(params)

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__


def _as_written(rule: Rule, actor: Actor, connection: BaseDatabaseWrapper) -> Written:
    key = (id(rule), actor.level, actor.fresh, actor.at_work, connection.vendor)
    if key not in _written:
        _written[key] = _write(rule, Anybody(actor.level, actor.fresh, actor.at_work), connection)
    return _written[key]


def _write(rule: Rule, anybody: Anybody, connection: BaseDatabaseWrapper) -> Written:
    """Names inside get the rule's own number, so that no two conditions in one query share one."""
    model = model_of(rule)
    rows = unguarded(model).filter(rule.condition(cast(Actor, anybody)), provider_id=anybody.provider)
    if len(rows.query.alias_map) > 1:  # it joins: the joins go inside
        rows = unguarded(model).filter(Exists(rows.filter(pk=OuterRef("pk"))))
    compiler = rows.query.get_compiler(connection=connections[connection.alias])
    try:
        sql, params = compiler.compile(rows.query.where)
    except EmptyResultSet:
        return Written(rule, ("0 = 1",), (), {})
    except FullResultSet:
        return Written(rule, ("1 = 1",), (), {})
    own = _ALIAS.sub(rf"r{next(_numbers)}_\1", sql)
    table = connection.ops.quote_name(model._meta.db_table)
    return Written(
        rule, tuple(f"({own})".replace(f"{table}.", "\0.").split("\0")), tuple(params), _slots(params)
    )


def _slots(params: Sequence[Any]) -> dict[Slot, list[int]]:
    places: dict[Slot, list[int]] = {}
    for place, value in enumerate(params):
        if isinstance(value, Slot):
            places.setdefault(value, []).append(place)
    return places
