"""The contact rhythm of a child: home to setting counted apart from setting to home (E-06).

Rooms register what counts: a star, a reply with words, a message, a talk held. Never a heart, a broadcast
or a mail nobody wrote.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import QuerySet


class Direction(StrEnum):
    FROM_HOME = "from-home"
    FROM_SETTING = "from-setting"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The last exchange each way; None: none yet."""

    from_home: datetime | None
    from_setting: datetime | None


# children, until, setting (None: all) -> rows of (child id, direction, instant)
Exchanges = Callable[[Collection[UUID], datetime, UUID | None], "QuerySet[Any, tuple[UUID, str, datetime]]"]
_exchanges: list[Exchanges] = []


def register_exchange(latest: Exchanges) -> None:
    """`latest(children, until, setting)` gives the last instant of a child each way, up to `until`."""
    if latest not in _exchanges:
        _exchanges.append(latest)


def rhythm_of(children: Collection[UUID], until: datetime, setting: UUID | None = None) -> dict[UUID, Rhythm]:
    """One query per registered kind, whatever the number of children. `setting`: only its exchanges."""
    last: dict[tuple[UUID, str], datetime] = {}
    for latest in _exchanges:
        for child, direction, at in latest(children, until, setting):
            last[child, direction] = max(at, last.get((child, direction), at))
    return {
        child: Rhythm(last.get((child, Direction.FROM_HOME)), last.get((child, Direction.FROM_SETTING)))
        for child in children
    }
