"""Who is reached: each adult by child and home, joined or not, and when we last heard."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import DateTimeField, QuerySet, UUIDField

from seren.foundation.access.door import (
    Actor,
    Many,
    RecordClass,
    SystemReason,
    in_force,
    prepared_question,
    system,
    visible,
)
from seren.foundation.kernel import clock, text
from seren.foundation.kernel.questions import Question, ask, ask_all, joined, question
from seren.foundation.rules import door as rules
from seren.people.accounts.queries import AccountShown, AccountState, accounts_asked
from seren.people.families.models import Child, Enrolment, Guardianship, HouseholdMember, Lives, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.children import carers_asked, going_on
from seren.people.families.queries.rhythm import Rhythm, rhythm_asked
from seren.people.families.terms import KeyKind, Relation, codes_denying
from seren.people.provision.queries.calendar import calendar_asked

AMBER = rules.need("rhythm.amber")
_LOOK_BACK = 400  # days: a setting with no calendar at all is not searched for ever
WAITING = frozenset({AccountState.NOT_ASKED, AccountState.LETTER_OVER})


class Filter(StrEnum):
    ALL = "all"
    WAITING = "waiting"
    QUIET = "quiet"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class ReachRow:
    """One adult of one child. `home` of `homes`: 0 where they live with none we know.

    `bound`: an order closes the child's information to them; nothing about the child is sent.
    `quiet`: the child's homes have not written for longer than the product rule says.
    """

    child: UUID
    child_name: str
    family_name: str
    room: str
    account: AccountShown
    relation: Relation
    home: int
    homes: int
    bound: bool
    key_person: str
    rhythm: Rhythm
    quiet: bool

    @property
    def waiting(self) -> bool:
        """Nobody has asked them yet, or the letter has run out."""
        return self.account.state in WAITING and not self.bound


@dataclass(frozen=True, slots=True)
class ReachPage:
    rows: tuple[ReachRow, ...]
    counts: dict[Filter, int]
    chosen: Filter
    words: str
    first: int
    most: int
    more: bool


class Placed(NamedTuple):
    """A child with a place, as the desk's lists name it."""

    child: UUID
    name: str
    family_name: str
    room: str
    starts_on: date


def reach_rows(actor: Actor, setting: UUID) -> tuple[ReachRow, ...]:
    """Every adult of every child with a place. Two queries."""
    places, is_open = ask_all(places_asked(actor, setting), calendar_asked(setting))
    return reach_of(actor, setting, places, is_open)


@prepared_question(setting=UUIDField())
def places_asked(actor: Actor, setting: UUID) -> Question[list[Placed]]:
    """Only children whose family this leader may know: not their own."""
    open_to = visible(actor, FamilyAction.RESTRICT, Child).values("pk")
    rows = system(SystemReason.SHOWING, Enrolment).filter(
        going_on(actor.at), setting=setting, child__in=open_to
    )
    fields = ("child_id", "child__known_as", "child__family_name", "room__name", "starts_on")
    return question(lambda found: [Placed._make(row) for row in found], rows.values_list(*fields))


def reach_of(
    actor: Actor, setting: UUID, places: Sequence[Placed], is_open: Callable[[date], bool]
) -> tuple[ReachRow, ...]:
    """The adults of these children. One query."""
    children = [place.child for place in places]
    if not children:
        return ()
    tied, accounts, bound, homes, keys, rhythms = ask(_adults_asked(setting, children, actor.at))
    since = quiet_since(clock.day_of(actor.at), is_open)
    by_child = {place.child: place for place in places}
    rows = []
    for child, adult, relation in tied:
        place, rhythm, known = by_child[child], rhythms[child], homes.get(child, [])
        rows.append(
            ReachRow(
                child=child,
                child_name=place.name,
                family_name=place.family_name,
                room=place.room,
                account=accounts[adult],
                relation=Relation(relation),
                home=next((n for n, adults in enumerate(known, 1) if adult in adults), 0),
                homes=len(known),
                bound=(adult, child) in bound,
                key_person=keys.get(child, {}).get(KeyKind.KEY, ""),
                rhythm=rhythm,
                quiet=_is_quiet(rhythm, since, place.starts_on),
            )
        )
    return tuple(sorted(rows, key=_left_out_first))


