"""A moment in the reader's own words: the card of a list and the whole of a page, made of what was read.

Nothing is looked up here. What the reader may not know is not in a `MomentRead`, so it cannot be said.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from seren.foundation.kernel import clock
from seren.foundation.media.door import Shown as PhotoRead
from seren.foundation.rules import door as rules
from seren.foundation.ui.door import (
    CardState,
    MomentCard,
    PhotoShown,
    Said,
    day_words,
    paper_of,
    short_day,
    standing,
    when_words,
)
from seren.foundation.ui.door import Origin as Drawn
from seren.partnership.journal.queries.languages import original_words
from seren.partnership.journal.queries.reading import MomentRead, ReplyRead, Signed
from seren.partnership.journal.terms import MomentState, Origin, Precision, ReplyKind
from seren.people.families.queries import ChildShown

# A sentence ends at its sign, with the quote that closes after it; or at the end of a line.
_FIRST = re.compile(r"[^\n]*?[.!?؟۔।][”’»\"')]*(?=\s|$)|[^\n]+")
_LONGEST_TITLE = 120

# By whom it is signed, without and with the names of the children it is about.
_FROM = {
    "me": (gettext_lazy("From you · %(when)s"), gettext_lazy("%(child)s · from you · %(when)s")),
    "me-paper": (
        gettext_lazy("From you, on paper · %(when)s"),
        gettext_lazy("%(child)s · from you, on paper · %(when)s"),
    ),
    "name": (
        gettext_lazy("From %(name)s · %(when)s"),
        gettext_lazy("%(child)s · from %(name)s · %(when)s"),
    ),
    "name-paper": (
        gettext_lazy("From %(name)s, on paper · %(when)s"),
        gettext_lazy("%(child)s · from %(name)s, on paper · %(when)s"),
    ),
    "home": (gettext_lazy("From home · %(when)s"), gettext_lazy("%(child)s · from home · %(when)s")),
}


def card_of(
    read: MomentRead,
    at: datetime,
    *,
    named: Mapping[UUID, ChildShown] | None = None,
    note: str = "",
    size: str = "thumb",
    lasting: bool = False,
) -> MomentCard:
    """The card of one moment. `named`: the children to say, where a reader follows several.

    `lasting`: for paper, where “today” would soon be untrue.
    """
    if read.state == MomentState.WITHDRAWN:
        return _card_of_withdrawn(read)
    title, rest, original = words_of(read)
    draft = read.state == MomentState.DRAFT
    return MomentCard(
        id=str(read.id),
        url=_url(read),
        origin=_drawn(read),
        from_words=from_words(read, None if lasting else at, _names(read, named)),
        title=title,
        words=rest,
        original=original,
        original_words=original_words(read.words, _writer(read)),
        label=quick_word(read.quick_word) if read.words else "",
        photos=tuple(photo_shown(photo, size) for photo in read.photos if not photo.sorry),
        with_others=with_others(read.others),
        note=note,
        state=CardState.DRAFT if draft else CardState.SHARED,
        state_words=_("Not shared yet. Only you can see it.") if draft else "",
        tint=paper_of(read.id)[0],
    )


def _card_of_withdrawn(read: MomentRead) -> MomentCard:
    day: date = read.taken_back_on or clock.day_of(read.written_at)
    gone = _("This star was taken back on %(day)s.") % {"day": day_words(day)}
    state = CardState.WITHDRAWN
    return MomentCard(
        str(read.id), _url(read), _drawn(read), "", Said(gone, ""), state=state, state_words=gone
    )


def _url(read: MomentRead) -> str:
    return f"/stars/{read.id}/"


def _drawn(read: MomentRead) -> Drawn:
    return Drawn.HOME if read.origin == Origin.HOME else Drawn.SETTING


def words_of(read: MomentRead) -> tuple[Said, Said | None, Said | None]:
    """The first sentence, which is the title; the rest; the writer's own words where these are not."""
    if read.words is None:
        return Said(_without_words(read), ""), None, None
    title, rest = _first_sentence(read.words.body)
    original = read.words.original
    return (
        Said(title, read.words.language, read.words.direction),
        Said(rest, read.words.language, read.words.direction) if rest else None,
        Said(original.body, original.language, original.direction) if original else None,
    )


