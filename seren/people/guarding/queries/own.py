"""Which children are somebody's own at work: families know, and say so here."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from seren.foundation.access.door import Actor

# The children this adult looks after: ids by `values_list`, each once.
Own = Callable[[Actor], "QuerySet[Any, Any]"]
_own: list[Own] = []


def register_own(own: Own) -> None:
    """Called once, by the room that knows children. Until then nobody has any."""
    _own[:] = [own]


def own_children(actor: Actor) -> "QuerySet[Any, Any] | None":
    return _own[0](actor) if _own else None
