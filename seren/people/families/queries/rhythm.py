"""The contact rhythm of a child: home to setting counted apart from setting to home (E-06).

Rooms register what counts: a star, a reply with words, a message, a talk held. Never a heart, a broadcast
or a mail nobody wrote.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.kernel.questions import Question, ask, question


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The last exchange each way; None: none yet."""

    from_home: datetime | None
    from_setting: datetime | None


_Row = tuple[UUID, datetime | None, datetime | None]
# children, until, setting (None: all) -> for each child its id, the last from home, the last from setting
Exchanges = Callable[[Collection[UUID], datetime, UUID | None], "QuerySet[Any, _Row]"]
_exchanges: list[Exchanges] = []


def register_exchange(latest: Exchanges) -> None:
    """`latest(children, until, setting)` gives the last instant of a child each way, up to `until`."""
    if latest not in _exchanges:
        _exchanges.append(latest)


def rhythm_of(children: Collection[UUID], until: datetime, setting: UUID | None = None) -> dict[UUID, Rhythm]:
    """One query, whatever the number of children. `setting`: only its exchanges."""
    return ask(rhythm_asked(children, until, setting))


def rhythm_asked(
    children: Collection[UUID], until: datetime, setting: UUID | None = None
) -> Question[dict[UUID, Rhythm]]:
    rows = [latest(children, until, setting) for latest in _exchanges]
    return question(partial(_rhythms, children), *rows)


def _rhythms(children: Collection[UUID], *kinds: list[_Row]) -> dict[UUID, Rhythm]:
    found = {child: Rhythm(None, None) for child in children}
    for child, from_home, from_setting in chain.from_iterable(kinds):
        held = found[child]
        found[child] = Rhythm(_later(held.from_home, from_home), _later(held.from_setting, from_setting))
    return found


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(filter(None, (one, other)), default=None)
