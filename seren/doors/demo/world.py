"""What a built world is known by: names and nicknames, to ids. Rows are read fresh each time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import Actor, Level, SystemReason, system
from seren.foundation.kernel import clock

Ids = Mapping[str, UUID]


@dataclass(frozen=True)
class World:
    """Ids only, so that it outlives every transaction. `present` is the instant it was built up to.

    People go by the slug of their part, and everybody by name ("Dev Patel"). Children of the cast go by
    their first name, all by their whole one. Happenings go by nickname: see `seren.doors.demo.named`.
    """

    provider: UUID
    present: datetime
    people: Ids
    children: Ids
    settings: Ids
    rooms: Ids
    moments: Ids
    photos: Ids = field(default_factory=dict)
    replies: Ids = field(default_factory=dict)
    requests: Ids = field(default_factory=dict)
    steps: Ids = field(default_factory=dict)
    home_words: Ids = field(default_factory=dict)
    slip_codes: Mapping[str, str] = field(default_factory=dict)

    def actor(
        self, who: str, *, at: datetime | None = None, level: Level = Level.STRONG, fresh: bool = False
    ) -> Actor:
        """Somebody, now, as if signed in."""
        return Actor(self.people[who], self.provider, level, at or clock.now(), fresh)

    def person(self, who: str) -> Any:
        return _row("accounts.Person", self.people[who])

    def child(self, name: str) -> Any:
        return _row("families.Child", self.children[name])

    def setting(self, key: str) -> Any:
        """`pre-school`, `bryn-awel` or `club`."""
        return _row("provision.Setting", self.settings[key])

    def room(self, name: str) -> Any:
        return _row("provision.Room", self.rooms[name])

    def moment(self, nickname: str) -> Any:
        return _row("journal.Moment", self.moments[nickname])

    def photo(self, nickname: str) -> Any:
        return _row("media.Photo", self.photos[nickname])

    def reply(self, nickname: str) -> Any:
        return _row("journal.Reply", self.replies[nickname])

    def request(self, nickname: str) -> Any:
        """A wish that words go in the record."""
        return _row("journal.RecordRequest", self.requests[nickname])

    def step(self, nickname: str) -> Any:
        return _row("journal.NextStep", self.steps[nickname])


def _row(label: str, key: UUID) -> Any:
    model: Any = apps.get_model(label)
    return system(SystemReason.BUILDING, model).get(pk=key)
