"""What a rule says: a number or a time of day, how it is counted, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

NATIONS = ("england", "wales")


class NoRule(LookupError):
    """No such rule is in force in that nation on that day."""


class Force(StrEnum):
    """Domain.md 0.4. `must` and `should` are law or guidance; `policy` a sector's habit; `product` ours."""

    MUST = "must"
    SHOULD = "should"
    POLICY = "policy"
    PRODUCT = "product"


class Counting(StrEnum):
    """How days run from a start to a due date. `docs/mechanisms/deadlines.md` has an example of each."""

    CALENDAR = "calendar"
    INCLUSIVE = "inclusive"
    CLEAR = "clear"
    WORKING = "working"
    OPEN = "open"
    MONTH_TO_DATE = "month_to_date"
    HOURS = "hours"
    NONE = "none"


class Unit(StrEnum):
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    MINUTES = "minutes"
    SECONDS = "seconds"
    TERMS = "terms"
    COUNT = "count"
    PER_YEAR = "per-year"
    PERCENT = "percent"
    MONTH = "month"
    TIME = "time"


class Starts(StrEnum):
    """What a clock runs from."""

    RECEIPT = "receipt"
    REQUEST = "request"
    INCIDENT = "incident"
    KNOWING = "knowing"
    START = "start"
    BIRTH = "birth"
    NOTICE = "notice"
    MEETING = "meeting"
    REVIEW = "review"
    DECISION = "decision"
    LEAVING = "leaving"
    CLOSURE = "closure"
    LAST_USE = "last-use"
    LAST_WORD = "last-word"
    MADE = "made"


class Confidence(StrEnum):
    """`sourced` was read; high, middle and low were not checked; `own` is a choice of ours."""

    SOURCED = "sourced"
    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"
    OWN = "own"


class Needs(StrEnum):
    """What an extension stands on besides its reason."""

    REASON = "reason"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Extension:
    """May be made once, before the clock ends. `value` is in the unit of the rule."""

    value: int
    needs: Needs


ELAPSED = (Unit.HOURS, Unit.MINUTES, Unit.SECONDS)


@dataclass(frozen=True, slots=True)
class Value:
    """A rule as it stands on a day. `soon` counts days after the start; `remind` is a per cent of the way."""

    rule_id: str
    value: int | time
    unit: Unit
    counting: Counting
    force: Force
    citation: str
    confidence: Confidence
    basis: str = ""
    clock: str = ""
    starts: Starts | None = None
    extension: Extension | None = None
    pauses: bool = False
    soon: int | None = None
    remind: int | None = None

    @property
    def number(self) -> int:
        if not isinstance(self.value, int):
            raise TypeError(f"{self.rule_id} is a time of day, not a number")
        return self.value

    @property
    def at(self) -> time:
        """The London time of day."""
        if not isinstance(self.value, time):
            raise TypeError(f"{self.rule_id} is a number, not a time of day")
        return self.value

    @property
    def elapsed(self) -> timedelta:
        """The length of time, for rules in hours, minutes or seconds."""
        if self.unit not in ELAPSED:
            raise TypeError(f"{self.rule_id} is counted in {self.unit}")
        return timedelta(**{self.unit.value: self.number})

    @property
    def to_check(self) -> bool:
        """Shown to the setting as something to check, never as law."""
        return self.confidence in (Confidence.MIDDLE, Confidence.LOW)

    @property
    def shown(self) -> str:
        return f"{self.value:%H:%M}" if isinstance(self.value, time) else str(self.value)


@dataclass(frozen=True, slots=True)
class Version:
    """One rule as one pack has it, for the nations and the days it is in force (last day included)."""

    nations: tuple[str, ...]
    edition: str
    from_day: date
    to_day: date | None
    value: Value
    bounds: tuple[int, int] | None
    words: Mapping[str, str]

    def holds(self, on: date) -> bool:
        return self.from_day <= on and (self.to_day is None or on <= self.to_day)

    def meets(self, other: "Version") -> bool:
        """Both would be in force on one day in one nation."""
        if self.value.rule_id != other.value.rule_id or not set(self.nations) & set(other.nations):
            return False
        return self.from_day <= (other.to_day or date.max) and other.from_day <= (self.to_day or date.max)
