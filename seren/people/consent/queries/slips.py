"""Slips on paper: the question as it was asked, for each adult who has not answered it; and how all stand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from seren.foundation.access.door import (
    Actor,
    NotThere,
    RecordClass,
    SystemReason,
    in_force,
    system,
    visible,
)
from seren.people.accounts.queries.talk import talk_wishes
from seren.people.accounts.terms import Format
from seren.people.consent.models import Answer, Asked
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import state_of, with_standing
from seren.people.consent.terms import State
from seren.people.families.policies import place_restrictions, responsible_ties, restrictions


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
    """By child and adult, of questions that tell a place. Raises NotThere for who reads none of them.

    Nobody gets one who may not read the question, nor who answered it already. Four queries.
    """
    rows: Any = visible(actor, ConsentAction.LOOK, Asked).filter(pk__in=asked).select_related("child")
    found = list(rows.order_by("child__known_as", "child_id", "asked_at", "id"))
    if asked and not found:
        raise NotThere("reads none of the questions")
    said, adults = _said(found), _adults(actor, found)
    waiting = [
        (row, adult)
        for row in found
        for adult in adults.get(row.child_id, ())
        if (_key(row), adult.pk) not in said
    ]
    wishes = talk_wishes({adult.pk for _row, adult in waiting})
    return tuple(_slip(row, adult.name, wishes[adult.pk]) for row, adult in waiting if adult.pk in wishes)


def _adults(actor: Actor, found: Sequence[Any]) -> dict[UUID, list[Any]]:
    """By child: who decides for them, and is not kept from what the question tells."""
    bound = restrictions(OuterRef("adult"), OuterRef("child"), RecordClass.C8, actor)
    kept = place_restrictions(OuterRef("adult"), OuterRef("child"), actor)
    ties = responsible_ties().filter(
        in_force(actor.at), ~Exists(bound), ~Exists(kept), child__in={row.child_id for row in found}
    )
    adults: dict[UUID, list[Any]] = {}
    for tie in ties.select_related("adult").order_by("adult__given_name", "adult_id"):
        adults.setdefault(tie.child_id, []).append(tie.adult)
    return adults


def _said(found: Sequence[Any]) -> set[tuple[Any, UUID]]:
    """Which question was answered by whom, to whichever asking of it."""
    words = system(SystemReason.SHOWING, Answer).filter(child__in={row.child_id for row in found})
    return {(_key(word), word.adult_id) for word in words}


def _key(row: Any) -> tuple[UUID, UUID, str, str]:
    return row.child_id, row.setting_id, row.code, row.scope


def _slip(row: Any, name: str, wishes: Any) -> PaperSlip:
    language = wishes.reads if wishes.reads in row.words else "en"
    large = wishes.format in (Format.LARGE, Format.GIANT)
    return PaperSlip(row.pk, row.child_id, row.child.known_as, name, language, row.shown_in(language), large)
