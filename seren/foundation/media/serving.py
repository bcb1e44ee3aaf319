"""The bytes of a picture, to those who may see it and to nobody else."""

import hmac
from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import FileResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import parse_etags

from seren.foundation.access.door import Action, Actor, NotThere, visible
from seren.foundation.kernel import clock, db
from seren.foundation.media import store
from seren.foundation.media.models import Photo
from seren.foundation.media.terms import MediaAction, PhotoState, Size
from seren.foundation.sealing.door import key_for

# May this actor's browser keep this picture, to be asked about each time? The version of everything the
# decision rests on; None where nothing may be kept (a restriction, a shared tablet).
Keeping = Callable[[Actor, UUID], str | None]

# Told of each whole picture that leaves: it may be kept.
Taken = Callable[[Actor, UUID], None]

_keeping: list[Keeping] = []
_taken: list[Taken] = []
_SAME_SITE = {"", "same-origin", "none"}


def register_keeping(keeping: Keeping) -> None:
    """Called once, by the room that knows what access rests on. Until then no browser keeps anything."""
    if _keeping and _keeping != [keeping]:
        raise ValueError("who may keep pictures is declared twice")
    _keeping[:] = [keeping]


def register_taken(taken: Taken) -> None:
    """Called once, by the room that minds where pictures went."""
    _taken[:] = [taken]


def answer(
    actor: Actor,
    photo: UUID,
    size: str,
    asked: Mapping[str, str],
    action: Action = MediaAction.SEE_PHOTO,
) -> HttpResponseBase:
    """One size of a picture. `asked` are the request's headers; `action` by whose rule it is seen.

    Of a picture seen by another rule than SEE_PHOTO no browser keeps anything: what they may keep is said
    of that rule alone.

    Raises NotThere: no such picture or size, not this actor's to see, not made yet, or asked for from the
    page of another site.
    """
    if size not in Size.values or asked.get("Sec-Fetch-Site", "") not in _SAME_SITE:
        raise NotThere("picture")
    with db.reading():
        row = _seen(actor, photo, action)
        tag = _tag(actor, row, size) if action is MediaAction.SEE_PHOTO else ""
    if tag and tag in parse_etags(asked.get("If-None-Match", "")):
        return _guarded(HttpResponseNotModified(), tag)
    try:
        file = store.open_size(photo, size)
    except FileNotFoundError as lost:
        raise NotThere("picture") from lost
    if size == Size.FULL:
        for taken in _taken:
            taken(actor, photo)
    response = FileResponse(file, content_type="image/jpeg")
    name = f"seren-photo-{clock.day_of(row.made_at).isoformat()}.jpg"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return _guarded(response, tag)


def _seen(actor: Actor, photo: UUID, action: Action) -> Photo:
    pictures = visible(actor, action, Photo).filter(binned_at__isnull=True)
    row: Photo | None = pictures.filter(pk=photo, state=PhotoState.READY).only("content", "made_at").first()
    if row is None:
        raise NotThere("picture")
    return row


def _tag(actor: Actor, row: Photo, size: str) -> str:
    """An entity tag nobody else's request matches, or nothing where nothing may be kept."""
    version = _keeping[0](actor, row.pk) if _keeping and size != Size.FULL else None
    if version is None:
        return ""
    covered = "|".join((str(actor.person), str(row.pk), row.content, size, version))
    return f'"{hmac.digest(key_for("media:etag"), covered.encode(), "sha256").hex()[:40]}"'


def _guarded(response: HttpResponseBase, tag: str) -> HttpResponseBase:
    headers = response.headers
    headers["Cache-Control"] = "private, no-cache" if tag else "private, no-store"
    if tag:
        headers["ETag"] = tag
    headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
