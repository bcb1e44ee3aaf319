"""SQL that was written once: where each value goes that is said at every asking, and how it is put there."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, cast

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, Field

from seren.foundation.access.actors import Actor
from seren.foundation.access.compiled import Slot

Row = tuple[Any, ...]
_PLACE = re.compile(r"(?<!%)(?:%%)*%s")
_WORD = re.compile(r"[a-zA-Z][\w.-]{0,40}", re.ASCII)
_LIST = re.compile("\0(\\w+)\0")


@dataclass(frozen=True, slots=True)
class Many:
    """Says of a value that it is several, for `…__in=`. Where there are none, nothing is asked."""

    field: "Field[Any, Any]"


class Given(Expression):
    """A value that is known when the query is asked. Whatever would look at it before fails."""

    def __init__(self, name: str, field: "Field[Any, Any]", several: bool) -> None:
        super().__init__(output_field=field)
        self.name, self.several = name, several

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return (f"(\0{self.name}\0)", ()) if self.several else ("%s", (self,))

    def filled(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        return self.output_field.get_db_prep_value(value, connection)


def givens(named: "Mapping[str, Field[Any, Any] | Many]") -> dict[str, Given]:
    return {
        name: Given(name, said.field if isinstance(said, Many) else said, isinstance(said, Many))
        for name, said in named.items()
    }


@dataclass(frozen=True, slots=True)
class Wording:
    """SQL in parts between its lists; its parameters; and which of them are said at each asking."""

    connection: BaseDatabaseWrapper
    parts: tuple[str, ...]
    params: Row
    places: dict[Slot | str, list[int]]
    lists: tuple[tuple[str, int], ...]
    given: dict[str, Given]

    def asks(self, values: Mapping[str, Any]) -> bool:
        """Whether each of its lists has something in it."""
        return all(values[name] for name, _place in self.lists)

    def said(self, actor: "Actor | None", values: Mapping[str, Any]) -> tuple[str, list[Any]]:
        params = list(self.params)
        for slot, places in self.places.items():
            if isinstance(slot, str):
                said = self.given[slot].filled(values[slot], self.connection)
            else:
                said = slot.filled(cast(Actor, actor), self.connection)
            for place in places:
                params[place] = said
        sql = [self.parts[-1]]
        for part, (name, place) in reversed(list(zip(self.parts[:-1], self.lists, strict=True))):
            several = [self.given[name].filled(one, self.connection) for one in values[name]]
            params[place:place] = several
            sql += [", ".join(["%s"] * len(several)), part]
        return "".join(reversed(sql)), params


def worded(
    connection: BaseDatabaseWrapper, sql: str, params: Sequence[Any], given: dict[str, Given]
) -> Wording:
    sql, params = _with_constants(sql, params)
    parts = _LIST.split(sql)
    return Wording(connection, tuple(parts[::2]), tuple(params), _places(params), _lists(parts), given)


def _with_constants(sql: str, params: Sequence[Any]) -> tuple[str, list[Any]]:
    """What no asking changes stands in the SQL itself: so a database knows which of its partial indexes
    serves, and SQLite need not plan the statement again each time a value is bound.
    """
    said, left, at = [], [], 0
    for place, param in zip(_PLACE.finditer(sql), params, strict=True):
        if (literal := _literal(param)) is None:
            left.append(param)
        else:
            said += [sql[at : place.end() - 2], literal]
            at = place.end()
    return "".join([*said, sql[at:]]), left


def _literal(param: Any) -> str | None:
    """A number, or a plain word of ours. All else stays a parameter."""
    if isinstance(param, int) and not isinstance(param, bool):
        return str(int(param))
    word = _WORD.fullmatch(param) if isinstance(param, str) else None
    return f"'{word[0]}'" if word else None


def _places(params: Collection[Any]) -> dict[Slot | str, list[int]]:
    found: dict[Slot | str, list[int]] = {}
    for place, param in enumerate(params):
        if isinstance(param, Slot | Given):
            found.setdefault(param if isinstance(param, Slot) else param.name, []).append(place)
    return found


def _lists(parts: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """The lists by name, and before which parameter each stands."""
    before = accumulate(len(_PLACE.findall(part)) for part in parts[::2])
    return tuple(zip(parts[1::2], before, strict=False))
