"""The print queue: what adults on paper are to be given. Printing is sending, so it is asked again then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, QuerySet, UUIDField

from seren.foundation.access.door import SystemReason, prepared_question, system
from seren.foundation.kernel import db
from seren.foundation.kernel.questions import Question, question
from seren.foundation.notify import kinds, reaching
from seren.foundation.notify.models import Channel, Delivery, Notice, Outcome, Urgency


@dataclass(frozen=True, slots=True)
class Sheet:
    """One notice to print for one adult, in that adult's language and format. Urgent: ring them as well."""

    delivery: UUID
    person: UUID
    notice: kinds.Told
    urgent: bool
    language: str
    format: str


def paper_waiting(setting: UUID, now: datetime) -> tuple[Sheet, ...]:
    """What is to be printed in a setting, the oldest first; only what is still theirs at `now`."""
    rows = _still_theirs(_waiting().filter(notice__setting_id=setting), now)
    reaches = reaching.reach_of({row.person_id for row in rows})
    return tuple(_sheet(row, reaches[row.person_id]) for row in rows if row.person_id in reaches)


@prepared_question(setting=UUIDField())
def paper_asked(setting: UUID) -> Question[tuple[int, datetime | None]]:
    """How many sheets wait in a setting, and since when: for a list that opens none of them."""
    waiting = _waiting().filter(notice__setting_id=setting).order_by().values("notice__setting_id")
    counted = waiting.annotate(number=Count("id"), oldest=Min("planned_at"))
    return question(lambda found: found[0] if found else (0, None), counted.values_list("number", "oldest"))


def mark_printed(deliveries: Iterable[UUID], now: datetime) -> int:
    """These were printed and are on their way. Returns how many still were theirs; the others are dropped."""
    rows = list(_waiting().filter(id__in=list(deliveries)))
    theirs = [row.id for row in _still_theirs(rows, now)]
    others = [row.id for row in rows if row.id not in theirs]
    with db.writing(housekeeping=True):
        every = system(SystemReason.TELLING, Delivery)
        every.filter(id__in=theirs).update(outcome=Outcome.SENT, sent_at=now)
        every.filter(id__in=others).update(outcome=Outcome.DROPPED)
    return len(theirs)


def unmark_printed(setting: UUID, at: datetime) -> int:
    """What was marked in that very instant waits again. Returns how many."""
    with db.writing(housekeeping=True):
        every = system(SystemReason.TELLING, Delivery).filter(channel=Channel.PAPER, outcome=Outcome.SENT)
        marked = every.filter(sent_at=at, notice__in=_notices_of(setting))
        return marked.update(outcome=Outcome.WAITING, sent_at=None)


def _notices_of(setting: UUID) -> "QuerySet[Notice, UUID]":
    return system(SystemReason.TELLING, Notice).filter(setting_id=setting).values_list("id", flat=True)


def _waiting() -> "QuerySet[Delivery]":
    rows = system(SystemReason.TELLING, Delivery).select_related("notice")
    waiting = rows.filter(channel=Channel.PAPER, outcome=Outcome.WAITING, notice__withdrawn_at=None)
    return waiting.order_by("planned_at", "id")


def _still_theirs(rows: Iterable[Delivery], now: datetime) -> list[Delivery]:
    """Each notice's audience is asked once, however many adults have it on paper."""
    by_notice: dict[UUID, list[Delivery]] = {}
    for row in rows:
        by_notice.setdefault(row.notice_id, []).append(row)
    kept: list[Delivery] = []
    for same in by_notice.values():
        kind, told = kinds.of(same[0].notice.kind), kinds.told(same[0].notice)
        holding = kind.holding(told, [row.person_id for row in same], now)
        kept += [row for row in same if row.person_id in holding]
    return kept


def _sheet(row: Delivery, reach: reaching.Reach) -> Sheet:
    return Sheet(
        delivery=row.id,
        person=row.person_id,
        notice=kinds.told(row.notice),
        urgent=row.notice.urgency == Urgency.NOW,
        language=reach.language,
        format=reach.format,
    )
