"""Calls that do: the verbs of the pages. Ids are made by the caller, so a call sent twice is one."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Status

from seren.doors.api import shapes, showing
from seren.doors.api.asking import asker
from seren.doors.api.reading import read_star, star_of
from seren.doors.api.router import router
from seren.foundation.access.door import Actor, NotThere, may
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules import door as rules
from seren.partnership.journal.domain import (
    Said,
    answer,
    answer_family,
    ask_for_record,
    decide_record,
    note_moment,
    share_moment,
    share_star,
    thank,
    withdraw_moment,
)
from seren.partnership.journal.policies import JournalAction as Act
from seren.partnership.journal.queries import Signed
from seren.partnership.journal.queries.recordwishes import find_request
from seren.partnership.journal.queries.star import StarRead, find_moment, find_reply
from seren.partnership.journal.terms import Audience, MomentState, Precision, ReplyKind

T = TypeVar("T")


@router.put(
    "/moments/{uuid:moment}",
    response={200: shapes.MomentWholeOut, 201: shapes.MomentWholeOut},
    summary="Put a moment",
)
def put_moment(request: HttpRequest, moment: UUID, body: shapes.MomentIn) -> Status[shapes.MomentWholeOut]:
    """Staff note one, as a draft or shared at once; a guardian shares a star from home about one child.

    201 the first time, 200 the same again, 409 another body under an id of one's own.
    """
    actor, _reads = asker(request)
    check_new(moment)
    new = _twice(lambda: _put(actor, _said(moment, body), body))
    return Status(201 if new else 200, showing.whole(read_star(request, moment)))


@router.post("/moments/{uuid:moment}/share", response=shapes.MomentWholeOut, summary="Share a draft")
def share(request: HttpRequest, moment: UUID) -> shapes.MomentWholeOut:
    """Families see it when the undo has run out. Shared by me already: nothing changes."""
    actor, before = asker(request)[0], star_of(request, moment)
    if not _mine(before, MomentState.SHARED):
        share_moment(actor=actor, moment=find_moment(actor, Act.SHARE_MOMENT, moment), now=actor.at)
    return showing.whole(read_star(request, moment))


@router.post("/moments/{uuid:moment}/withdraw", response=shapes.MomentWholeOut, summary="Take back")
def withdraw(request: HttpRequest, moment: UUID) -> shapes.MomentWholeOut:
    """Families see only that it was there, and the day it was taken back."""
    actor, before = asker(request)[0], star_of(request, moment)
    if before.moment.state is not MomentState.WITHDRAWN or not before.may("restore"):
        withdraw_moment(actor=actor, moment=find_moment(actor, Act.WITHDRAW_MOMENT, moment), now=actor.at)
    return showing.whole(read_star(request, moment))


@router.put(
    "/moments/{uuid:moment}/replies/{uuid:reply}",
    response={200: shapes.ReplyOut, 201: shapes.ReplyOut},
    summary="Answer",
)
def put_reply(
    request: HttpRequest, moment: UUID, reply: UUID, body: shapes.ReplyIn
) -> Status[shapes.ReplyOut]:
    """A guardian answers the setting; staff answer one adult. No other parent sees it."""
    actor, _reads = asker(request)
    check_new(reply)
    kept, new = _twice(lambda: _answer(actor, moment, reply, body))
    shown = read_star(request, moment).moment.replies
    found = next((one for one in shown if one.id == kept), None)
    if found is None:
        raise NotThere("reply")
    return Status(201 if new else 200, showing.reply(found))


@router.post("/moments/{uuid:moment}/acknowledge", response=shapes.MomentWholeOut, summary="Say thank you")
def acknowledge(request: HttpRequest, moment: UUID) -> shapes.MomentWholeOut:
    """The key person or buddy thanks for a star from home. The first thanks stand."""
    actor, _reads = asker(request)
    thank(actor=actor, moment=find_moment(actor, Act.THANK, moment), now=actor.at)
    return showing.whole(read_star(request, moment))


@router.post(
    "/moments/{uuid:moment}/ask-for-record", response=shapes.MomentWholeOut, summary="Ask for the record"
)
def ask(request: HttpRequest, moment: UUID, body: shapes.AskIn | None = None) -> shapes.MomentWholeOut:
    """“Put this in my child’s record”: one's own star, or one's own answer (E-07). Asked once."""
    actor, _reads = asker(request)
    reply = None
    if body is not None and body.reply is not None:
        reply = find_reply(actor, Act.ASK_REPLY_FOR_RECORD, body.reply)
        if reply.moment_id != moment:
            raise NotThere("reply")
    action = Act.ASK_FOR_RECORD if reply is None else Act.SEE_MOMENT
    ask_for_record(actor=actor, moment=find_moment(actor, action, moment), reply=reply, now=actor.at)
    return showing.whole(read_star(request, moment))


@router.post(
    "/moments/{uuid:moment}/record-decision", response=shapes.MomentWholeOut, summary="Decide on the record"
)
def decide(request: HttpRequest, moment: UUID, body: shapes.DecisionIn) -> shapes.MomentWholeOut:
    """Staff put words from home in the record, or say why not. The parent reads the reason."""
    actor, _reads = asker(request)
    waiting = [one.id for one in star_of(request, moment).requests if one.may_decide]
    if body.request is not None:
        waiting = [one for one in waiting if one == body.request]
    if not waiting:
        raise NotThere("request")
    if len(waiting) > 1:
        raise Refused("which-request", _("Several wait here. Say which one you mean."), "request")
    decide_record(
        actor=actor,
        request=find_request(actor, Act.DECIDE_RECORD, waiting[0]),
        accept=body.accept,
        reason=body.reason,
        language=body.language,
        now=actor.at,
    )
    return showing.whole(read_star(request, moment))


def check_new(key: UUID) -> None:
    """Ids come from the caller, and tell the order things were made in."""
    if key.version != 7:
        raise Refused("no-uuid7", _("Make the id a UUIDv7."), "id")


def _put(actor: Actor, said: Said, body: shapes.MomentIn) -> bool:
    notes = body.audience is None and all(may(actor, Act.NOTE_MOMENT, child) for child in said.children)
    if notes:
        moment, new = note_moment(actor=actor, said=said, share=body.share, now=actor.at)
        if body.share and not new and moment.state == MomentState.DRAFT:
            share_moment(actor=actor, moment=moment, now=actor.at)
        return new
    if not all(may(actor, Act.SHARE_STAR, child) for child in said.children):
        raise NotThere("child")
    if not body.share:
        raise Refused("shared-at-once", _("A star from home is shared at once. Say so in “share”."), "share")
    return share_star(actor=actor, said=said, now=actor.at)[1]


def _said(moment: UUID, body: shapes.MomentIn) -> Said:
    at = body.happened_at
    exact = isinstance(at, datetime)
    if body.quick_word and body.quick_word not in {word.code for word in rules.quick_words()}:
        raise Refused("no-such-word", _("Choose one of the six words."), "quick_word")
    for code in body.areas:
        try:
            rules.tag(code)
        except rules.NoRule as none:
            raise Refused("no-such-area", _("Choose areas of the setting’s framework."), "areas") from none
    return Said(
        moment=moment,
        children=tuple(dict.fromkeys(body.children)),
        words=body.words,
        language=body.language,
        happened_at=at.astimezone(UTC) if isinstance(at, datetime) else clock.at_london(at, 12),
        precision=Precision.MINUTE if exact else Precision.DAY,
        quick_word=body.quick_word,
        areas=tuple(body.areas),
        audience=body.audience or Audience.FAMILY,
    )


def _answer(actor: Actor, moment: UUID, reply: UUID, body: shapes.ReplyIn) -> tuple[UUID, bool]:
    words: dict[str, Any] = {"reply": reply, "words": body.words, "language": body.language, "now": actor.at}
    if body.talk_with is None and may(actor, Act.ANSWER, moment):
        row = find_moment(actor, Act.ANSWER, moment)
        kept, new = answer(actor=actor, moment=row, kind=body.kind, **words)
        return kept.pk, new
    row = find_moment(actor, Act.ANSWER_FAMILY, moment)
    if body.kind is not ReplyKind.WORDS:
        raise Refused("staff-words", _("Staff answer in words. Send the kind “words”."), "kind")
    kept, new = answer_family(actor=actor, moment=row, talk_with=body.talk_with or row.author_id, **words)
    return kept.pk, new


def _mine(read: StarRead, state: MomentState) -> bool:
    return read.moment.state is state and read.moment.signed is Signed.ME


def _twice(act: Callable[[], T]) -> T:
    """The same call may come twice at once: whoever comes second finds what the first one wrote."""
    try:
        return act()
    except IntegrityError:
        return act()
