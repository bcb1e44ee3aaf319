"""A photo put on a moment: `multipart/form-data`, taken in before anything is written."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from ninja import Status

from seren.doors.api import shapes, showing
from seren.doors.api.asking import asker
from seren.doors.api.router import router
from seren.doors.api.writing import check_new
from seren.foundation.access.door import Actor, NotThere
from seren.foundation.kernel import db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media.door import photos_of, receive
from seren.partnership.journal.domain import Picture, add_photo
from seren.partnership.journal.policies import JournalAction as Act
from seren.partnership.journal.queries.star import find_moment
from seren.partnership.journal.terms import PHOTOS_OF

_MOST_CHILDREN = 60
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "children": {"type": "array", "items": {"type": "string", "format": "uuid"}},
                        "alt": {"type": "string", "maxLength": 500},
                        "alt_language": {"type": "string", "maxLength": 35},
                    },
                }
            }
        },
    }
}


@router.put(
    "/moments/{uuid:moment}/photos/{uuid:photo}",
    response={200: shapes.PhotoOut, 201: shapes.PhotoOut},
    summary="Put a photo on a moment",
    openapi_extra=_BODY,
)
def put_photo(request: HttpRequest, moment: UUID, photo: UUID) -> Status[shapes.PhotoOut]:
    """`children`: who of the moment is in the picture; left out means all. The same content again is 200."""
    actor, _reads = asker(request)
    row = find_moment(actor, Act.ADD_PHOTO, moment)
    check_new(photo)
    said, files = _parts(request)
    upload = files.get("file")
    if upload is None:
        raise Refused("no-file", _("Send the photo as “file”."), "file")
    there = _shown(actor, moment, photo) is not None
    alt = shapes.line(said.get("alt", ""), "alt")
    language = shapes.line(said.get("alt_language", ""), "alt_language")[:12]
    with receive(upload) as received:
        picture = Picture(photo, received, _children(said), alt, language)
        add_photo(actor=actor, moment=row, picture=picture, now=actor.at)
    shown = _shown(actor, moment, photo)
    if shown is None:
        raise NotThere("photo")
    return Status(200 if there else 201, shown)


def _parts(request: HttpRequest) -> tuple[Any, "MultiValueDict[str, Any]"]:
    """Django reads forms of POST only."""
    if request.content_type != "multipart/form-data":
        raise Refused("not-multipart", _("Send the photo as multipart/form-data."))
    try:
        parser = MultiPartParser(request.META, request, request.upload_handlers, request.encoding or "utf-8")
        return parser.parse()
    except MultiPartParserError as broken:
        raise Refused("damaged", _("This did not reach us whole. Send it again.")) from broken


def _children(said: Any) -> tuple[UUID, ...]:
    """Once for each child, or all in one field with commas between."""
    typed = [word for value in said.getlist("children") for word in value.replace(",", " ").split()]
    found = [ids.parse(word) for word in typed]
    if None in found or len(found) > _MOST_CHILDREN:
        raise Refused("not-in-moment", _("Only children in this moment can be in its photo."), "children")
    return tuple(dict.fromkeys(key for key in found if key is not None))


def _shown(actor: Actor, moment: UUID, photo: UUID) -> shapes.PhotoOut | None:
    with db.reading():
        held = photos_of(actor, PHOTOS_OF, [moment]).get(moment, ())
    return next((showing.photo(one) for one in held if one.id == photo), None)
