"""What everybody who builds the world shares: who is there already, which day it is, chance."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from seren.doors.demo.calendar import Calendar
from seren.doors.demo.chance import chance
from seren.doors.demo.diary import Diary
from seren.doors.demo.spec import Kid, Worker
from seren.foundation.access.door import Actor, Level, Operator
from seren.foundation.kernel import clock

Row = Any  # a model's row: other rooms' models are their own affair


@dataclass
class Stage:
    """`present` is the instant the world has come to. Rows are kept as the verbs returned them."""

    size: str
    seed: int
    present: datetime
    calendars: dict[str, Calendar]
    provider: UUID = field(default_factory=lambda: UUID(int=0))
    diary: Diary = field(default_factory=Diary)
    settings: dict[str, Row] = field(default_factory=dict)
    rooms: dict[str, Row] = field(default_factory=dict)
    sessions: dict[tuple[str, str], Row] = field(default_factory=dict)
    people: dict[str, Row] = field(default_factory=dict)
    homes: dict[str, Row] = field(default_factory=dict)
    workers: dict[str, Worker] = field(default_factory=dict)
    children: dict[str, Row] = field(default_factory=dict)
    kids: dict[str, Kid] = field(default_factory=dict)
    found: dict[str, dict[str, UUID]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return clock.day_of(self.present)

    def operator(self, at: datetime) -> Operator:
        return Operator(self.provider, at)

    def actor(self, who: str, at: datetime) -> Actor:
        return Actor(self.people[who].pk, self.provider, Level.STRONG, at)

    def chance(self, *topic: object) -> Random:
        return chance(self.seed, self.size, self.today, *topic)

    def days_ago(self, days: int, hour: int = 9, minute: int = 0) -> datetime:
        """That many days before today, on a London clock."""
        return clock.at_london(self.today - timedelta(days=days), hour, minute)

    def open_day(self, before: int, setting: str = "pre-school") -> date:
        """The open day so many open days before today; 0 is today."""
        return self.calendars[setting].open_day_before(self.today, before)

    def first_open_day(self, days_ago: int, setting: str) -> date:
        """The first open day on or after that many days ago (or ahead, where it is less than 0)."""
        day = self.today - timedelta(days=days_ago)
        calendar = self.calendars[setting]
        return next((one for one in calendar.open_days(day, day + timedelta(days=130))), day)

    def born(self, kid: Kid) -> date:
        """So many months ago, on a day of the month that is the child's own."""
        months = self.today.year * 12 + self.today.month - 1 - kid.months
        return date(months // 12, months % 12 + 1, 1 + sum(map(ord, kid.name)) % 28)

    def keep(self, kind: str, nickname: str, key: UUID) -> None:
        if nickname:
            self.found.setdefault(kind, {})[nickname] = key

    def later(self, at: datetime, act: Callable[[datetime], None]) -> None:
        """Write into the diary what happens at that instant. Nothing happens after the present."""
        if at <= self.present:
            self.diary.write(at, act)
