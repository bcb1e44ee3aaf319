"""The words of a star’s page: headings, who can see it, its times, starters, thanks."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from seren.foundation.kernel import clock
from seren.foundation.ui.door import Line, MomentCard, Starter, day_words, when_words
from seren.partnership.journal.queries.reading import Signed
from seren.partnership.journal.queries.showing import card_of
from seren.partnership.journal.queries.star import StarRead
from seren.partnership.journal.queries.startalks import RequestShown, TalkShown, request_shown, talks_shown
from seren.partnership.journal.queries.starters import beginning, starters_for
from seren.partnership.journal.terms import Audience, MomentState, Origin, Precision


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
        talks=tuple(talks_shown(read, at)),
        request=request_shown(read.request_of(None), moment.author),
        may_ask=read.may("ask_record") and read.request_of(None) is None,
        thanked=_thanked(read),
    )


def _may_answer_another(read: StarRead) -> bool:
    """Nobody sends a heart to a star of their own."""
    return read.may("answer") and read.moment.signed is not Signed.ME


def _may_ask_removal(read: StarRead) -> bool:
    return read.may("answer") and read.moment.origin == Origin.SETTING and bool(read.own)


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
