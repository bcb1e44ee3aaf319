"""How far each adult has come: joined, asked by letter, on paper, or not asked yet. For a leader’s lists."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask, question
from seren.people.accounts.models import Invitation, Person, Recovery
from seren.people.accounts.terms import Format

_TALK = ("spoken_language", "read_language", "also_speaks")
_PERSON = ("id", "given_name", "family_name", *_TALK, "closed_at", "login_id")
_WISHES = ("reach__format", "reach__by_email", "reach__on_paper")


class AccountState(StrEnum):
    JOINED = "joined"
    ON_PAPER = "on-paper"
    LETTER_OUT = "letter-out"
    LETTER_OVER = "letter-over"
    NOT_ASKED = "not-asked"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class AccountShown:
    """One adult's account, without any address. `letter_until`: when the last letter ends or ended."""

    person: UUID
    name: str
    given_name: str
    state: AccountState
    spoken: str
    reads: str
    also_speaks: tuple[str, ...]
    format: Format
    by_email: bool
    letter_on: date | None
    letter_until: date | None


def accounts_of(people: Collection[UUID], at: datetime) -> dict[UUID, AccountShown]:
    """One query, however many are asked for. The caller has asked who may look."""
    return ask(accounts_asked(list(people), at))


def accounts_asked(
    people: "list[UUID] | QuerySet[Any, Any]", at: datetime
) -> Question[dict[UUID, AccountShown]]:
    """The same as a question; `people` may be a queryset of ids."""
    rows = system(SystemReason.SHOWING, Person).filter(pk__in=people)
    letters = system(SystemReason.SHOWING, Invitation).filter(person__in=people, used_at__isnull=True)
    return question(
        partial(_accounts, at),
        rows.values_list(*_PERSON, *_WISHES),
        letters.order_by("made_at", "id").values_list("person_id", "made_at", "ends_at", "ended_at"),
    )


class _Letter(NamedTuple):
    person: UUID
    made_at: datetime
    ends_at: datetime
    ended_at: datetime | None


def _accounts(
    at: datetime, people: Iterable[tuple[Any, ...]], letters: Iterable[tuple[Any, ...]]
) -> dict[UUID, AccountShown]:
    last = {letter.person: letter for letter in map(_Letter._make, letters)}
    return {row[0]: _shown(*row, letter=last.get(row[0]), at=at) for row in people}


def _shown(
    person: UUID,
    given: str,
    family: str,
    spoken: str,
    reads: str,
    *rest: Any,
    letter: _Letter | None,
    at: datetime,
) -> AccountShown:
    also_speaks, closed_at, login, wished, by_email, on_paper = rest
    return AccountShown(
        person=person,
        name=f"{given} {family}",
        given_name=given,
        state=_state(closed_at, login, bool(on_paper), letter, at),
        spoken=spoken,
        reads=reads,
        also_speaks=tuple(also_speaks),
        format=Format(wished) if wished else Format.PAGE,
        by_email=by_email is None or by_email,
        letter_on=clock.day_of(letter.made_at) if letter else None,
        letter_until=clock.day_of(letter.ends_at) if letter else None,
    )


def _state(
    closed_at: datetime | None, login: UUID | None, on_paper: bool, letter: _Letter | None, at: datetime
) -> AccountState:
    if closed_at is not None:
        return AccountState.CLOSED
    if login is not None:
        return AccountState.JOINED
    if on_paper:
        return AccountState.ON_PAPER
    if letter is None:
        return AccountState.NOT_ASKED
    over = letter.ended_at is not None or letter.ends_at <= at
    return AccountState.LETTER_OVER if over else AccountState.LETTER_OUT


@dataclass(frozen=True, slots=True)
class RecoveryShown:
    """All ways in were lost: who began it and who agreed. `opens_at` is set when a second person has."""

    asked_by: UUID
    agreed: bool
    opens_at: datetime | None


def recovery_of(person: UUID) -> RecoveryShown | None:
    """The one that is open. The caller has asked who may look."""
    rows = system(SystemReason.SHOWING, Recovery).filter(person=person)
    row = rows.filter(done_at__isnull=True, stopped_at__isnull=True).first()
    return RecoveryShown(row.asked_by_id, row.agreed_at is not None, row.opens_at) if row else None
