"""Where promises are kept: one setting on one day, with its own numbers. Provision says which there are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules

YEAR, KEPT, AT_RISK = (rules.need(rule) for rule in ("year.begins", "promise.kept", "promise.at-risk"))


@dataclass(frozen=True, slots=True)
class Place:
    """A setting as its promises are measured: its nation picks the rules, its own numbers lie over them."""

    setting: UUID
    provider: UUID
    nation: str


Places = Callable[[], Iterable[Place]]
_places: list[Places] = []


class NoPlaces(LookupError):
    """Nobody has said which settings there are, or there is none of this id."""


def register_places(places: Places) -> None:
    """From provision's `ready()`."""
    _places[:] = [places]


def places() -> tuple[Place, ...]:
    if not _places:
        raise NoPlaces("register_places has not been called")
    return tuple(_places[0]())


def place_of(setting: UUID) -> Place:
    for place in places():
        if place.setting == setting:
            return place
    raise NoPlaces(str(setting))


@dataclass(frozen=True)
class Day:
    """What a measure is given: the place, the instant, and the numbers in force that day."""

    place: Place
    now: datetime
    today: date = field(init=False)
    numbers: rules.Settled = field(init=False)

    def __post_init__(self) -> None:
        today = clock.day_of(self.now)
        object.__setattr__(self, "today", today)
        object.__setattr__(self, "numbers", rules.settled(self.place.setting, self.place.nation, today))

    @property
    def setting(self) -> UUID:
        return self.place.setting

    def number(self, rule_id: str) -> int:
        return self.numbers.value(rule_id).number

    @property
    def year_began(self) -> date:
        """The first day of the year that today lies in: 1 September, by the product pack."""
        month = self.number(YEAR)
        year = self.today.year if self.today.month >= month else self.today.year - 1
        return date(year, month, 1)

    @property
    def year_began_at(self) -> datetime:
        return clock.at_london(self.year_began)
