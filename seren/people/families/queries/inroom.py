"""The children a room still keeps: for whoever wants to close it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import SystemReason, system
from seren.people.families.models import Enrolment


def names_in_room(room: UUID, at: datetime) -> Iterable[str]:
    """What the children are called whose place there has not ended."""
    going_on = Q(until_at__isnull=True) | Q(until_at__gt=at)
    rows = system(SystemReason.DECIDING, Enrolment).filter(going_on, room=room)
    return rows.order_by("child__known_as", "id").values_list("child__known_as", flat=True)
