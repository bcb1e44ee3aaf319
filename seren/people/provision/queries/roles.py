"""Which roles some people held, and when: for telling what somebody was at an instant that is past."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel.questions import Question, question
from seren.people.provision.models import Membership
from seren.people.provision.terms import Role


@dataclass(frozen=True, slots=True)
class Held:
    """One role of one adult at one setting: from its statement on, if it was given."""

    person: UUID
    setting: UUID
    room: UUID | None
    role: Role
    from_at: datetime
    until_at: datetime | None

    def at(self, instant: datetime) -> bool:
        return self.from_at <= instant and (self.until_at is None or instant < self.until_at)


def roles_asked(people: Collection[UUID]) -> Question[tuple[Held, ...]]:
    """The caller has asked who may know. Roles without a statement opened nothing, and are not here."""
    rows = system(SystemReason.SHOWING, Membership).filter(person__in=people, statement_at__isnull=False)
    fields = ("person_id", "setting_id", "room_id", "role", "from_at", "statement_at", "until_at")
    return question(
        lambda found: tuple(
            Held(person, setting, room, Role(role), max(from_at, stated), until)
            for person, setting, room, role, from_at, stated, until in found
        ),
        rows.order_by("from_at", "id").values_list(*fields),
    )
