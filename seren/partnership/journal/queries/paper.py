"""A notice of the journal as words on paper, for an adult who has no page to open.

Only what that adult may see, and only where whoever prints may see it too. Else the letter says no more than
that there is something.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from seren.foundation.access.door import Actor, NotThere, find, may
from seren.foundation.kernel import clock
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import read
from seren.partnership.journal.models import RecordRequest, Reply
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.moments import one_moment
from seren.partnership.journal.queries.reading import MomentRead, Signed
from seren.partnership.journal.terms import Decision, MomentState, ReplyKind
from seren.people.families.queries import children_shown, names_of


class PaperKind(StrEnum):
    STAR = "star"
    ANSWER = "answer"
    THANKS = "thanks"
    IN_RECORD = "in-record"
    NOT_IN_RECORD = "not-in-record"


@dataclass(frozen=True, slots=True)
class OnPaper:
    """One thing in a letter. `by` is empty where a star is from another home. `photos`: how many."""

    kind: PaperKind
    day: date
    names: str
    by: str
    words: WordsShown | None
    heart: bool = False
    photos: int = 0


def on_paper(
    kind: str, subject: UUID, *, reader: Actor, printer: Actor, reads: Sequence[str]
) -> OnPaper | None:
    """`kind` is the notice's. None where there is nothing to tell, or the printer may not know it."""
    try:
        if kind in ("journal.moment_shared", "journal.star_shared"):
            return _star(subject, reader, printer, reads)
        if kind == "journal.star_thanked":
            return _thanks(subject, reader, printer, reads)
        if kind == "journal.staff_answered":
            return _answer(subject, reader, printer, reads)
        if kind == "journal.record_decided":
            return _record(subject, reader, printer, reads)
    except NotThere:
        return None
    return None


def _star(moment: UUID, reader: Actor, printer: Actor, reads: Sequence[str]) -> OnPaper | None:
    found = _moment(moment, reader, printer, reads)
    if found is None or found.state is not MomentState.SHARED:
        return None
    by = "" if found.signed is Signed.FROM_HOME else found.author
    day, names = clock.day_of(found.happened_at), _names(found, reader)
    return OnPaper(PaperKind.STAR, day, names, by, found.words, photos=len(found.photos))


def _thanks(moment: UUID, reader: Actor, printer: Actor, reads: Sequence[str]) -> OnPaper | None:
    found = _moment(moment, reader, printer, reads)
    if found is None or not found.thanked:
        return None
    day = clock.day_of(found.happened_at)
    return OnPaper(PaperKind.THANKS, day, _names(found, reader), found.thanked_by, found.words)


def _answer(reply: UUID, reader: Actor, printer: Actor, reads: Sequence[str]) -> OnPaper | None:
    if not may(printer, JournalAction.SEE_REPLY, reply):
        return None
    row = find(reader, JournalAction.SEE_REPLY, Reply, reply)
    if row.withdrawn_at is not None:
        return None
    words = read([row.text_id], reads).get(row.text_id) if row.text_id else None
    moment = one_moment(reader, row.moment_id, reads)
    return OnPaper(
        PaperKind.ANSWER,
        clock.day_of(row.written_at),
        _names(moment, reader),
        names_of([row.author_id]).get(row.author_id, ""),
        words,
        heart=row.kind == ReplyKind.HEART,
    )


def _record(asked: UUID, reader: Actor, printer: Actor, reads: Sequence[str]) -> OnPaper | None:
    if not may(printer, JournalAction.SEE_RECORD_REQUEST, asked):
        return None
    row = find(reader, JournalAction.SEE_RECORD_REQUEST, RecordRequest, asked)
    if row.decision == Decision.ASKED or row.decided_at is None:
        return None
    kind = PaperKind.IN_RECORD if row.decision == Decision.ACCEPTED else PaperKind.NOT_IN_RECORD
    words = read([row.reason_id], reads).get(row.reason_id) if row.reason_id else None
    by = names_of([row.decided_by_id]).get(row.decided_by_id, "") if row.decided_by_id else ""
    moment = one_moment(reader, row.moment_id, reads)
    return OnPaper(kind, clock.day_of(row.decided_at), _names(moment, reader), by, words)


def _moment(moment: UUID, reader: Actor, printer: Actor, reads: Sequence[str]) -> MomentRead | None:
    if not may(printer, JournalAction.SEE_MOMENT, moment):
        return None
    return one_moment(reader, moment, reads)


def _names(found: MomentRead, reader: Actor) -> str:
    """The names this adult is told: their own child’s."""
    shown = children_shown(reader, found.children)
    return ", ".join(sorted(child.name for child in shown.values()))
