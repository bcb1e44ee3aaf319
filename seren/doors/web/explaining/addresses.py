"""An address as it was typed: which page lies there, which rule it declares, which rows of it are meant."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.urls import Resolver404, resolve

from seren.foundation.access.door import (
    Action,
    RecordClass,
    Rule,
    SystemReason,
    declared,
    model_of,
    system,
)
from seren.foundation.kernel import ids


class NoAddress(ValueError):
    """What was typed begins like no address. The message says what an address looks like."""


@dataclass(frozen=True)
class Address:
    """`rows` are those of the rule's model that the address names; none on a page that lists."""

    path: str
    query: str
    match: Any  # None where no page lies there
    action: Action | None = None
    record_class: RecordClass | None = None
    rule: Rule | None = None
    rows: tuple[UUID, ...] = ()

    @property
    def is_button(self) -> bool:
        """It only takes what is sent: looking at it answers as if it were not there."""
        view = getattr(self.match.func, "view_class", None) if self.match else None
        return view is not None and not hasattr(view, "get")


def read(word: str) -> Address:
    """Raises NoAddress for what is no address of ours."""
    parts = urlsplit(word)
    if not parts.path.startswith("/"):
        raise NoAddress(f"{word!r} is no address. It begins with a slash: /stars/ or http://…/stars/")
    try:
        match = resolve(parts.path)
    except Resolver404:
        return Address(parts.path, parts.query, None)
    view = getattr(match.func, "view_class", match.func)
    action = getattr(view, "action", None)
    rule = declared().get(action) if action is not None else None
    record_class = getattr(view, "record_class", None)
    held = rule if isinstance(rule, Rule) else None
    rows = _rows(held, match.kwargs) if held else ()
    return Address(parts.path, parts.query, match, action, record_class, held, rows)


def _rows(rule: Rule, said: dict[str, Any]) -> tuple[UUID, ...]:
    """By the row's own id, or by the row it hangs on: a star's page asks of each child in the star."""
    model = model_of(rule)
    every = system(SystemReason.MENDING, model)
    fields = {field.name for field in model._meta.fields}
    for name, word in said.items():
        key = word if isinstance(word, UUID) else ids.parse(str(word))
        if key is not None and every.filter(pk=key).exists():
            return (key,)
        if key is not None and name in fields:
            return tuple(every.filter(**{name: key}).order_by("pk").values_list("pk", flat=True))
    return ()
