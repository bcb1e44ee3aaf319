"""What of the journal needs a leader: stars not thanked, words not decided on, moments nobody put away."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Min

from seren.foundation.access.door import Actor, visible
from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.partnership.journal.models import Moment, MomentChild, RecordRequest
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import MomentState, Origin

MOST = 20
THANKS, RECORD = "journal.thanks", "journal.record"
UNFILED = rules.need("unfiled.to-manager")


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


def stars_due(actor: Actor, setting: UUID, until: date) -> tuple[Waiting, ...]:
    """Stars from home without a thank you, of those this leader may see, the nearest day first."""
    seen = visible(actor, JournalAction.SEE_MOMENT, Moment).filter(
        setting=setting, origin=Origin.HOME, state=MomentState.SHARED
    )
    clocks = deadlines.running_among(THANKS, seen, limit=MOST, until=until)
    children = _children(actor, [one.subject_id for one in clocks])
    return tuple(
        Waiting(one.subject_id, *children.get(one.subject_id, ((), ())), _badge(actor, one)) for one in clocks
    )


def records_due(actor: Actor, setting: UUID, until: date) -> tuple[Waiting, ...]:
    """Parents’ wishes that words go in the record, not decided on yet (E-07)."""
    seen = visible(actor, JournalAction.SEE_RECORD_REQUEST, RecordRequest).filter(setting=setting)
    clocks = deadlines.running_among(RECORD, seen, limit=MOST, until=until)
    rows = seen.filter(pk__in=[one.subject_id for one in clocks])
    fields = ("id", "moment_id", "child_id", "child__known_as")
    asked = {pk: (moment, (child,), (name,)) for pk, moment, child, name in rows.values_list(*fields)}
    return tuple(
        Waiting(*asked[one.subject_id], _badge(actor, one)) for one in clocks if one.subject_id in asked
    )


def unfiled_long(actor: Actor, setting: UUID) -> Unfiled | None:
    """None where nothing waits."""
    today = clock.day_of(actor.at)
    waits = timedelta(hours=rules.value("england", UNFILED, today).number)
    drafts = visible(actor, JournalAction.SEE_UNFILED, Moment).filter(
        setting=setting, origin=Origin.SETTING, written_at__lte=actor.at - waits
    )
    found = drafts.aggregate(number=Count("pk"), oldest=Min("written_at"))
    if not found["number"]:
        return None
    return Unfiled(found["number"], clock.day_of(found["oldest"] + waits))


def _badge(actor: Actor, due: deadlines.Due) -> deadlines.Badge:
    return deadlines.badge(due, clock.day_of(actor.at))


def _children(
    actor: Actor, moments: Collection[UUID]
) -> dict[UUID, tuple[tuple[UUID, ...], tuple[str, ...]]]:
    rows = visible(actor, JournalAction.SEE_CHILD_IN_MOMENT, MomentChild).filter(moment__in=moments)
    found: dict[UUID, tuple[tuple[UUID, ...], tuple[str, ...]]] = {}
    for moment, child, name in rows.order_by("child__known_as").values_list(
        "moment_id", "child_id", "child__known_as"
    ):
        ids, names = found.get(moment, ((), ()))
        found[moment] = ((*ids, child), (*names, name))
    return found
