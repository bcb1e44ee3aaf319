"""What a job may carry: ids. A row, a name, an address or a sentence has no business in a queue."""

import inspect
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from uuid import UUID

Id = str | int | UUID | date
Packed = dict[str, str | int]

_SLUG = re.compile(r"[A-Za-z0-9_.:-]{1,64}\Z")


class NotAnId(TypeError):
    """Something that is no id, slug, number or date was handed to a job."""


def _slug(value: Id) -> str:
    if not isinstance(value, str) or not _SLUG.match(value):
        raise NotAnId("a job takes slugs of up to 64 letters, not text")
    return value


def _number(value: Id) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise NotAnId(f"{type(value).__name__} is no number")
    return value


def _uuid(value: Id) -> UUID:
    try:
        return value if isinstance(value, UUID) else UUID(_slug(value))
    except ValueError as wrong:
        raise NotAnId("this is no UUID") from wrong


def _date(value: Id) -> date:
    if isinstance(value, datetime):
        raise NotAnId("a job takes a day, not an instant")
    try:
        return value if isinstance(value, date) else date.fromisoformat(_slug(value))
    except ValueError as wrong:
        raise NotAnId("this is no date") from wrong


_READERS: dict[object, Callable[[Id], Id]] = {str: _slug, int: _number, UUID: _uuid, date: _date}


def taken_by(function: Callable[..., object]) -> dict[str, Callable[[Id], Id]]:
    """How each argument of a job function is read. It takes keywords only: `now`, and ids.

    Raises NotAnId for a parameter that could carry anything else.
    """
    readers: dict[str, Callable[[Id], Id]] = {}
    parameters = dict(inspect.signature(function, eval_str=True).parameters)
    now = parameters.pop("now", None)
    if now is None or now.annotation is not datetime:
        raise NotAnId("a job function takes `now: datetime`")
    for name, parameter in parameters.items():
        if parameter.kind is not parameter.KEYWORD_ONLY or parameter.annotation not in _READERS:
            raise NotAnId(f"{name}: a job takes keyword-only str, int, UUID or date")
        readers[name] = _READERS[parameter.annotation]
    return readers


def read(readers: Mapping[str, Callable[[Id], Id]], ids: Mapping[str, Id]) -> dict[str, Id]:
    """The ids as the function wants them. Raises NotAnId."""
    if set(ids) != set(readers):
        raise NotAnId(f"takes {sorted(readers)}, was given {sorted(ids)}")
    return {name: readers[name](value) for name, value in ids.items()}


def packed(ids: Mapping[str, Id]) -> Packed:
    return {name: value if isinstance(value, int) else _written(value) for name, value in ids.items()}


def _written(value: Id) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
