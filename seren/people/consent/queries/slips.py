"""Slips on paper: the question as it was asked, for each adult who has not answered it; and how all stand."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Actor, Level, SystemReason, in_force, system, visible
from seren.people.accounts.queries.talk import talk_wishes
from seren.people.accounts.terms import Format
from seren.people.consent.models import Answer, Asked
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import state_of, with_standing
from seren.people.consent.terms import State
from seren.people.families.policies import responsible_ties


@dataclass(frozen=True, slots=True)
class PaperSlip:
    """One question for one adult, in the language they read where it is asked in it. `large`: big print."""

    asked: UUID
    child: UUID
    child_name: str
    adult: str
    language: str
    words: dict[str, str]
    large: bool

    @property
    def code(self) -> str:
        """What staff compare with the page they write the answer down on."""
        end = self.asked.hex[-8:].upper()
        return f"{end[:4]} {end[4:]}"


def states_of(actor: Actor, asked: Collection[UUID]) -> dict[UUID, State]:
    """Of those questions whose answers this actor may read. One query."""
    rows = visible(actor, ConsentAction.LOOK, Asked).filter(pk__in=asked)
    return {row.pk: state_of(row) for row in with_standing(rows, actor)}


def paper_slips(actor: Actor, asked: Collection[UUID]) -> tuple[PaperSlip, ...]:
    """By child and adult. Nobody gets one who may not read the question, nor who answered it already."""
    rows: Any = visible(actor, ConsentAction.LOOK, Asked).filter(pk__in=asked).select_related("child")
    found = {row.pk: row for row in rows.order_by("child__known_as", "child_id", "asked_at", "id")}
    waiting = [one for one in _adults(actor, found) if not _has_said(one, found)]
    wishes = talk_wishes([adult for _asked, adult, _name in waiting])
    return tuple(_slip(found[key], name, wishes[adult]) for key, adult, name in waiting if adult in wishes)


def _adults(actor: Actor, found: dict[UUID, Any]) -> Iterator[tuple[UUID, UUID, str]]:
    """(question, adult, name): those who may answer it on their own page, at this instant."""
    ties = responsible_ties().filter(in_force(actor.at), child__in={row.child_id for row in found.values()})
    names = {tie.adult_id: tie.adult.name for tie in ties.select_related("adult").order_by("from_at", "id")}
    may = {adult: _may_answer(actor, adult, found) for adult in names}
    for key in found:
        for adult, name in names.items():
            if key in may[adult]:
                yield key, adult, name


def _may_answer(actor: Actor, adult: UUID, found: dict[UUID, Any]) -> set[UUID]:
    reader = Actor(adult, actor.provider, Level.STRONG, actor.at)
    rows = visible(reader, ConsentAction.ANSWER, Asked).filter(pk__in=list(found))
    return set(rows.values_list("pk", flat=True))


def _has_said(one: tuple[UUID, UUID, str], found: dict[UUID, Any]) -> bool:
    key, adult, _name = one
    row = found[key]
    words = system(SystemReason.SHOWING, Answer).filter(
        child=row.child_id, setting=row.setting_id, code=row.code, scope=row.scope, adult=adult
    )
    return words.exists()


def _slip(row: Any, name: str, wishes: Any) -> PaperSlip:
    language = wishes.reads if wishes.reads in row.words else "en"
    large = wishes.format in (Format.LARGE, Format.GIANT)
    return PaperSlip(row.pk, row.child_id, row.child.known_as, name, language, row.shown_in(language), large)
