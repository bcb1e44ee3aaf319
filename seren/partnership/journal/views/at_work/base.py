"""What the pages for staff have in common."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from seren.foundation.kernel import ids
from seren.foundation.media import door as media
from seren.partnership.journal.domain import Picture, Said
from seren.partnership.journal.forms.moment import happened


@contextmanager
def said_in(said: dict[str, Any], moment: UUID, now: datetime) -> Iterator[Said]:
    """What a moment's form says, with its photos taken in. They are let go of where the verb refuses."""
    at, precision = happened(said, now)
    with photos_in(said["photos"]) as pictures:
        yield Said(
            moment=moment,
            children=_children(said),
            words=said["words"],
            language=said["language"],
            happened_at=at,
            precision=precision,
            quick_word=said["quick_word"],
            areas=tuple(said["areas"]),
            pictures=pictures,
        )


@contextmanager
def photos_in(uploads: Iterable[Any]) -> Iterator[tuple[Picture, ...]]:
    """Slow, so before the verb writes."""
    with ExitStack() as taken:
        received = [taken.enter_context(media.receive(upload)) for upload in uploads]
        yield tuple(Picture(ids.new(), one) for one in received)


def _children(said: dict[str, Any]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(UUID(child) for child in (*said["children"], *said["others"])))
