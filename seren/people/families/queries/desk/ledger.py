"""The ledger of what was told about children to all their adults alike: when, how, and whom it did not reach.

Only of children whose family this leader may know. Who was left out is a number here: why, the child's own
page says to whoever may read restrictions.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet, UUIDField

from seren.foundation.access.door import (
    Action,
    Actor,
    NotThere,
    RecordClass,
    SystemReason,
    prepared,
    system,
    visible,
)
from seren.foundation.kernel import text
from seren.foundation.kernel.questions import ask_all, question
from seren.foundation.notify import door as notify
from seren.foundation.notify.door import Chase, Listed, ToldTo
from seren.people.families.models import Child, Enrolment, FamilyViewer, Guardianship, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import Relation, codes_denying
from seren.people.provision.queries.desk import Desk


@dataclass(frozen=True, slots=True)
class AdultTold:
    """One adult's line. `chased` with the names of who did it."""

    name: str
    relation: Relation
    of: ToldTo
    chased: tuple[tuple[str, Chase], ...]


@dataclass(frozen=True, slots=True)
class NoticeTold:
    """`not_to`: how many adults of these children are not told of it."""

    of: Listed
    children: tuple[tuple[UUID, str], ...]
    adults: tuple[AdultTold, ...]
    not_to: int

    @property
    def not_reached(self) -> tuple[AdultTold, ...]:
        if self.of.notice.withdrawn_at is not None:
            return ()
        return tuple(one for one in self.adults if one.of.not_reached)


@dataclass(frozen=True, slots=True)
class LedgerPage:
    rows: tuple[NoticeTold, ...]
    first: int
    most: int
    more: bool


def ledger_page(
    actor: Actor, desk: Desk, words: str, first: int, *, only_not_reached: bool, most: int = 25
) -> LedgerPage:
    """The latest first; of children whose name begins with these words, if any."""
    names, wanted = _children_of(actor, desk, FamilyAction.SEE_LEDGER), text.words(words)
    found = notify.listed(
        desk.id,
        _open_to(actor, desk.id, FamilyAction.SEE_LEDGER),
        first=first,
        most=most + 1,
        only_not_reached=only_not_reached,
        of=[pk for pk, name in names.items() if _named(name, wanted)] if wanted else None,
    )
    return LedgerPage(_told(found[:most], names, actor.at), first, most, len(found) > most)


def ledger_notice(actor: Actor, desk: Desk, notice: UUID) -> NoticeTold:
    """Raises NotThere where this notice is about a child whose ledger they may not read: found out before
    all else is put together.
    """
    if not _in_ledger(actor, setting=desk.id, notice=notice):
        raise NotThere("no notice of this desk")
    names = _children_of(actor, desk, FamilyAction.SEE_LEDGER)
    found = notify.listed_one(notice, _open_to(actor, desk.id, FamilyAction.SEE_LEDGER))
    if found is None:
        raise NotThere("no notice of this desk")
    return _told([found], names, actor.at)[0]


@prepared(setting=UUIDField(), notice=UUIDField())
def _in_ledger(actor: Actor, *, setting: UUID, notice: UUID) -> "QuerySet[Any, Any]":
    rows = notify.of_ledger(_open_to(actor, setting, FamilyAction.SEE_LEDGER))
    return rows.filter(pk=notice, setting_id=setting).values_list("pk")


def line_to_chase(actor: Actor, desk: Desk, delivery: UUID) -> tuple[NoticeTold, AdultTold]:
    """Raises NotThere where it went out, is not theirs any more, or not this leader's to chase."""
    found = notify.listed_with(delivery, _open_to(actor, desk.id, FamilyAction.CHASE))
    if found is None or found[0].notice.setting != desk.id:
        raise NotThere("nothing of this desk")
    told = _told([found[0]], _children_of(actor, desk, FamilyAction.CHASE), actor.at)[0]
    line = next((one for one in told.adults if one.of.delivery == delivery and one.of.open), None)
    if line is None or not notify.still_theirs(found[0].notice, line.of.person, actor.at):
        raise NotThere("not theirs any more")
    return told, line


