"""What rooms declare: a kind of deadline, the rule it runs by, and who hears of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from seren.foundation.deadlines.terms import Due
from seren.foundation.rules import door as rules

Tell = Callable[[Due, datetime], None]
OpenDays = Callable[[UUID], Callable[[date], bool]]


class UnknownKind(LookupError):
    """No room has registered such a kind."""


class NoCalendar(LookupError):
    """A rule counts open days, and nobody has registered which days a setting is open."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`tell` is called once, by the sweep, when the day has passed; `remind` once on the way, where the
    rule has a reminder. Both run in the transaction that marks them done, so they queue and send nothing.
    """

    code: str
    rule_id: str
    tell: Tell | None = None
    remind: Tell | None = None
    nations: tuple[str, ...] = rules.NATIONS


_kinds: dict[str, Kind] = {}
_open_days: list[OpenDays] = []


def register(kind: Kind) -> Kind:
    """From a room's `ready()`. The rule is then checked at start like any other that code needs."""
    if _kinds.get(kind.code, kind) != kind:
        raise ValueError(f"two kinds of deadline are called {kind.code}")
    rules.need(kind.rule_id, *kind.nations)
    _kinds[kind.code] = kind
    return kind


def kind_of(code: str) -> Kind:
    if code not in _kinds:
        raise UnknownKind(code)
    return _kinds[code]


def kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())


def register_open_days(open_days: OpenDays) -> None:
    """From provision: a function from a setting to a function that tells whether it is open on a day."""
    _open_days[:] = [open_days]


def day_counter(setting: UUID, counting: str) -> Callable[[date], bool]:
    """Which days count for a rule: the setting's open days, or working days."""
    if counting != rules.Counting.OPEN:
        return rules.working_day
    if not _open_days:
        raise NoCalendar("register_open_days has not been called")
    return _open_days[0](setting)
