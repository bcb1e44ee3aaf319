"""What of the journal needs a leader: stars not thanked, words not decided on, moments nobody put away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Count, DateField, Min, UUIDField

from seren.foundation.access.door import Actor, prepared_question, visible
from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, joined, question
from seren.foundation.rules import door as rules
from seren.partnership.journal.models import Moment, MomentChild, RecordRequest
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import MomentState, Origin

MOST = 20
THANKS, RECORD = "journal.thanks", "journal.record"
UNFILED = rules.need("unfiled.to-manager")
Named = tuple[tuple[UUID, ...], tuple[str, ...]]  # children of one moment, and how they are called


@dataclass(frozen=True, slots=True)
class Waiting:
    """A clock over something of one child or several. `moment` is where it can be seen."""

    moment: UUID
    children: tuple[UUID, ...]
    names: tuple[str, ...]
    badge: deadlines.Badge


@dataclass(frozen=True, slots=True)
class Unfiled:
    """Drafts that have waited longer than the product rule says; `since` the day the oldest was due away."""

    number: int
    since: date


@prepared_question(setting=UUIDField(), until=DateField())
def stars_asked(actor: Actor, setting: UUID, until: date) -> Question[tuple[Waiting, ...]]:
    """Stars from home without a thank you, of those this leader may see, the nearest day first."""
    seen = visible(actor, JournalAction.SEE_MOMENT, Moment).filter(
        setting=setting, origin=Origin.HOME, state=MomentState.SHARED, thanked_at__isnull=True
    )
    due = deadlines.running(THANKS, seen, limit=MOST, until=until)
    told = visible(actor, JournalAction.SEE_CHILD_IN_MOMENT, MomentChild).filter(
        moment__in=due.values("subject_id")
    )
    return joined(
        partial(_stars, actor),
        deadlines.running_asked(THANKS, seen, limit=MOST, until=until),
        question(
            _children,
            told.order_by("child__known_as").values_list("moment_id", "child_id", "child__known_as"),
        ),
    )


@prepared_question(setting=UUIDField(), until=DateField())
def records_asked(actor: Actor, setting: UUID, until: date) -> Question[tuple[Waiting, ...]]:
    """Parents’ wishes that words go in the record, not decided on yet (E-07)."""
    seen = visible(actor, JournalAction.SEE_RECORD_REQUEST, RecordRequest).filter(setting=setting)
    due = deadlines.running(RECORD, seen, limit=MOST, until=until)
    fields = ("id", "moment_id", "child_id", "child__known_as")
    return joined(
        partial(_records, actor),
        deadlines.running_asked(RECORD, seen, limit=MOST, until=until),
        question(list, seen.filter(pk__in=due.values("subject_id")).values_list(*fields)),
    )


def unfiled_asked(actor: Actor, setting: UUID) -> Question[Unfiled | None]:
    """None where nothing waits."""
    waits = timedelta(hours=rules.value("england", UNFILED, clock.day_of(actor.at)).number)
    drafts = visible(actor, JournalAction.SEE_UNFILED, Moment).filter(
        setting=setting, state=MomentState.DRAFT, origin=Origin.SETTING, written_at__lte=actor.at - waits
    )
    counted = drafts.order_by().values("setting").annotate(number=Count("pk"), oldest=Min("written_at"))
    return question(partial(_unfiled, waits), counted.values_list("number", "oldest"))


def _unfiled(waits: timedelta, found: Sequence[tuple[int, datetime]]) -> Unfiled | None:
    return next((Unfiled(number, clock.day_of(oldest + waits)) for number, oldest in found), None)


def _stars(
    actor: Actor, clocks: Iterable[deadlines.Due], children: Mapping[UUID, Named]
) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(one.subject_id, *children.get(one.subject_id, ((), ())), _badge(actor, one)) for one in clocks
    )


def _records(
    actor: Actor, clocks: Iterable[deadlines.Due], rows: Iterable[tuple[Any, ...]]
) -> tuple[Waiting, ...]:
    asked = {pk: (moment, (child,), (name,)) for pk, moment, child, name in rows}
    return tuple(
        Waiting(*asked[one.subject_id], _badge(actor, one)) for one in clocks if one.subject_id in asked
    )


def _badge(actor: Actor, due: deadlines.Due) -> deadlines.Badge:
    return deadlines.badge(due, clock.day_of(actor.at))


def _children(rows: Iterable[tuple[UUID, UUID, str]]) -> dict[UUID, Named]:
    found: dict[UUID, Named] = {}
    for moment, child, name in rows:
        ids, names = found.get(moment, ((), ()))
        found[moment] = ((*ids, child), (*names, name))
    return found
