"""Which roles some people held, and when: for telling what somebody was at an instant that is past."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.kernel.questions import Question, question
from seren.people.provision.models import Membership, Setting
from seren.people.provision.policies import ProvisionAction
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


def settings_led(actor: Actor) -> frozenset[UUID]:
    """Where the actor leads or keeps safeguarding."""
    rows = visible(actor, ProvisionAction.OVERSEE_SETTING, Setting)
    return frozenset(rows.values_list("pk", flat=True))


def ever_at(settings: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Everybody who holds or held a role at one of these settings, and at which of them."""
    rows = system(SystemReason.SHOWING, Membership).filter(setting__in=settings)
    found: dict[UUID, frozenset[UUID]] = {}
    for person, setting in rows.values_list("person_id", "setting_id"):
        found[person] = found.get(person, frozenset()) | {setting}
    return found
