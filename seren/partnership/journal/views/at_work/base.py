"""What the pages for staff have in common."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from seren.foundation.access.door import Actor, NotThere
from seren.foundation.kernel import ids
from seren.foundation.media import door as media
from seren.partnership.journal.domain import Picture, Said
from seren.partnership.journal.forms.moment import MomentForm
from seren.people.provision.queries.places import Here, here_on


def here_of(request: HttpRequest, _actor: Actor) -> Here:
    """The current setting of whoever works here. Raises NotThere."""
    return here_on(request)


def for_staff(request: HttpRequest) -> Here:
    """The setting of whoever works here and is more than a helper. Raises NotThere."""
    place = here_on(request)
    if place.helps:
        raise NotThere("for staff")
    return place


@contextmanager
def said_in(form: MomentForm, now: datetime) -> Iterator[Said]:
    """What the form says, with its photos taken in. They are let go of where the verb refuses."""
    said = form.cleaned_data
    at, precision = form.happened(now)
    with ExitStack() as uploads:
        received = [uploads.enter_context(media.receive(upload)) for upload in said["photos"]]
        yield Said(
            moment=said["moment"],
            children=_children(said),
            words=said["words"],
            language=said["language"],
            happened_at=at,
            precision=precision,
            quick_word=said["quick_word"],
            areas=tuple(said["areas"]),
            pictures=tuple(Picture(ids.new(), one) for one in received),
        )


def _children(said: dict[str, Any]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(UUID(child) for child in (*said["children"], *said["others"])))