@prepared_question(setting=UUIDField(), children=Many(UUIDField()), at=DateTimeField())
def _adults_asked(setting: UUID, children: Collection[UUID], at: datetime) -> Question[tuple[Any, ...]]:
    ties = _ties(children, at)
    return joined(
        lambda *found: found,
        question(list, ties.order_by("from_at", "id").values_list("child_id", "adult_id", "relation")),
        accounts_asked(ties.values("adult_id"), at),
        _bound(children),
        _homes(children, at),
        carers_asked(setting, children, at),
        rhythm_asked(children, at),
    )


def reach_page(
    actor: Actor, setting: UUID, chosen: Filter, words: str, first: int, *, most: int = 40
) -> ReachPage:
    rows = reach_rows(actor, setting)
    counts = {one: sum(1 for row in rows if _passes(row, one)) for one in Filter}
    wanted = text.words(words)
    found = [row for row in rows if _passes(row, chosen) and _named(row, wanted)]
    page = tuple(found[first : first + most])
    return ReachPage(page, counts, chosen, words, first, most, len(found) > first + most)


def quiet_since(today: date, is_open: Callable[[date], bool]) -> date:
    """The day from which on a word counts as recent: so many open days ago."""
    left, day = rules.value("england", AMBER, today).number, today
    for _step in range(_LOOK_BACK):
        if left <= 0:
            break
        day = date.fromordinal(day.toordinal() - 1)
        left -= is_open(day)
    return day


def _is_quiet(rhythm: Rhythm, since: date, starts_on: date) -> bool:
    if rhythm.from_home is None:
        return starts_on < since
    return clock.day_of(rhythm.from_home) < since


def _passes(row: ReachRow, chosen: Filter) -> bool:
    if chosen is Filter.WAITING:
        return row.waiting
    if chosen is Filter.QUIET:
        return row.quiet
    return chosen is Filter.ALL or row.account.state is AccountState.ON_PAPER


def _named(row: ReachRow, wanted: Sequence[str]) -> bool:
    names = text.words(f"{row.child_name} {row.family_name} {row.account.name}")
    return all(any(name.startswith(word) for name in names) for word in wanted)


def _left_out_first(row: ReachRow) -> tuple[object, ...]:
    last = row.rhythm.from_home
    silent = last.timestamp() if last else 0.0
    return not row.waiting, not row.quiet, silent, row.family_name, row.child_name, row.home, row.account.name


def _ties(children: Collection[UUID], at: datetime) -> "QuerySet[Guardianship]":
    return system(SystemReason.SHOWING, Guardianship).filter(in_force(at), child__in=children)


def _bound(children: Collection[UUID]) -> Question[set[tuple[UUID, UUID]]]:
    codes = codes_denying(RecordClass.C3)
    rows = system(SystemReason.SHOWING, Restriction).filter(
        child__in=children, code__in=codes, lifted_at__isnull=True
    )
    return question(set, rows.values_list("adult_id", "child_id"))


def _homes(children: Collection[UUID], at: datetime) -> Question[dict[UUID, list[set[UUID]]]]:
    """Per child its homes in the order they became known, each as the adults who belong there."""
    living = system(SystemReason.SHOWING, Lives).filter(in_force(at), child__in=children)
    belongs = system(SystemReason.SHOWING, HouseholdMember).filter(
        in_force(at), household__in=living.values("household_id")
    )
    return question(
        _by_child,
        living.order_by("from_at", "id").values_list("child_id", "household_id"),
        belongs.values_list("household_id", "person_id"),
    )


def _by_child(
    living: Iterable[tuple[UUID, UUID]], belongs: Iterable[tuple[UUID, UUID]]
) -> dict[UUID, list[set[UUID]]]:
    members: dict[UUID, set[UUID]] = {}
    for household, person in belongs:
        members.setdefault(household, set()).add(person)
    found: dict[UUID, list[set[UUID]]] = {}
    for child, household in living:
        found.setdefault(child, []).append(members.get(household, set()))
    return found
