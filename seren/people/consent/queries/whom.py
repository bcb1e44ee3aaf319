"""Who has not answered what: each adult, how they read, and what was tried already."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import UUIDField

from seren.foundation.access.door import Actor, Many, SystemReason, prepared_question, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask, joined, question
from seren.people.accounts.queries import AccountShown, accounts_asked
from seren.people.accounts.terms import Format
from seren.people.consent.models import Answer, Chase
from seren.people.consent.policies import answering, tells_a_place
from seren.people.consent.queries.standings import Line, Show, lines_of, passes
from seren.people.consent.terms import Tried

ON_PAPER = frozenset({Format.PAPER, Format.LARGE, Format.GIANT, Format.BRAILLE, Format.PHONE_CALL})


@dataclass(frozen=True, slots=True)
class Try:
    how: Tried
    on: date


@dataclass(frozen=True, slots=True)
class Silence:
    """One adult, and the questions about one child to which nobody has said a word.

    `no_place`: this adult is kept from where the child is, so nothing sent to them names the setting.
    """

    account: AccountShown
    lines: tuple[Line, ...]
    tries: tuple[Try, ...]
    on_paper: bool
    no_place: bool

    @property
    def child(self) -> UUID:
        return self.lines[0].child


def silences(actor: Actor, setting: UUID, room: UUID | None = None) -> tuple[Silence, ...]:
    """By room and child. Two queries, whatever the number of adults and questions."""
    lines = [line for line in lines_of(actor, setting) if passes(line, Show.SILENT)]
    return silences_of(actor, [line for line in lines if room is None or line.room == room])


def silences_of(actor: Actor, lines: Collection[Line]) -> tuple[Silence, ...]:
    """Each adult who may answer one of these, by the rule of answering. One query."""
    if not lines:
        return ()
    children, asked = list(dict.fromkeys(line.child for line in lines)), [line.id for line in lines]
    tied, accounts, on_paper, tried = ask(_found(actor, children=children, asked=asked))
    found = []
    for child, adult, no_place in tied:
        theirs = tuple(
            line
            for line in lines
            if line.child == child and not (no_place and tells_a_place(line.code, line.scope))
        )
        if theirs and adult in accounts:
            account = accounts[adult]
            paper_too = adult in on_paper or account.format in ON_PAPER
            found.append(Silence(account, theirs, _of(tried, adult, theirs), paper_too, no_place))
    return tuple(sorted(found, key=_by_room))


@prepared_question(children=Many(UUIDField()), asked=Many(UUIDField()))
def _found(actor: Actor, *, children: Collection[UUID], asked: Collection[UUID]) -> Question[tuple[Any, ...]]:
    """Who may answer for which child; those adults; who of them reads on paper; what was tried."""
    ties = answering(actor).filter(child__in=children)
    people: Any = system(SystemReason.SHOWING, apps.get_model("accounts.Person"))
    open_to = people.filter(pk__in=ties.values("adult_id"), closed_at__isnull=True)
    paper = open_to.filter(reach__on_paper=True) | open_to.filter(login__isnull=True)
    chases = system(SystemReason.SHOWING, Chase).filter(asked__in=asked, at__lte=actor.at)
    return joined(
        lambda *found: found,
        question(list, ties.values_list("child_id", "adult_id", "no_place")),
        accounts_asked(open_to.values("pk"), actor.at),
        question(lambda rows: {key for (key,) in rows}, paper.values_list("pk")),
        question(_tries, chases.order_by("at", "id").values_list("adult_id", "asked_id", "how", "at")),
    )


def answered_by(actor: Actor, asked: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    """Who has answered which of these askings: (asking, adult). One query."""
    rows = system(SystemReason.SHOWING, Answer).filter(asked__in=asked, at__lte=actor.at)
    return set(rows.values_list("asked_id", "adult_id"))


def _tries(rows: Iterable[tuple[Any, ...]]) -> dict[tuple[UUID, UUID], list[Try]]:
    found: dict[tuple[UUID, UUID], list[Try]] = {}
    for adult, asked, how, at in rows:
        found.setdefault((adult, asked), []).append(Try(Tried(how), clock.day_of(at)))
    return found


def _of(tried: dict[tuple[UUID, UUID], list[Try]], adult: UUID, lines: Iterable[Line]) -> tuple[Try, ...]:
    """Once each: what was tried for several questions in one go was tried once."""
    every = [one for line in lines for one in tried.get((adult, line.id), ())]
    return tuple(sorted(dict.fromkeys(every), key=lambda one: (one.on, one.how)))


def _by_room(one: Silence) -> tuple[str, ...]:
    line = one.lines[0]
    return line.room_name, line.family_name, line.name, str(line.child), one.account.name


def slip_of(actor: Actor, asked: UUID, slip: UUID | None) -> tuple[UUID, str] | None:
    """Whose a slip of this question is, and its language. The caller has asked who may write it down."""
    if slip is None:
        return None
    rows = system(SystemReason.SHOWING, Chase).filter(pk=slip, asked=asked, how=Tried.SLIP)
    return rows.values_list("adult_id", "language").first()
