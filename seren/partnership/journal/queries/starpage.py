"""The words of a star's page: headings, who can see it, starters, what became of a request."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.kernel import clock
from seren.foundation.ui.door import (
    Line,
    MomentCard,
    ReplyShown,
    Said,
    Starter,
    Tag,
    day_words,
    when_words,
)
from seren.foundation.ui.door import Origin as Drawn
from seren.foundation.words.door import Shown as WordsShown
from seren.partnership.journal.queries.reading import ReplyRead, Signed
from seren.partnership.journal.queries.showing import card_of, original_words, written_in
from seren.partnership.journal.queries.star import RequestRead, StarRead
from seren.partnership.journal.queries.starters import beginning, starters_for
from seren.partnership.journal.terms import (
    Audience,
    Decision,
    MomentState,
    Origin,
    Precision,
    ReplyKind,
)


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
    hearted: bool


@dataclass(frozen=True, slots=True)
class StarPage:
    read: StarRead
    frame: str
    card: MomentCard
    url: str
    back: str
    title: str
    who_sees: str
    times: tuple[Line, ...]
    starters: tuple[Starter, ...]
    beginning: str
    removal: str
    talks: tuple[TalkShown, ...]
    request: RequestShown | None
    may_ask: bool
    thanked: str


def star_page(read: StarRead, at: datetime) -> StarPage:
    moment = read.moment
    guardian = bool(read.own) and not read.at_work
    names = [child.name for child in read.own]
    return StarPage(
        read=read,
        frame="ui/staff.html" if read.at_work else "ui/family.html",
        card=card_of(moment, at, size="page"),
        url=f"/stars/{moment.id}/",
        back="/room/" if read.at_work else "/stars/",
        title=_("A star from home") if moment.origin == Origin.HOME else _("A star"),
        who_sees=_who_sees(read),
        times=_times(read, at),
        starters=starters_for(moment, names) if guardian and _may_answer_another(read) else (),
        beginning=f"{beginning(moment, names)} " if names else "",
        removal=_("Please take this star down, because ") if _may_ask_removal(read) else "",
        talks=tuple(_talks(read, at)),
        request=_request(read.request_of(None), moment.author),
        may_ask=read.may("ask_record") and read.request_of(None) is None,
        thanked=_thanked(read),
    )


def _may_answer_another(read: StarRead) -> bool:
    """Nobody sends a heart to a star of their own."""
    return read.may("answer") and read.moment.signed is not Signed.ME


def _may_ask_removal(read: StarRead) -> bool:
    return read.may("answer") and read.moment.origin == Origin.SETTING and bool(read.own)


def _talks(read: StarRead, at: datetime) -> list[TalkShown]:
    """Families have one talk, there to begin in; staff one for each adult."""
    moment = read.moment
    if read.at_work:
        return [
            TalkShown(
                talk.talk_with,
                _("You and %(name)s") % {"name": talk.name} if talk.name else _("The talk"),
                tuple(_said(read, one, at) for one in talk.replies),
                read.may("answer_family"),
                False,
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
            any(one.mine and one.kind == ReplyKind.HEART for one in said),
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
    request = _request(read.request_of(one.id), one.author)
    may_ask = one.mine and one.from_family and words is not None and request is None and not read.at_work
    return SaidShown(one.id, shown, one.mine, may_ask, request)


def _language_of(words: WordsShown | None, author: str) -> str:
    if words is None:
        return ""
    return original_words(words, author) if words.original else written_in(words.language)


def _request(request: RequestRead | None, name: str) -> RequestShown | None:
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


def _who_sees(read: StarRead) -> str:
    moment = read.moment
    if moment.state == MomentState.DRAFT:
        return _("Only you, until you share it.")
    if moment.origin == Origin.SETTING:
        if read.at_work:
            return _("Each child’s family, the key people and the team. Answers go to staff only.")
        if not read.own:
            return _("The family, those they invited, and staff.")
        return _("Your child’s family and our team. Your answers go to our team only.")
    if moment.audience == Audience.KEY_PERSON:
        return _("The key person and the buddy. No other parent sees it.")
    if moment.audience == Audience.TEAM:
        return _("The team here. No other parent sees it.")
    if moment.audience == Audience.FAMILY:
        return _("All the child’s family and the team. In another home it says “from home”.")
    return _("The child’s family and our team.")


def _times(read: StarRead, at: datetime) -> tuple[Line, ...]:
    """When it happened, was written and was shared: three days that need not be one."""
    moment = read.moment
    if moment.signed is Signed.FROM_HOME:
        return (_line(_("It happened on %(when)s."), day_words(clock.day_of(moment.happened_at))),)
    exact = moment.precision == Precision.MINUTE
    happened = when_words(moment.happened_at, at) if exact else day_words(clock.day_of(moment.happened_at))
    lines = [
        _line(_("It happened: %(when)s."), happened),
        _line(_("It was written: %(when)s."), when_words(moment.written_at, at)),
    ]
    if moment.shared_at is not None:
        lines.append(_line(_("It was shared: %(when)s."), when_words(moment.shared_at, at)))
    return tuple(lines)


def _line(sentence: str, when: str) -> Line:
    return Line("clock", sentence % {"when": when})


def _thanked(read: StarRead) -> str:
    moment = read.moment
    if not (moment.thanked and moment.thanked_by):
        return ""
    if moment.signed is Signed.ME:
        return _("%(name)s says thank you for this star.") % {"name": moment.thanked_by}
    return _("%(name)s said thank you.") % {"name": moment.thanked_by}
