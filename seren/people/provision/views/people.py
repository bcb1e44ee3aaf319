"""`/desk/people/`: who works here, in which roles, at which hours, and on which days they are away."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import Page, Tab, Tag, day_words, endonym, weekdays_words
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.desk import people_tabs
from seren.people.provision.queries.staff import AwayShown, RoleShown, StaffShown, staff_at
from seren.people.provision.views.base import AtDesk


@dataclass(frozen=True, slots=True)
class RoleLine:
    words: str
    dates: str
    missing: bool
    end: str


@dataclass(frozen=True, slots=True)
class StaffCard:
    """One of the staff: roles, hours, days away, and the ways on."""

    name: str
    line: str
    tags: tuple[Tag, ...]
    roles: tuple[RoleLine, ...]
    hours: str
    away: tuple[str, ...]
    url: str
    letter: str
    languages: str


@dataclass(frozen=True, slots=True)
class StaffPage:
    line: str
    tabs: tuple[Tab, ...]
    staff: tuple[StaffCard, ...]
    runs: bool


class People(AtDesk, Page):
    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C2
    template_name = "provision/desk/people.html"

    def read(self, actor: Actor, **ids: Any) -> StaffPage:
        desk = self.desk(actor)
        return StaffPage(
            line=desk.name,
            tabs=people_tabs("/desk/people/"),
            staff=tuple(map(_card, staff_at(desk.id, actor.at))),
            runs=desk.runs,
        )


def _card(one: StaffShown) -> StaffCard:
    url = f"/desk/people/{one.person}/"
    spoken = ", ".join(endonym(code) for code in dict.fromkeys(one.languages))
    tags = [Tag(_("Joined"), "moss", "tick") if one.signs_in else Tag(_("Not joined yet"), "clay")]
    return StaffCard(
        name=one.name,
        line=_("Speaks %(languages)s.") % {"languages": spoken},
        tags=tuple(tags),
        roles=tuple(_role(role, url) for role in one.roles),
        hours="; ".join(f"{session}: {weekdays_words(days)}" for session, days in one.weeks)
        or _("No hours yet"),
        away=tuple(map(_away, one.away)),
        url=url,
        letter=f"/desk/families/{one.person}/",
        languages=f"/desk/families/{one.person}/languages/",
    )


def _role(role: RoleShown, url: str) -> RoleLine:
    words = str(role.role.label)
    if role.room:
        words = _("%(role)s, %(room)s") % {"role": words, "room": role.room}
    dates = _("Since %(day)s.") if role.begun else _("From %(day)s.")
    said = dates % {"day": day_words(role.from_day, year=True)}
    if role.until_day is not None:
        said = _("%(begins)s Ends on %(day)s.") % {
            "begins": said,
            "day": day_words(role.until_day, year=True),
        }
    return RoleLine(words, said, role.statement_on is None, f"{url}roles/{role.membership}/")


def _away(one: AwayShown) -> str:
    days = {"first": day_words(one.first_day), "last": day_words(one.last_day)}
    if one.first_day == one.last_day:
        return _("Away on %(first)s.") % days
    return _("Away from %(first)s to %(last)s.") % days
