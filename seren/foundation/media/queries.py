"""Pictures as pages show them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, UUIDField
from django.utils.functional import Promise

from seren.foundation.access.door import Action, Actor, Many, SystemReason, prepared, system, visible
from seren.foundation.kernel.questions import Question, ask, joined
from seren.foundation.media.decoder import shapes
from seren.foundation.media.models import Photo
from seren.foundation.media.refusals import sentence_for
from seren.foundation.media.terms import MediaAction, PhotoState, Size


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture on a page. `width` and `height` give its shape, also while it is not `ready`.

    `sorry` is a sentence in place of a picture that could not be read; empty otherwise.
    """

    id: UUID
    ready: bool
    width: int
    height: int
    alt: str
    alt_language: str
    sorry: "str | Promise" = ""

    def address(self, size: str) -> str:
        return address(self.id, size)

    def fitted(self, size: str) -> tuple[int, int]:
        """Width and height of one size, for the page's markup."""
        return shapes.fit(self.width, self.height, shapes.SIZES[size])


def address(photo: UUID, size: str | Size) -> str:
    """Where the bytes are. Whoever opens it is asked again who they are."""
    return f"/photos/{photo}/{size}/"


def photos_of(
    actor: Actor, label: str, rows: Iterable[UUID], action: Action = MediaAction.SEE_PHOTO
) -> dict[UUID, tuple[Shown, ...]]:
    """The pictures this actor may see on these rows, by row, in the order they were added. One query.

    `action`: by whose rule, where these rows' pictures have one of their own.
    """
    return ask(photos_asked(actor, label, rows, action))


def photos_asked(
    actor: Actor, label: str, rows: Iterable[UUID], action: Action = MediaAction.SEE_PHOTO
) -> Question[dict[UUID, tuple[Shown, ...]]]:
    """The same as a question."""
    return joined(_by_row, _on.asked(actor, action=action, label=label, rows=set(rows)))


def _by_row(seen: Iterable[Any]) -> dict[UUID, tuple[Shown, ...]]:
    found: dict[UUID, list[Shown]] = defaultdict(list)
    for row, photo, state, width, height, alt, language, refusal in seen:
        sorry = sentence_for(refusal) if refusal else ""
        shown = Shown(photo, state == PhotoState.READY, width, height, alt, language, sorry)
        found[row].append(shown)
    return {row: tuple(shown) for row, shown in found.items()}


@prepared(rows=Many(UUIDField()))
def _on(actor: Actor, *, action: Action, label: str, rows: Collection[UUID]) -> "QuerySet[Any, Any]":
    pictures = visible(actor, action, Photo)
    there = pictures.filter(belongs_to_type=label, belongs_to_id__in=rows).order_by("made_at", "id")
    return there.values_list(
        "belongs_to_id", "id", "state", "width", "height", "alt", "alt_language", "refusal"
    )


def pictured(label: str) -> "QuerySet[Photo, UUID]":
    """The ids of all rows of this label with a picture that is not in the bin: for `pk__in=`."""
    held = system(SystemReason.SWEEPING, Photo).filter(belongs_to_type=label, binned_at__isnull=True)
    return held.values_list("belongs_to_id", flat=True)
