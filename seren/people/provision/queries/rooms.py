"""Who belongs to a room. Rooms above this one say it of those they keep there."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import SystemReason, system
from seren.people.provision.models import Membership

Kept = Callable[[UUID, datetime], Iterable[str]]
_KEPT: list[Kept] = []


def register_kept_in(names: Kept) -> None:
    """`names` of all who are in a room at an instant, or will be."""
    _KEPT.append(names)


def still_in(room: UUID, at: datetime) -> tuple[str, ...]:
    """The names of all who belong to it: now, from a day to come, or until one."""
    return tuple(name for names in _KEPT for name in names(room, at))


def _staff(room: UUID, at: datetime) -> Iterable[str]:
    going_on = Q(until_at__isnull=True) | Q(until_at__gt=at)
    rows = system(SystemReason.DECIDING, Membership).filter(going_on, room=room).order_by("from_at", "id")
    names = rows.values_list("person__given_name", "person__family_name")
    return dict.fromkeys(f"{given} {family}" for given, family in names)


register_kept_in(_staff)
