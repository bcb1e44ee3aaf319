"""What is asked in one go is told of once, and one clock runs over it."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from seren.foundation.access.door import Actor, Doer, SystemReason, system
from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.people.consent import notices
from seren.people.consent.models import Answer, Asked, Round
from seren.people.consent.policies import answering, tells_a_place
from seren.people.consent.queries.standing import newest
from seren.people.consent.terms import Code, RoundKind

# On the way each adult who has not answered is reminded, once; when the day has passed the leaders are told.
ANSWERS = deadlines.Kind(
    "consent.answers",
    "permissions.answer",
    tell=notices.telling(notices.UNANSWERED),
    remind=notices.telling(notices.REMINDER),
)


def open_round(
    actor: Doer,
    kind: RoundKind,
    setting: UUID,
    nation: str,
    now: datetime,
    *,
    child: UUID | None = None,
    year: int | None = None,
) -> Round:
    """Within a verb’s section."""
    made = Round(
        provider_id=actor.provider,
        setting_id=setting,
        kind=kind,
        child_id=child,
        year=year,
        asked_by_id=actor.person if isinstance(actor, Actor) else None,
        at=now,
    )
    made.save(force_insert=True)
    notices.tell_asked(made, now=now)
    deadlines.open_deadline(
        ANSWERS.code, made, provider=made.provider_id, setting=setting, nation=nation, start=now
    )
    return made


def round_of_family(actor: Doer, child: UUID, setting: UUID, nation: str, now: datetime) -> Round:
    """The one of the last minutes, which nobody has been told of yet; else a new one (C-06)."""
    gather = timedelta(minutes=rules.value(nation, notices.GATHER, clock.day_of(now)).number)
    rows = system(SystemReason.WRITING, Round).filter(
        kind=RoundKind.FAMILY, child=child, setting=setting, at__gt=now - gather, at__lte=now
    )
    held = rows.order_by("at", "id").last()
    if held is None:
        return open_round(actor, RoundKind.FAMILY, setting, nation, now, child=child)
    deadlines.reopen(ANSWERS.code, held)  # where all had answered what was asked before
    return held


def meet_where_answered(asked: Asked, actor: Actor, now: datetime) -> None:
    """Once each adult has said their own word to each question of the round.

    Not sooner: who is not reminded because another answered would know that they did.
    """
    rows = newest(system(SystemReason.WRITING, Asked).filter(round=asked.round_id), now)
    rows = rows.filter(Q(until_at__isnull=True) | Q(until_at__gt=now))
    if _waits(rows.filter(child=asked.child_id), actor) or _waits(rows, actor):
        return
    made = system(SystemReason.WRITING, Round).get(pk=asked.round_id)
    deadlines.meet(ANSWERS.code, made, now=now)


def _waits(rows: "QuerySet[Asked]", actor: Actor) -> bool:
    """Whether somebody who may answer one of these has not."""
    found = list(rows.values_list("pk", "child_id", "code", "scope"))
    words = system(SystemReason.WRITING, Answer).filter(asked__in=[pk for pk, *_rest in found])
    said = set(words.values_list("asked_id", "adult_id"))
    ties = answering(actor).filter(child__in={child for _pk, child, *_rest in found})
    adults: dict[UUID, list[tuple[UUID, bool]]] = {}
    for child, adult, no_place in ties.values_list("child_id", "adult_id", "no_place"):
        adults.setdefault(child, []).append((adult, no_place))
    return any(
        (pk, adult) not in said
        for pk, child, code, scope in found
        for adult, no_place in adults.get(child, ())
        if not (no_place and tells_a_place(Code(code), scope))
    )
