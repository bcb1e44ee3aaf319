"""What waits for a parent’s own word: for their first page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.people.consent.models import Answer, Asked
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import newest


@dataclass(frozen=True, slots=True)
class Unsaid:
    """How many questions wait for this adult’s own word, and since when the oldest."""

    number: int
    since: date


def unsaid_asked(actor: Actor) -> Question[Unsaid | None]:
    """By their own answers, never by anybody else’s. None where nothing waits."""
    mine = system(SystemReason.SHOWING, Answer).filter(
        asked=OuterRef("pk"), adult=actor.person, at__lte=actor.at
    )
    rows = newest(visible(actor, ConsentAction.ANSWER, Asked), actor.at).filter(
        Q(until_at__isnull=True) | Q(until_at__gt=actor.at), ~Exists(mine)
    )
    return question(_unsaid, rows.values_list("asked_at"))


def _unsaid(rows: Sequence[tuple[datetime]]) -> Unsaid | None:
    return Unsaid(len(rows), clock.day_of(min(at for (at,) in rows))) if rows else None
