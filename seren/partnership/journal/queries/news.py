"""What a family's day begins with: the newest stars, and what waits for this reader. Never how many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, OuterRef, QuerySet, Value

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.foundation.ui.door import MomentCard, Starter
from seren.partnership.journal.models import Moment, MomentChild, NextStep, RecordRequest, StepAgreement
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.reading import as_seen
from seren.partnership.journal.queries.rows import gathered, rows
from seren.partnership.journal.queries.showing import card_of
from seren.partnership.journal.queries.starters import starters_for
from seren.partnership.journal.terms import Decision, MomentState, Origin, StepState
from seren.people.families.queries import ChildShown, standing_in_family

NEWEST = 3
WAITING = 3


class Waits(StrEnum):
    """What may wait for a guardian."""

    STEP = "step"  # a next step to agree
    ACCEPTED = Decision.ACCEPTED.value
    DECLINED = Decision.DECLINED.value
    DRAFT = "draft"  # a star of their own, not shared


@dataclass(frozen=True, slots=True)
class WaitsRead:
    """`about` is the moment it hangs on, for a step the child."""

    what: Waits
    about: UUID
    on: date


@dataclass(frozen=True, slots=True)
class NewStar:
    """A card, and what the reader may answer it with at once: nothing for who is not a guardian."""

    card: MomentCard
    starters: tuple[Starter, ...]


def newest_stars(
    actor: Actor, followed: Sequence[ChildShown], reads: Sequence[str], since: date
) -> tuple[NewStar, ...]:
    """Stars of others, shared since that day: at most three, the newest first. Without the talk."""
    seen = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(
        child__in=[child.id for child in followed],
        shared_at__gte=clock.at_london(since),
        moment__state=MomentState.SHARED,
    )
    seen = seen.exclude(moment__author=actor.person).order_by("-shared_at", "-moment_id")
    found = gathered(list(rows(seen)[: NEWEST * max(1, len(followed))]))[:NEWEST]
    read = as_seen(actor, found, reads, standing_in_family(actor, followed), talk=False)
    own = {child.id: child for child in followed if child.own}
    several = own if len(own) > 1 else None
    return tuple(
        NewStar(
            card_of(one, actor.at, named=several),
            starters_for(one, [own[child].name for child in one.children if child in own]),
        )
        for one in read
    )


def waiting_asked(actor: Actor, children: Sequence[UUID], since: date) -> Question[tuple[WaitsRead, ...]]:
    """At most three, the oldest first."""
    agreed = system(SystemReason.SHOWING, StepAgreement).filter(step=OuterRef("pk"), person=actor.person)
    steps = visible(actor, JournalAction.AGREE_STEP, NextStep).filter(
        ~Exists(agreed), child__in=children, state=StepState.SUGGESTED
    )
    decided = visible(actor, JournalAction.SEE_RECORD_REQUEST, RecordRequest).filter(
        asked_by=actor.person, decided_at__gte=clock.at_london(since)
    )
    drafts = visible(actor, JournalAction.EDIT_MOMENT, Moment).filter(
        author=actor.person, origin=Origin.HOME, state=MomentState.DRAFT
    )
    rows_ = _as(steps, Waits.STEP, "child_id", "suggested_at").union(
        decided.order_by().values_list("decision", "moment_id", "decided_at"),
        _as(drafts, Waits.DRAFT, "pk", "written_at"),
        all=True,
    )
    return question(_oldest, rows_)


def _oldest(rows_: Iterable[tuple[str, UUID, datetime]]) -> tuple[WaitsRead, ...]:
    found = sorted(rows_, key=lambda row: row[2])
    return tuple(WaitsRead(Waits(what), about, clock.day_of(at)) for what, about, at in found[:WAITING])


def _as(rows_: "QuerySet[Any, Any]", what: Waits, about: str, at: str) -> "QuerySet[Any, Any]":
    kind = Value(what.value, output_field=CharField())
    listed: QuerySet[Any, Any] = rows_.order_by().annotate(what=kind).values_list("what", about, at)
    return listed
