"""`/desk/people/key-people/` and `…/cover/`: who looks after whom, and when neither of two is there."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import ChildShown, Page, Tab, Tag
from seren.people.families.queries.desk import Gap, cover_gaps, key_map
from seren.people.families.queries.desk.keymap import Carer, MapChild
from seren.people.families.views.desk.base import AtDesk
from seren.people.families.views.desk.words import languages_words
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.desk import people_tabs

AHEAD = 27  # days to look at after today: four weeks in all


@dataclass(frozen=True, slots=True)
class CarerCard:
    name: str
    line: str
    load: Tag
    key_of: tuple[ChildShown, ...]
    buddies: str


@dataclass(frozen=True, slots=True)
class MapShown:
    line: str
    tabs: tuple[Tab, ...]
    carers: tuple[CarerCard, ...]
    without: tuple[ChildShown, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SessionGap:
    session: str
    children: tuple[ChildShown, ...]


@dataclass(frozen=True, slots=True)
class DayGaps:
    day: date
    sessions: tuple[SessionGap, ...]


@dataclass(frozen=True, slots=True)
class CoverShown:
    line: str
    tabs: tuple[Tab, ...]
    days: tuple[DayGaps, ...]


class KeyPeople(AtDesk, Page):
    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C2
    template_name = "families/desk/key_people.html"

    def read(self, actor: Actor, **ids: Any) -> MapShown:
        desk = self.desk(actor)
        found = key_map(actor, desk)
        return MapShown(
            line=desk.name,
            tabs=people_tabs("/desk/people/key-people/"),
            carers=tuple(_card(one, found.most) for one in found.carers),
            without=tuple(_chip(child, "key-person/" if desk.runs else "") for child in found.without),
            note=_("More than %(count)d children is a question, not a fault.") % {"count": found.most},
        )


class Cover(AtDesk, Page):
    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C2
    template_name = "families/desk/cover.html"

    def read(self, actor: Actor, **ids: Any) -> CoverShown:
        desk, today = self.desk(actor), clock.day_of(actor.at)
        gaps = cover_gaps(actor, desk.id, today, date.fromordinal(today.toordinal() + AHEAD))
        days = groupby(gaps, key=lambda gap: gap.day)
        return CoverShown(
            line=desk.name,
            tabs=people_tabs("/desk/people/cover/"),
            days=tuple(
                DayGaps(day, tuple(_session(gap, "buddy/" if desk.runs else "") for gap in of_day))
                for day, of_day in days
            ),
        )


def _card(one: Carer, most: int) -> CarerCard:
    number = len(one.key_of)
    words = ngettext("Key person of %(count)d", "Key person of %(count)d", number) % {"count": number}
    if one.over:
        words = _("%(number)d, more than %(most)d") % {"number": number, "most": most}
    spoken = languages_words(one.languages)
    line = _("%(rooms)s. Speaks %(languages)s.") % {"rooms": ", ".join(one.rooms), "languages": spoken}
    return CarerCard(
        name=one.name,
        line=line if one.rooms else _("Speaks %(languages)s.") % {"languages": spoken},
        load=Tag(words, "clay", "care") if one.over else Tag(words, "moss" if number else ""),
        key_of=tuple(_chip(child, "") for child in one.key_of),
        buddies=", ".join(child.name for child in one.buddy_of),
    )


def _chip(child: MapChild, rest: str) -> ChildShown:
    others = [code for code in child.languages if code != "en"]
    return ChildShown(
        child.name, child.tint, child.cut, f"/desk/children/{child.id}/{rest}", say=languages_words(others)
    )


def _session(gap: Gap, rest: str) -> SessionGap:
    return SessionGap(
        gap.session,
        tuple(
            ChildShown(
                child.name,
                *child.paper,
                f"/desk/children/{child.id}/{rest}",
                say=_("Key person: %(name)s") % {"name": child.key_person} if child.key_person else "",
            )
            for child in gap.children
        ),
    )
