"""What the log says of one record: who read it, when, on which page. Nothing here asks who is looking."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Action, RecordClass
from seren.foundation.audit.models import Entry
from seren.foundation.audit.recording import AuditEvent


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody read this class of a child's record. `setting` None: the page did not say where."""

    person: UUID
    at: datetime
    record_class: RecordClass
    setting: UUID | None


def readings_of(
    child: UUID, since: datetime, until: datetime, on: Collection[tuple[Action, RecordClass]]
) -> tuple[Reading, ...]:
    """On these pages, of these classes, the latest first. One query, by the index of the child."""
    wanted = Q(pk__in=[])
    for page, record_class in on:
        wanted |= Q(page=page.value, record_class=record_class.value)
    rows = Entry.objects.filter(wanted, child_id=child, event=AuditEvent.SAW, at__gte=since, at__lt=until)
    fields = rows.order_by("-at", "-id").values_list("actor_id", "at", "record_class", "setting_id")
    return tuple(Reading(who, at, RecordClass(seen), setting) for who, at, seen, setting in fields if who)
