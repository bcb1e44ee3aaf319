"""How far each adult has come: joined, asked by letter, on paper, or not asked yet. For a leader’s lists."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.people.accounts.models import Invitation, Person, Recovery
from seren.people.accounts.terms import Format


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
    format: Format
    by_email: bool
    letter_on: date | None
    letter_until: date | None


def accounts_of(people: Collection[UUID], at: datetime) -> dict[UUID, AccountShown]:
    """Two queries, however many are asked for. The caller has asked who may look."""
    rows = system(SystemReason.SHOWING, Person).filter(pk__in=people).select_related("reach")
    letters = system(SystemReason.SHOWING, Invitation).filter(person__in=people, used_at__isnull=True)
    last: dict[UUID, Invitation] = {row.person_id: row for row in letters.order_by("made_at", "id")}
    return {row.id: _shown(row, last.get(row.id), at) for row in rows}


def _shown(person: Person, letter: Invitation | None, at: datetime) -> AccountShown:
    wishes = getattr(person, "reach", None)
    return AccountShown(
        person=person.id,
        name=person.name,
        given_name=person.given_name,
        state=_state(person, letter, at),
        spoken=person.spoken_language,
        reads=person.read_language,
        format=Format(wishes.format) if wishes else Format.PAGE,
        by_email=bool(wishes is None or wishes.by_email),
        letter_on=clock.day_of(letter.made_at) if letter else None,
        letter_until=clock.day_of(letter.ends_at) if letter else None,
    )


def _state(person: Person, letter: Invitation | None, at: datetime) -> AccountState:
    wishes = getattr(person, "reach", None)
    if person.closed_at is not None:
        return AccountState.CLOSED
    if person.login_id is not None:
        return AccountState.JOINED
    if wishes is not None and wishes.on_paper:
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
