"""Hill Lane: a provider, one setting, and kinds of clock as rooms would register them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from seren.foundation.access.door import Actor, Level, SystemReason, system
from seren.foundation.audit import door as audit
from seren.foundation.deadlines import door as deadlines
from seren.foundation.deadlines import kinds
from seren.foundation.deadlines.models import Deadline
from seren.foundation.kernel import clock, ids
from seren.foundation.kernel import db as sections
from seren.foundation.rules import door as rules
from seren.people.provision.models import Provider


class Happened(audit.Event):
    DONE = "test.done", "did it"


@dataclass
class World:
    """`told` and `reminded` hold what the sweep told, in its order."""

    provider: Provider
    setting: UUID = field(default_factory=ids.new)
    told: list[deadlines.Due] = field(default_factory=list)
    reminded: list[deadlines.Due] = field(default_factory=list)
    mute: set[UUID] = field(default_factory=set)

    def star(self) -> Provider:
        """A subject: whatever has an id and a provider may have a clock."""
        return Provider(id=ids.new(), provider_id=self.provider.id, name="A star", made_at=clock.now())

    def open(self, kind: str, start: Any, subject: Any = None, *, nation: str = "england") -> Any:
        subject = subject or self.star()
        with self.verb():
            deadlines.open_deadline(
                kind,
                subject,
                provider=self.provider.id,
                setting=self.setting,
                nation=nation,
                start=start,
            )
        return subject

    @contextmanager
    def verb(self) -> Iterator[None]:
        """A section as a verb has it: with its own record."""
        with sections.writing():
            audit.record(None, Happened.DONE, self.provider, now=clock.now())
            yield

    def row(self, subject: Any) -> Deadline:
        return system(SystemReason.MENDING, Deadline).get(subject_id=subject.pk)

    @property
    def anwen(self) -> Actor:
        return Actor(ids.new(), self.provider.id, Level.STRONG, clock.now())

    def tell(self, due: deadlines.Due, at: datetime) -> None:
        if due.subject_id in self.mute:
            raise RuntimeError("nobody there")
        self.told.append(due)

    def remind(self, due: deadlines.Due, at: datetime) -> None:
        self.reminded.append(due)


def open_at_hill_lane(day: date) -> bool:
    """Closed for the half term of May."""
    return rules.working_day(day) and not date(2025, 5, 26) <= day <= date(2025, 5, 30)


@pytest.fixture
def world(now: datetime, monkeypatch: pytest.MonkeyPatch) -> World:
    """For tests marked `django_db`. The kinds are forgotten again afterwards."""
    provider = Provider(id=ids.new(), name="Hill Lane", made_at=now)
    provider.provider_id = provider.id
    provider.save(force_insert=True)
    world = World(provider)
    monkeypatch.setattr(kinds, "_kinds", {})
    monkeypatch.setattr(kinds, "_open_days", [lambda setting: open_at_hill_lane])
    for code, rule, nations in (
        ("test.thanks", "star.acknowledge", rules.NATIONS),
        ("test.complaint", "complaint.outcome", ("england",)),
        ("test.worry", "complaint.local-resolution", ("wales",)),
        ("test.access", "access-request.answer", rules.NATIONS),
        ("test.caution", "caution.decide", rules.NATIONS),
        ("test.breach", "breach.report", rules.NATIONS),
        ("test.accident", "told.accident", rules.NATIONS),
    ):
        deadlines.register(deadlines.Kind(code, rule, world.tell, world.remind, nations))
    deadlines.register(deadlines.Kind("test.quiet", "order.review"))
    return world
