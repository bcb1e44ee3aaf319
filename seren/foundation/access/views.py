"""What every address must say of itself: the action it declares and the class of record it shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from seren.foundation.access.classes import RecordClass
from seren.foundation.access.rules import Action


@dataclass(frozen=True, slots=True)
class Declared:
    """An address as `seren routes` prints it. `action` is None where nobody has declared one."""

    path: str
    name: str
    action: Action | None
    record_class: RecordClass | None


_elsewhere: dict[str, tuple[Action, RecordClass]] = {}


def declare_view(name: str, action: Action, record_class: RecordClass) -> None:
    """Declare a view we did not write (sign-in library, API pages), by its URL name."""
    _elsewhere[name] = (action, record_class)


def declares(action: Action, record_class: RecordClass) -> Callable[[Any], Any]:
    """Decorate a plain view function with what it declares."""

    def mark(view: Any) -> Any:
        view.action, view.record_class = action, record_class
        return view

    return mark


def routes() -> Iterator[Declared]:
    """Every address of the product."""
    yield from _walk(get_resolver().url_patterns, "/", "")


def _walk(patterns: list[Any], path: str, space: str) -> Iterator[Declared]:
    for pattern in patterns:
        here = path + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, here, inner)
        elif isinstance(pattern, URLPattern):
            yield _declared(here, f"{space}{pattern.name or ''}", pattern.callback)


def _declared(path: str, name: str, callback: Any) -> Declared:
    view = getattr(callback, "view_class", callback)
    action, record_class = getattr(view, "action", None), getattr(view, "record_class", None)
    if action is None and name in _elsewhere:
        action, record_class = _elsewhere[name]
    return Declared(path, name, action, record_class)
