"""Read models as the API gives them: the same ones the pages show."""

from typing import Any
from uuid import UUID

from seren.doors.api import shapes
from seren.foundation.kernel import clock
from seren.foundation.media.door import Shown as PhotoShown
from seren.foundation.media.door import Size
from seren.foundation.words.door import Shown as WordsShown
from seren.partnership.journal.queries import MomentRead, ReplyRead, Signed
from seren.partnership.journal.queries.recordwishes import RequestRead
from seren.partnership.journal.queries.star import StarRead
from seren.partnership.journal.terms import MomentState, Precision
from seren.people.families.queries import ChildSeen


def child(seen: ChildSeen) -> shapes.ChildOut:
    return shapes.ChildOut(id=seen.id, known_as=seen.name, tint=seen.tint, cut=seen.cut)


def moment(read: MomentRead) -> shapes.MomentOut:
    return shapes.MomentOut(**_moment(read))


def whole(star: StarRead) -> shapes.MomentWholeOut:
    return shapes.MomentWholeOut(**_moment(star.moment), requests=[_request(one) for one in star.requests])


def photo(shown: PhotoShown) -> shapes.PhotoOut:
    return shapes.PhotoOut(
        id=shown.id,
        ready=shown.ready,
        width=shown.width,
        height=shown.height,
        alt=shown.alt,
        alt_language=shown.alt_language,
        thumb=_address(shown.id, Size.THUMB),
        page=_address(shown.id, Size.PAGE),
        full=_address(shown.id, Size.FULL),
    )


def reply(read: ReplyRead) -> shapes.ReplyOut:
    return shapes.ReplyOut(
        id=read.id,
        talk_with=read.talk_with,
        author=read.author,
        mine=read.mine,
        from_family=read.from_family,
        kind=read.kind,
        words=_words(read.words),
        written_at=read.written_at,
    )


def _moment(read: MomentRead) -> dict[str, Any]:
    """In another home, and where it was taken back, only days are told."""
    minutes = read.signed is not Signed.FROM_HOME and read.state is not MomentState.WITHDRAWN
    exact = minutes and read.precision is Precision.MINUTE
    return {
        "id": read.id,
        "setting": read.setting,
        "origin": read.origin,
        "state": read.state.value,
        "signed": read.signed.value,
        "author": read.author,
        "on_paper": read.on_paper,
        "children": list(read.children),
        "others": read.others,
        "words": _words(read.words),
        "quick_word": read.quick_word,
        "happened_on": clock.day_of(read.happened_at),
        "happened_at": read.happened_at if exact else None,
        "precision": Precision.MINUTE if exact else Precision.DAY,
        "shared_on": clock.day_of(read.shared_at) if read.shared_at else None,
        "shared_at": read.shared_at if minutes else None,
        "taken_back_on": read.taken_back_on,
        "photos": [photo(one) for one in read.photos if not one.sorry],
        "replies": [reply(one) for one in read.replies],
        "thanked": read.thanked,
        "thanked_by": read.thanked_by,
        "audience": read.audience,
    }


def _request(read: RequestRead) -> shapes.RequestOut:
    return shapes.RequestOut(
        id=read.id,
        reply=read.reply,
        mine=read.mine,
        decision=read.decision.value,
        asked_on=read.asked_on,
        decided_on=read.decided_on,
        by=read.by,
        reason=_words(read.reason),
        may_decide=read.may_decide,
    )


def _words(shown: WordsShown | None) -> shapes.WordsOut | None:
    if shown is None:
        return None
    return shapes.WordsOut(
        body=shown.body,
        language=shown.language,
        direction=shown.direction,
        status=shown.status.value,
        original=_words(shown.original),
    )


def _address(photo: UUID, size: Size) -> str:
    return f"/api/v1/photos/{photo}/{size.value}"
