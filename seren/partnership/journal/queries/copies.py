"""Copies of photos: what must come down, for the desk; and where those of one moment are, for its staff."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q, QuerySet, UUIDField

from seren.foundation.access.door import Actor, NotThere, SystemReason, prepared_question, system, visible
from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask, joined, question
from seren.foundation.media.door import Shown, photos_of
from seren.partnership.journal.models import Copy
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.policies.copies import to_come_down
from seren.partnership.journal.terms import BY_FAMILY, COPIES_CLOCK, PHOTOS_OF, CopyPlace

MOST = 200
Held = tuple[Iterable[Sequence[Any]], dict[UUID, deadlines.Due]]  # the rows, and the clock of each
_FIELDS = (
    "id",
    "photo",
    "place",
    "where",
    "made_by__given_name",
    "made_by__family_name",
    "made_at",
    "gone_at",
)


@dataclass(frozen=True, slots=True)
class CopyRead:
    """`due`: the day it must be gone by; today where nobody pressed for it (a yes that ran out)."""

    id: UUID
    photo: UUID
    place: CopyPlace
    where: str
    who: str
    made_at: datetime
    gone_on: date | None
    due: date

    @property
    def by_family(self) -> bool:
        return self.place in BY_FAMILY


def to_take_down(actor: Actor, setting: UUID) -> tuple[CopyRead, ...]:
    """The nearest day first. One query."""
    return ask(to_take_down_asked(actor, setting))


def to_take_down_asked(actor: Actor, setting: UUID) -> Question[tuple[CopyRead, ...]]:
    return joined(partial(_read, clock.day_of(actor.at)), _to_take_down(actor, setting=setting))


@prepared_question(setting=UUIDField())
def _to_take_down(actor: Actor, *, setting: UUID) -> Question[Held]:
    return _held(_minded(actor, setting).filter(to_come_down(actor)))


def gone_lately(actor: Actor, setting: UUID, *, limit: int = 20) -> tuple[CopyRead, ...]:
    """What was taken down last, to be undone where that was a mistake."""
    rows = _minded(actor, setting).filter(gone_at__isnull=False).order_by("-gone_at", "-id")
    return ask(_asked(actor, rows[:limit]))


def of_moment(actor: Actor, moment: UUID) -> tuple[tuple[Shown, ...], tuple[CopyRead, ...]]:
    """The photos of a moment that staff may put up, and where copies of them are. Raises NotThere."""
    usable = visible(actor, JournalAction.NOTE_COPY, apps.get_model("media.Photo"))
    ids = set(usable.filter(belongs_to_type=PHOTOS_OF, belongs_to_id=moment).values_list("pk", flat=True))
    photos = tuple(one for one in photos_of(actor, PHOTOS_OF, [moment]).get(moment, ()) if one.id in ids)
    if not photos:
        raise NotThere("no photo to put up")
    held = system(SystemReason.SHOWING, Copy).filter(~Q(place__in=BY_FAMILY), photo__in=ids)
    return photos, ask(_asked(actor, held.filter(gone_at__isnull=True)))


def _minded(actor: Actor, setting: UUID) -> "QuerySet[Copy]":
    return visible(actor, JournalAction.MIND_COPIES, Copy).filter(setting=setting)


def _asked(actor: Actor, rows: "QuerySet[Copy]") -> Question[tuple[CopyRead, ...]]:
    return joined(partial(_read, clock.day_of(actor.at)), _held(rows))


def _held(rows: "QuerySet[Copy]") -> Question[Held]:
    listed = rows if rows.query.is_sliced else rows.order_by("made_at", "id")[:MOST]
    return joined(
        lambda *held: held,
        question(list, listed.values_list(*_FIELDS)),
        deadlines.deadlines_asked(COPIES_CLOCK, listed.values("pk")),
    )


def _read(today: date, held: Held) -> tuple[CopyRead, ...]:
    rows, clocks = held
    found = [
        CopyRead(
            id=pk,
            photo=photo,
            place=CopyPlace(place),
            where=where,
            who=f"{given} {family}",
            made_at=made_at,
            gone_on=clock.day_of(gone_at) if gone_at else None,
            due=clocks[pk].due_on if pk in clocks else today,
        )
        for pk, photo, place, where, given, family, made_at, gone_at in rows
    ]
    if any(one.gone_on for one in found):
        return tuple(found)
    return tuple(sorted(found, key=lambda one: one.due))
