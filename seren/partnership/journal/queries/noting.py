"""What a form for a moment offers one member of staff; and a draft to change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import Actor, NotThere, SystemReason, find, system, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import ask_all, question
from seren.foundation.media.door import Shown as PhotoShown
from seren.foundation.media.door import photos_of
from seren.foundation.rules import door as rules
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import read
from seren.partnership.journal.models import Moment, MomentArea, MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.camera import cameras_asked
from seren.partnership.journal.terms import PHOTOS_OF, Camera, MomentState, Origin, Precision
from seren.people.families.queries.room import ChildOfRoom, children_asked
from seren.people.provision.queries.places import Workplace


@dataclass(frozen=True, slots=True)
class Offered:
    """Children of the setting this actor may note for: those of their own rooms, and the others.

    `cameras`: those with a crossed camera, and what it says.
    """

    near: tuple[ChildOfRoom, ...]
    further: tuple[ChildOfRoom, ...]
    cameras: Mapping[UUID, Camera]

    @property
    def names(self) -> dict[UUID, str]:
        return {one.child.id: one.child.name for one in (*self.near, *self.further)}


@dataclass(frozen=True, slots=True)
class Draft:
    """A moment as its form begins. `own`: what one child's family reads in place of the words."""

    id: UUID
    setting: UUID
    state: MomentState
    children: tuple[UUID, ...]
    words: WordsShown | None
    own: dict[UUID, WordsShown]
    quick_word: str
    happened_at: datetime
    precision: Precision
    areas: tuple[str, ...]
    photos: tuple[PhotoShown, ...]


def offered(actor: Actor, setting: UUID, rooms: frozenset[UUID]) -> Offered:
    """One query."""
    noted = visible(actor, JournalAction.NOTE_MOMENT, _child()).values_list("pk")
    may_note, everyone, cameras = ask_all(
        question(lambda rows: {child for (child,) in rows}, noted),
        children_asked(actor, setting, clock.day_of(actor.at)),
        cameras_asked(actor, setting=setting),
    )
    mine = [one for one in everyone if one.child.id in may_note]
    near = tuple(one for one in mine if one.room in rooms)
    further = tuple(one for one in mine if one.room not in rooms)
    return Offered(
        near, further, {one.child.id: cameras[one.child.id] for one in mine if one.child.id in cameras}
    )


def noted(actor: Actor, action: JournalAction, moment: UUID) -> Moment:
    """A moment of the setting, for a page of work or a verb there. Raises NotThere.

    A star from home has pages of its own, also where its author works here.
    """
    row = find(actor, action, Moment, moment)
    if row.origin != Origin.SETTING:
        raise NotThere("a star from home")
    return row


def draft_of(actor: Actor, action: JournalAction, moment: UUID) -> Draft:
    """Raises NotThere where this actor may not do `action` to it."""
    row = noted(actor, action, moment)
    children = dict(
        system(SystemReason.SHOWING, MomentChild)
        .filter(moment=row)
        .order_by("child__known_as")
        .values_list("child_id", "own_text_id")
    )
    codes = system(SystemReason.SHOWING, MomentArea).filter(moment=row).values_list("code", flat=True)
    texts = read([text for text in (row.text_id, *children.values()) if text], ())
    return Draft(
        id=row.pk,
        setting=row.setting_id,
        state=MomentState(row.state),
        children=tuple(children),
        words=texts.get(row.text_id) if row.text_id else None,
        own={child: texts[text] for child, text in children.items() if text in texts},
        quick_word=row.quick_word,
        happened_at=row.happened_at,
        precision=Precision(row.happened_precision),
        areas=tuple(codes),
        photos=photos_of(actor, PHOTOS_OF, [row.pk]).get(row.pk, ()),
    )


def areas_for(place: Workplace, language: str, at: datetime) -> Sequence[tuple[str, str, str]]:
    """The framework's tags as (code, name, plain words); none for a club."""
    held = rules.tags(place.nation.value, place.care.value, clock.day_of(at))
    return [(tag.code, tag.label(language).text, tag.gloss(language).text) for tag in held.values()]


def _child() -> Any:
    return apps.get_model("families.Child")
