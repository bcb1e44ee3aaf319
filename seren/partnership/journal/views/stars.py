"""`/stars/`: the thread of home and setting, month by month; and one month to print."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.ui.door import ChildShown, Tab
from seren.partnership.journal.domain import took_along
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.stars import (
    Asked,
    StarsRead,
    chips,
    empty_words,
    month_of_stars,
    stars_of,
)
from seren.partnership.journal.terms import PHOTOS_OF, CopyPlace, Origin
from seren.partnership.journal.views.base import FamilyPage, reads_of

HERE = "/stars/"


@dataclass(frozen=True, slots=True)
class StarsPage:
    """What the template says beside the stars: titles, and addresses that keep what was chosen."""

    read: StarsRead
    title: str
    line: str
    tabs: tuple[Tab, ...]
    chips: tuple[tuple[ChildShown, bool], ...]
    older: str
    newer: str
    empty: str
    child: str


class Stars(FamilyPage):
    action = JournalAction.WALK_SKY
    record_class = RecordClass.C3
    template_name = "journal/family/stars.html"

    def read(self, actor: Actor, **given: Any) -> StarsPage:
        asked = _asked(self.request)
        read = stars_of(actor, reads_of(self.request), asked)
        return StarsPage(
            read=read,
            title=_title(read),
            line=_line(read),
            tabs=_tabs(asked),
            chips=chips(read, HERE),
            older=_address(asked, older=read.older) if read.older else "",
            newer=_address(asked, newer=read.newer) if read.newer else "",
            empty=empty_words(read),
            child=str(asked.child or ""),
        )


@dataclass(frozen=True, slots=True)
class AlbumPage:
    read: StarsRead
    first: date
    title: str
    big: bool
    other_size: str
    back: str

    @property
    def moments(self) -> list[UUID]:
        return [UUID(card.id) for month in self.read.months for card in month.cards]


class Album(FamilyPage):
    """One month on paper, in normal or big print. A month is not a secret: an empty one says so."""

    action = JournalAction.WALK_SKY
    record_class = RecordClass.C3
    template_name = "journal/family/album.html"

    def show(self, request: HttpRequest, actor: Actor, *args: Any, **more: Any) -> HttpResponse:
        """A month is opened to be printed: whose other children are in its pictures is noted, once."""
        response = super().show(request, actor, *args, **more)
        page: AlbumPage = cast(Any, response).context_data["page"]
        took_along(
            actor=actor,
            place=CopyPlace.ALBUM,
            where=page.first.isoformat()[:7],
            now=actor.at,
            belongs_to_type=PHOTOS_OF,
            belongs_to_id__in=page.moments,
        )
        return response

    def read(self, actor: Actor, **given: Any) -> AlbumPage:
        first, child = _month(given["month"]), _uuid(self.request.GET.get("child", ""))
        big = self.request.GET.get("print") == "big"
        read = month_of_stars(actor, reads_of(self.request), first, child)
        kept = {"child": str(child)} if child else {}
        return AlbumPage(
            read=read,
            first=first,
            title=_title(read),
            big=big,
            other_size="?" + urlencode({**kept, "print": "normal" if big else "big"}),
            back=HERE,
        )


def _asked(request: HttpRequest) -> Asked:
    said = request.GET
    place = said.get("place", "")
    return Asked(
        child=_uuid(said.get("child", "")),
        place=Origin(place) if place in Origin.values else None,
        words=said.get("q", "").strip()[:200],
        older=said.get("older", ""),
        newer=said.get("newer", ""),
    )


def _uuid(said: str) -> Any:
    if not said:
        return None
    found = ids.parse(said)
    if found is None:
        raise NotThere("child")
    return found


def _month(said: str) -> date:
    if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", said):
        raise NotThere("month")
    year, month = said.split("-")
    return clock.today().replace(year=int(year), month=int(month), day=1)


def _address(asked: Asked, **place: str) -> str:
    narrowed = {"child": str(asked.child or ""), "place": asked.place.value if asked.place else ""}
    kept = {**narrowed, "q": asked.words, **place}
    query = urlencode({name: value for name, value in kept.items() if value})
    return f"{HERE}?{query}" if query else HERE


def _tabs(asked: Asked) -> tuple[Tab, ...]:
    def tab(place: Origin | None, words: str, star: str = "") -> Tab:
        url = _address(Asked(child=asked.child, place=place))
        return Tab(url, words, asked.place == place and not asked.words, star)

    return (
        tab(None, _("All")),
        tab(Origin.HOME, _("From home"), "home"),
        tab(Origin.SETTING, _("From us"), "setting"),
    )


def _title(read: StarsRead) -> str:
    named = [child for child in read.followed if child.name and read.asked.child in (None, child.id)]
    if not read.own:
        return _("Stars shared with you")
    if len(named) == 1:
        return _("%(name)s’s stars") % {"name": named[0].name}
    return _("Your stars")


def _line(read: StarsRead) -> str:
    if not read.own:
        return _("Somebody in the family lets you see them.")
    return _("Home and here, in one sky.")
