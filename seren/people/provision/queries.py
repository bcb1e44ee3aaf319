"""What can be read of settings and staff."""

from datetime import datetime
from uuid import UUID

from seren.foundation.access.door import SystemReason, in_force, system
from seren.people.provision.models import Membership, Room
from seren.people.provision.terms import WITH_CHILDREN


def rooms_of_setting(setting: UUID) -> set[UUID]:
    """Ids of the rooms of a setting."""
    return set(system(SystemReason.DECIDING, Room).filter(setting=setting).values_list("id", flat=True))


def works_with_children(person: UUID, setting: UUID, at: datetime) -> bool:
    """Whether somebody holds a role with children there at that instant, statement given or to come."""
    held = system(SystemReason.DECIDING, Membership).filter(in_force(at), person=person, setting=setting)
    return held.filter(role__in=list(WITH_CHILDREN)).exists()
