"""The talks on a star’s page: who said what, what they may do, and what became of a wish for the record."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.ui.door import Origin as Drawn
from seren.foundation.ui.door import ReplyShown, Said, Tag, day_words, when_words
from seren.foundation.words.door import Shown as WordsShown
from seren.partnership.journal.queries.languages import original_words, written_in
from seren.partnership.journal.queries.reading import ReplyRead
from seren.partnership.journal.queries.recordwishes import RequestRead
from seren.partnership.journal.queries.star import StarRead
from seren.partnership.journal.terms import Decision, Origin, ReplyKind


@dataclass(frozen=True, slots=True)
class SaidShown:
    """One reply of a talk, with what its author may do about it."""

    id: UUID
    reply: ReplyShown
    mine: bool
    may_ask: bool
    request: "RequestShown | None"


@dataclass(frozen=True, slots=True)
class RequestShown:
    """What became of “put this in my child’s record”."""

    id: UUID
    tag: Tag
    line: str
    reason: Said | None
    may_decide: bool


@dataclass(frozen=True, slots=True)
class TalkShown:
    key: UUID
    heading: str
    replies: tuple[SaidShown, ...]
    may_answer: bool


def talks_shown(read: StarRead, at: datetime) -> list[TalkShown]:
    """Families have one talk, there to begin in; staff one for each adult."""
    moment = read.moment
    if read.at_work:
        return [
            TalkShown(
                talk.talk_with,
                _("You and %(name)s") % {"name": talk.name} if talk.name else _("The talk"),
                tuple(_said(read, one, at) for one in talk.replies),
                read.may("answer_family"),
            )
            for talk in read.talks
        ]
    said = [one for talk in read.talks for one in talk.replies]
    if not (said or read.may("answer")):
        return []
    setting = moment.origin == Origin.SETTING and bool(moment.author)
    return [
        TalkShown(
            moment.id,
            _("You and %(name)s") % {"name": moment.author} if setting else _("You and us"),
            tuple(_said(read, one, at) for one in said),
            read.may("answer"),
        )
    ]


def _said(read: StarRead, one: ReplyRead, at: datetime) -> SaidShown:
    when = when_words(one.written_at, at)
    by = _("You, %(when)s") if one.mine else _("%(name)s, %(when)s")
    words = one.words
    original = words.original if words else None
    shown = ReplyShown(
        from_words=by % {"name": one.author, "when": when},
        words=Said(words.body, words.language, words.direction) if words else None,
        heart=one.kind == ReplyKind.HEART,
        original=Said(original.body, original.language, original.direction) if original else None,
        original_words=_language_of(words, one.author),
        origin=Drawn.HOME if one.from_family else Drawn.SETTING,
    )
    request = request_shown(read.request_of(one.id), one.author)
    may_ask = one.mine and one.from_family and words is not None and request is None and not read.at_work
    return SaidShown(one.id, shown, one.mine, may_ask, request)


def _language_of(words: WordsShown | None, author: str) -> str:
    if words is None:
        return ""
    return original_words(words, author) if words.original else written_in(words.language)


def request_shown(request: RequestRead | None, name: str) -> RequestShown | None:
    if request is None:
        return None
    reason = request.reason
    return RequestShown(
        request.id,
        _tag(request.decision),
        _request_line(request, name),
        Said(reason.body, reason.language, reason.direction) if reason else None,
        request.may_decide,
    )


def _tag(decision: Decision) -> Tag:
    if decision == Decision.ACCEPTED:
        return Tag(_("In the record"), "moss", "tick")
    if decision == Decision.DECLINED:
        return Tag(_("Not in the record"))
    return Tag(_("Asked for the record"), "sea")


def _request_line(request: RequestRead, name: str) -> str:
    facts = {
        "name": name,
        "asked": day_words(request.asked_on),
        "by": day_words(request.by) if request.by else "",
        "decided": day_words(request.decided_on) if request.decided_on else "",
    }
    if request.decided_on is not None:
        return _("Decided on %(decided)s.") % facts
    if request.mine:
        waiting = _("You asked us on %(asked)s. We answer by %(by)s.")
        return (waiting if request.by else _("You asked us on %(asked)s.")) % facts
    waiting = _("%(name)s asked on %(asked)s. Answer by %(by)s.")
    return (waiting if request.by else _("%(name)s asked on %(asked)s.")) % facts
