"""A verb says what is to be told, in its own transaction, and may take it back."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import models

from seren.foundation.access.door import SystemReason, system
from seren.foundation.jobs.door import enqueue
from seren.foundation.kernel import db
from seren.foundation.kernel.clock import day_of
from seren.foundation.notify import kinds
from seren.foundation.notify.models import OPEN, Delivery, Notice, Outcome


def send(
    kind: kinds.Kind | str,
    subject: models.Model,
    *,
    now: datetime,
    provider: UUID | None = None,
    setting: UUID | None = None,
    about: UUID | None = None,
) -> UUID:
    """Tell of `subject` once its undo has run out. Written with the verb, or not at all. Returns the notice.

    Nobody is chosen here: the kind's audience is asked at release, and again at sending. `about` is the
    child. `provider` is needed only where the subject carries none. Raises UnknownKind.
    """
    known = kinds.of(kind if isinstance(kind, str) else kind.code)
    notice = Notice(
        provider_id=provider or subject.provider_id,  # type: ignore[attr-defined]
        setting_id=setting,
        kind=known.code,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        about_id=about,
        urgency=known.urgency,
        created_at=now,
    )
    undone_until = now + timedelta(seconds=known.undo(day_of(now)))
    with db.writing(housekeeping=True):
        notice.save(force_insert=True)
        enqueue(
            "notify.release",
            {"notice": notice.id},
            run_at=undone_until,
            key=str(notice.id),
            provider=notice.provider_id,
        )
    return notice.id


def withdraw(subject: models.Model, *, now: datetime, kind: kinds.Kind | str | None = None) -> int:
    """Take back what has not been told yet of `subject` (of one kind, or all). Returns how many notices.

    Deliveries still waiting are dropped; those that went out stay in the ledger.
    """
    with db.writing(housekeeping=True):
        told = system(SystemReason.TELLING, Notice).filter(subject_id=subject.pk, withdrawn_at=None)
        if kind is not None:
            told = told.filter(kind=kind if isinstance(kind, str) else kind.code)
        ids = list(told.values_list("id", flat=True))
        system(SystemReason.TELLING, Notice).filter(id__in=ids).update(withdrawn_at=now)
        waiting = system(SystemReason.TELLING, Delivery).filter(notice_id__in=ids, outcome__in=OPEN)
        waiting.update(outcome=Outcome.DROPPED)
    return len(ids)
