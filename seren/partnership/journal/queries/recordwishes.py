"""Wishes that words go in the child’s record: what was asked, what became of it, and by when we answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Q, Value, When

from seren.foundation.access.door import Actor, find, through, visible
from seren.foundation.deadlines.door import Due, deadlines_asked
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, joined, question
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import read_asked
from seren.partnership.journal.models import RecordRequest
from seren.partnership.journal.policies import JournalAction as Act
from seren.partnership.journal.terms import RECORD_CLOCK, Decision


@dataclass(frozen=True, slots=True)
class RequestRead:
    """“Put this in my child’s record”, asked of the star or of one reply. `by`: the day we answer by."""

    id: UUID
    reply: UUID | None
    asked_by: UUID
    mine: bool
    decision: Decision
    asked_on: date
    decided_on: date | None
    by: date | None
    reason: WordsShown | None
    may_decide: bool


def find_request(actor: Actor, act: Act, request: UUID) -> RecordRequest:
    """Raises NotThere."""
    return find(actor, act, RecordRequest, request)


def requests_asked(actor: Actor, moment: UUID, reads: Sequence[str]) -> Question[tuple[RequestRead, ...]]:
    """With why they were decided as they were, and the day by which the others will be."""
    seen = visible(actor, Act.SEE_RECORD_REQUEST, RecordRequest).filter(moment=moment)
    decides = when_true(through(actor, Act.DECIDE_RECORD, RecordRequest, "pk"))
    listed = seen.annotate(may=decides, mine=when_true(Q(asked_by=actor.person)))
    fields = ("id", "reply_id", "asked_by_id", "decision", "asked_at", "decided_at", "reason_id")
    return joined(
        _requests,
        question(list, listed.order_by("asked_at").values_list(*fields, "may", "mine")),
        read_asked(seen.filter(reason__isnull=False).values("reason_id"), reads),
        deadlines_asked(RECORD_CLOCK, seen.filter(decision=Decision.ASKED).values("pk")),
    )


def _requests(
    held: Sequence[Any], texts: Mapping[UUID, WordsShown], due: Mapping[UUID, Due]
) -> tuple[RequestRead, ...]:
    return tuple(
        RequestRead(
            id=pk,
            reply=reply,
            asked_by=by,
            mine=bool(mine),
            decision=Decision(decision),
            asked_on=clock.day_of(asked_at),
            decided_on=clock.day_of(decided_at) if decided_at else None,
            by=due[pk].due_on if pk in due else None,
            reason=texts.get(reason) if reason else None,
            may_decide=bool(may_decide),
        )
        for pk, reply, by, decision, asked_at, decided_at, reason, may_decide, mine in held
    )


def when_true(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())
