"""Calls that ask: who I am, children, their moments, one moment, the bytes of a photo."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from seren.doors.api import shapes, showing
from seren.doors.api.asking import asker
from seren.doors.api.router import router
from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.audit.door import saw
from seren.foundation.kernel import db
from seren.foundation.media.door import answer
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries import MomentRead, sky
from seren.partnership.journal.queries.star import StarRead, star
from seren.people.families.queries import (
    child_seen,
    children_seen,
    key_people_of,
    standing_among,
)

_ALL = 1_000  # children one adult sees at most: a large day setting


@router.get("/me", response=shapes.MeOut, summary="Who I am")
def me(request: HttpRequest) -> shapes.MeOut:
    """The adult whose session or token this is, their hats, and the children they may see."""
    actor, _reads = asker(request)
    who = request.who  # type: ignore[attr-defined]
    with db.reading():
        seen = children_seen(actor, limit=_ALL).children
    children = [showing.child(one) for one in seen]
    return shapes.MeOut(id=who.person, name=who.name, hats=sorted(who.hats), children=children)


@router.get("/children", response=shapes.ChildrenOut, summary="Children I may see")
def children(
    request: HttpRequest, limit: shapes.Limit = 20, cursor: shapes.Cursor = ""
) -> shapes.ChildrenOut:
    """In the order they became known here. `next` goes on, for this adult only."""
    actor, _reads = asker(request)
    with db.reading():
        page = children_seen(actor, limit=limit, cursor=cursor)
    return shapes.ChildrenOut(items=[showing.child(one) for one in page.children], next=page.after)


@router.get("/children/{uuid:child}", response=shapes.ChildOut, summary="One child")
def one_child(request: HttpRequest, child: UUID) -> shapes.ChildOut:
    """The name the child is known by, and their paper."""
    actor, _reads = asker(request)
    with db.reading():
        return showing.child(child_seen(actor, child))


@router.get("/children/{uuid:child}/moments", response=shapes.MomentsOut, summary="A child’s moments")
def moments(
    request: HttpRequest, child: UUID, limit: shapes.Limit = 20, cursor: shapes.Cursor = ""
) -> shapes.MomentsOut:
    """Newest first, as this adult may see them."""
    actor, reads = asker(request)
    with db.reading():
        if not child_seen(actor, child).stars:
            raise NotThere("stars")
        standing = standing_among(actor, [child])
        page = sky(actor, [child], reads, standing=standing, limit=limit, cursor=cursor)
        at_work = [one for one in page.moments if standing.at_work_for(child, one.setting)]
        watched = _strangers_photos(actor, child, at_work)
    seen = [(RecordClass.C4, child)] if watched else []
    saw(actor, seen, page=JournalAction.WALK_SKY, whose=[child])
    return shapes.MomentsOut(items=[showing.moment(one) for one in page.moments], next=page.after)


@router.get("/moments/{uuid:moment}", response=shapes.MomentWholeOut, summary="One moment")
def one_moment(request: HttpRequest, moment: UUID) -> shapes.MomentWholeOut:
    """With the answers and the wishes for the record that this adult may see."""
    return showing.whole(read_star(request, moment))


@router.get("/photos/{uuid:photo}/{slug:size}", summary="The bytes of a photo", include_in_schema=False)
def photo_bytes(request: HttpRequest, photo: UUID, size: str) -> HttpResponseBase:
    """`thumb`, `page` or `full`, as JPEG; asked again who asks, each time."""
    return answer(asker(request)[0], photo, size, request.headers)


def star_of(request: HttpRequest, moment: UUID) -> StarRead:
    """The moment as it stands, for a call that has yet to decide: nothing is shown, so none is noted."""
    actor, reads = asker(request)
    with db.reading():
        return star(actor, moment, reads)


def read_star(request: HttpRequest, moment: UUID) -> StarRead:
    """The moment as its page reads it, and the same note of who saw whose pictures."""
    actor, read = asker(request)[0], star_of(request, moment)
    seen = [(RecordClass.C4, child) for child in read.watched]
    saw(actor, seen, page=JournalAction.WALK_SKY, whose=read.moment.children)
    return read


def _strangers_photos(actor: Actor, child: UUID, page: Sequence[MomentRead]) -> bool:
    """Staff see pictures of a child whose key person or buddy they are not."""
    if not any(one.photos for one in page):
        return False
    return all(one.person != actor.person for one in key_people_of([child], actor.at))
