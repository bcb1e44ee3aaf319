"""What stands at the setting now, read at once: a fixed number of queries, however long the list."""

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Actor, Doer, SystemReason, system, visible
from seren.people.families.models import (
    Booking,
    Child,
    Enrolment,
    Guardianship,
    Household,
    HouseholdMember,
    ImportedRef,
    KeyPerson,
    Lives,
)
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import ImportedKind, KeyKind

Codes = set[tuple[int, str]]


class Here:
    """Facts of children, ties and homes as they stand, by ids."""

    def __init__(self, setting: UUID, actor: Doer, now: datetime) -> None:
        places = _rows(Enrolment).filter(Q(until_at__isnull=True) | Q(until_at__gt=now), setting=setting)
        children = _rows(Enrolment).filter(setting=setting).values("child")
        self.places = {place.child_id: place for place in places.select_related("room").order_by("from_at")}
        ties = _rows(Guardianship).filter(child__in=children, until_at__isnull=True)
        self.ties: dict[tuple[UUID, UUID], Guardianship] = {(tie.child_id, tie.adult_id): tie for tie in ties}
        key_people = _rows(KeyPerson).filter(setting=setting, kind=KeyKind.KEY, until_at__isnull=True)
        self.key_people: dict[UUID, UUID] = dict(key_people.values_list("child_id", "person_id"))
        self.sessions: dict[UUID, Codes] = defaultdict(set)
        booked = _rows(Booking).filter(setting=setting, until_day__isnull=True)
        for child, weekday, code in booked.values_list("child_id", "weekday", "session__code"):
            self.sessions[child].add((weekday, code))
        self._homes(setting)
        self._allowed(actor, setting)

    def _homes(self, setting: UUID) -> None:
        refs = _rows(ImportedRef).filter(setting=setting, kind=ImportedKind.HOUSEHOLD).values("household")
        members = _rows(HouseholdMember).filter(household__in=refs, until_at__isnull=True)
        self.members: set[tuple[UUID, UUID]] = set(members.values_list("household_id", "person_id"))
        lives = _rows(Lives).filter(household__in=refs, until_at__isnull=True)
        self.lives: dict[tuple[UUID, UUID], str] = {
            (child, household): pattern
            for child, household, pattern in lives.values_list("child_id", "household_id", "pattern")
        }

    def _allowed(self, actor: Doer, setting: UUID) -> None:
        """Whose pages and which addresses this actor may change; None: all, at the console."""
        self._children: set[UUID] | None = None
        self._addresses: set[UUID] | None = None
        if isinstance(actor, Actor):
            own = visible(actor, FamilyAction.KEEP_RECORD, Child)
            self._children = set(own.values_list("pk", flat=True))
            homes = visible(actor, FamilyAction.CHANGE_HOUSEHOLD, Household)
            self._addresses = set(homes.values_list("pk", flat=True))

    def may_keep(self, child: UUID) -> bool:
        return self._children is None or child in self._children

    def may_move(self, household: UUID) -> bool:
        return self._addresses is None or household in self._addresses


def _rows(model: type[Any]) -> Any:
    return system(SystemReason.IMPORTING, model)