def _open_to(actor: Actor, setting: UUID, action: Action) -> "QuerySet[Any, Any]":
    here = system(SystemReason.SHOWING, Enrolment).filter(setting=setting).values("child_id")
    return visible(actor, action, Child).filter(pk__in=here).values("pk")


def _children_of(actor: Actor, desk: Desk, action: Action) -> dict[UUID, str]:
    here = system(SystemReason.SHOWING, Enrolment).filter(setting=desk.id).values("child_id")
    rows = visible(actor, action, Child).filter(pk__in=here).order_by("known_as", "id")
    fields = rows.values_list("pk", "known_as", "family_name")
    return {pk: f"{known_as} {family_name}" for pk, known_as, family_name in fields}


def _named(name: str, wanted: Sequence[str]) -> bool:
    names = text.words(name)
    return all(any(one.startswith(word) for one in names) for word in wanted)


@dataclass(frozen=True, slots=True)
class _Families:
    """Who is or was family of which child, and what they are; who was kept from news of which child, when."""

    ties: dict[tuple[UUID, UUID], tuple[str, Relation]]
    kept: tuple[tuple[UUID, UUID, datetime, datetime | None], ...]

    def kept_from(self, child: UUID, at: datetime) -> set[UUID]:
        return {
            adult
            for adult, of, since, until in self.kept
            if of == child and since <= at and (until is None or at < until)
        }


def _told(found: Sequence[Listed], names: dict[UUID, str], at: datetime) -> tuple[NoticeTold, ...]:
    families = _families({child for one in found for child in one.about})
    chasers = _people({chase.by for one in found for line in one.lines for chase in line.chased})
    return tuple(_notice(one, names, families, chasers, at) for one in found)


def _notice(
    one: Listed, names: dict[UUID, str], families: _Families, chasers: dict[UUID, str], at: datetime
) -> NoticeTold:
    """Staff it was told to as well have no line: the ledger is of the family."""
    ties = {adult: tie for child in one.about for (of, adult), tie in families.ties.items() if of == child}
    kept = {adult for child in one.about for adult in families.kept_from(child, one.released_at)}
    now = {adult for child in one.about for adult in families.kept_from(child, at)}
    lines = [line for line in one.lines if line.person in ties]
    told = [line for line in lines if not line.left_out and not (line.open and line.person in now)]
    adults = (
        AdultTold(*ties[line.person], line, tuple((chasers.get(c.by, ""), c) for c in line.chased))
        for line in told
    )
    left_out = (kept | {line.person for line in lines}) - {line.person for line in told}
    return NoticeTold(
        of=one,
        children=tuple((child, names[child]) for child in one.about if child in names),
        adults=tuple(sorted(adults, key=lambda adult: (adult.name, adult.of.person))),
        not_to=0 if one.notice.withdrawn_at is not None else len(left_out),
    )


def _families(children: Collection[UUID]) -> _Families:
    """One query."""
    fields = ("child_id", "adult_id", "adult__given_name", "adult__family_name", "relation")
    guardians = system(SystemReason.SHOWING, Guardianship).filter(child__in=children)
    viewers = system(SystemReason.SHOWING, FamilyViewer).filter(child__in=children)
    kept = system(SystemReason.SHOWING, Restriction).filter(
        child__in=children, code__in=codes_denying(RecordClass.C3)
    )
    ties, others, bound = ask_all(
        question(_ties, guardians.order_by("from_at", "id").values_list(*fields)),
        question(_ties, viewers.order_by("from_at", "id").values_list(*fields)),
        question(tuple, kept.values_list("adult_id", "child_id", "imposed_at", "lifted_at")),
    )
    return _Families({**others, **ties}, bound)


def _ties(rows: Iterable[tuple[Any, ...]]) -> dict[tuple[UUID, UUID], tuple[str, Relation]]:
    return {
        (child, adult): (f"{given} {family}", Relation(relation))
        for child, adult, given, family, relation in rows
    }


def _people(people: Collection[UUID]) -> dict[UUID, str]:
    if not people:
        return {}
    rows = system(SystemReason.SHOWING, apps.get_model("accounts.Person")).filter(pk__in=people)
    named = rows.values_list("pk", "given_name", "family_name")
    return {pk: f"{given} {family}" for pk, given, family in named}