def from_words(read: MomentRead, at: datetime | None, children: str = "") -> str:
    """Who it is from and when it happened: “From Sian · today, 10:40”."""
    if read.signed is Signed.ME:
        kind = "me"
    else:
        kind = "home" if read.signed is Signed.FROM_HOME or not read.author else "name"
    paper = read.on_paper and kind != "home"
    sentence = _FROM[f"{kind}-paper" if paper else kind][bool(children)]
    return str(sentence) % {"name": read.author, "when": happened_words(read, at), "child": children}


def happened_words(read: MomentRead, at: datetime | None) -> str:
    """To the minute where that is known and told; another home's star by its day alone.

    Without a present, the whole date.
    """
    day = clock.day_of(read.happened_at)
    if at is None:
        return day_words(day, year=True)
    exact = read.precision == Precision.MINUTE and read.signed is not Signed.FROM_HOME
    gone = (clock.day_of(at) - day).days
    if exact and gone in (0, 1):
        return when_words(read.happened_at, at)
    if gone == 0:
        return _("today")
    if gone == 1:
        return _("yesterday")
    return short_day(day) if gone < 300 else day_words(day, year=True)


def with_others(others: int) -> str:
    if others <= 0:
        return ""
    return ngettext("with %(number)d friend", "with %(number)d friends", others) % {"number": others}


def quick_word(code: str) -> str:
    """The reader's word for a quick word; nothing for a code no pack has."""
    return next(
        (word.label(get_language() or "en").text for word in rules.quick_words() if word.code == code), ""
    )


def photo_shown(photo: PhotoRead, size: str) -> PhotoShown:
    width, height = photo.fitted(size)
    return PhotoShown(
        url=photo.address(size),
        width=width,
        height=height,
        alt=photo.alt or _("A photo. Nobody has described it yet."),
        alt_language=photo.alt_language if photo.alt else "",
        ready=photo.ready,
        full_url=photo.address("full") if size != "thumb" and photo.ready else "",
    )


def family_note(read: MomentRead) -> str:
    """What a guardian already did about a moment, told by what they themselves may see."""
    if read.signed is Signed.ME and read.thanked and read.thanked_by and not _answers(read.replies):
        return _("%(name)s says thank you.") % {"name": read.thanked_by}
    if not read.replies:
        return ""
    last = read.replies[-1]
    if not last.mine and not last.from_family:
        day = day_words(clock.day_of(last.written_at))
        return _("%(name)s answered you on %(day)s.") % {"name": last.author, "day": day}
    mine = [reply for reply in read.replies if reply.mine]
    if not mine:
        return ""
    return _("You sent a heart.") if all(r.kind == ReplyKind.HEART for r in mine) else _("You answered.")


def joined(names: Sequence[str]) -> str:
    """Names one after another: “Yusuf, Hassan”."""
    return ", ".join(names)


def _answers(replies: Sequence[ReplyRead]) -> bool:
    return any(not reply.from_family for reply in replies)


def _names(read: MomentRead, named: Mapping[UUID, ChildShown] | None) -> str:
    if not named:
        return ""
    return joined([named[child].name for child in read.children if child in named and named[child].name])


def _writer(read: MomentRead) -> str:
    return "" if read.signed is Signed.FROM_HOME else read.author


def _without_words(read: MomentRead) -> str:
    if word := quick_word(read.quick_word):
        return word[:1].upper() + word[1:]
    if read.photos:
        return ngettext("A photo", "Photos", len(read.photos))
    return standing(clock.day_of(read.happened_at))


def _first_sentence(body: str) -> tuple[str, str]:
    body = body.strip()
    found = _FIRST.match(body)
    first = found.group().strip() if found else body
    if len(first) > _LONGEST_TITLE:
        cut = first.rfind(" ", 0, _LONGEST_TITLE)
        return (first[:cut] if cut > 0 else first) + "…", body
    return first, body[found.end() :].strip() if found else ""
