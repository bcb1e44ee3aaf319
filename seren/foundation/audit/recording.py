"""Writing entries: `record` within a verb's transaction, `saw` before the bytes of a page leave."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from seren.foundation.access.door import Actor, Doer, RecordClass
from seren.foundation.audit import codes
from seren.foundation.audit.models import Entry, Event, Waiting
from seren.foundation.kernel import db


class AuditEvent(Event):
    SAW = "audit.saw", "read a record"


class Withheld(Exception):
    """The page is not shown: this adult was shown as many children as is right within the hour.

    `step_up`: it opens once they have shown again that it is them.
    """

    def __init__(self, *, step_up: bool) -> None:
        super().__init__()
        self.step_up = step_up


_unwatched: ContextVar[bool] = ContextVar("unwatched", default=False)


@contextmanager
def unwatched() -> Iterator[None]:
    """Within this nobody is told of the children shown: a page is asked only whether it would open."""
    token = _unwatched.set(True)
    try:
        yield
    finally:
        _unwatched.reset(token)


# Told of every child about to be shown to somebody, and on which page, before the bytes leave. May raise
# Withheld: then nothing is shown and nothing is noted.
Watch = Callable[[Actor, Collection[UUID], str], None]
_watches: list[Watch] = []


def register_watch(watch: Watch) -> None:
    """Called at start by whoever counts what is read."""
    if watch not in _watches:
        _watches.append(watch)


def record(
    actor: Doer | None,
    event: Event,
    subject: models.Model,
    *,
    now: datetime,
    provider: UUID | None = None,
    setting: UUID | None = None,
    child: UUID | None = None,
    details: Mapping[str, Any] | None = None,
) -> None:
    """Say what happened, in the verb's own transaction. `actor` None is Seren itself (a sweep).

    `details` holds ids, enums and counts, never words of a person. `provider` is needed only where the
    subject carries none.
    """
    entry = Entry(
        provider_id=provider or subject.provider_id,  # type: ignore[attr-defined]
        setting_id=setting,
        at=now,
        actor_id=actor.person if isinstance(actor, Actor) else None,
        event=event.value,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        child_id=child,
        details=dict(details or {}),
    )
    _keep([entry])
    db.note_recorded()


def saw(
    actor: Actor,
    sightings: Iterable[tuple[RecordClass, UUID]],
    *,
    page: str,
    setting: UUID | None = None,
    whose: Collection[UUID] = (),
    counted: bool = True,
) -> None:
    """Somebody read these classes of these children on this page: one entry for each pair, once a request.

    Written in a short transaction of its own, before the page's bytes leave. `whose`: children shown beside
    them whose classes need no entry; whoever counts is told of all. Raises Withheld.
    """
    sightings = list(sightings)
    shown = {child for _, child in sightings}.union(whose)
    for watch in _watches if shown and counted and not _unwatched.get() else ():
        watch(actor, shown, page)
    entries = [
        Entry(
            provider_id=actor.provider,
            setting_id=setting,
            at=actor.at,
            actor_id=actor.person,
            event=AuditEvent.SAW.value,
            subject_type="families.child",
            subject_id=child,
            child_id=child,
            record_class=record_class.value,
            page=page[:80],
        )
        for record_class, child in sorted(set(sightings))
    ]
    if entries:
        with db.writing(housekeeping=True):
            _keep(entries)


def _keep(entries: list[Entry]) -> None:
    key = codes.entry_key()
    for entry in entries:
        entry.mac = codes.of_entry(key, tuple(getattr(entry, name) for name in codes.COVERED))
    Entry.objects.bulk_create(entries)
    Waiting.objects.bulk_create([Waiting(entry_id=entry.id) for entry in entries])
