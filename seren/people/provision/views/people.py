"""`/desk/people/`: who works here, in which roles and on which days; taking on, hours, days away, ending."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass, SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import FormShown, Page, Tab, Tag, day_words, endonym, tell
from seren.people.accounts.domain import Adult
from seren.people.provision.domain import be_away, end_membership, set_hours, take_on
from seren.people.provision.forms import AwayForm, EndRoleForm, HoursForm, MemberForm, RoleForm
from seren.people.provision.models import Membership, Session, Setting
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.desk import sessions_shown
from seren.people.provision.queries.staff import AwayShown, RoleShown, StaffShown, staff_at, works_now
from seren.people.provision.terms import Role, Weekday
from seren.people.provision.views.base import WORKDAYS, AtDesk, DeskForm, room_choices, to_people

_A_MONDAY = date(2025, 5, 12).toordinal()


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
        places = (("", _("Staff")), ("key-people/", _("Key people")), ("cover/", _("Cover")))
        return StaffPage(
            line=desk.name,
            tabs=tuple(Tab(f"/desk/people/{end}", words, not end) for end, words in places),
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
        hours="; ".join(f"{session}: {_days(days)}" for session, days in one.weeks) or _("No hours yet"),
        away=tuple(map(_away, one.away)),
        url=url,
        letter=f"/desk/families/{one.person}/",
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


def _days(weekdays: Sequence[int]) -> str:
    days = sorted(weekdays)
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{_weekday(days[0])}–{_weekday(days[-1])}"
    return ", ".join(map(_weekday, days))


def _weekday(weekday: int) -> str:
    language = get_language() or "en"
    return format_date(
        date.fromordinal(_A_MONDAY + weekday), "EEE", locale="en_GB" if language == "en" else language
    )


class AddMember(DeskForm):
    """Somebody new on the team. They sign in after their joining letter and give the statement themselves."""

    form_class = MemberForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"choices": {"room": room_choices(self.setting(actor).pk)}}

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"role": Role.PRACTITIONER, "from_day": clock.day_of(actor.at)}

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        line = _("Nothing opens for them before they give the confidentiality statement.")
        return FormShown(_("Add somebody to the team"), _("Add them"), line=line, **to_people())

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        setting = self.setting(actor)
        speaks = said["speaks"]
        adult = Adult(
            said["given_name"],
            said["family_name"],
            said["email"],
            said["phone"],
            spoken_language=speaks,
            read_language=speaks,
            interface_language=speaks,
        )
        member = _begin(self, actor, setting, adult, said)
        tell(self.request, _("Added. Now print their joining letter."))
        return f"/desk/families/{member.person_id}/"


class AddRole(DeskForm):
    """Another role of somebody who is here already."""

    form_class = RoleForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"choices": {"room": room_choices(self.setting(actor).pk)}}

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"from_day": clock.day_of(actor.at)}

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        names = {"name": self.member(setting, ids["person"]).person.name}
        return FormShown(_("Another role for %(name)s") % names, _("Add this role"), **to_people())

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        setting = self.setting(actor)
        self.member(setting, ids["person"])
        _begin(self, actor, setting, ids["person"], said)
        tell(self.request, _("The role is added. They give the statement for it on their next visit."))
        return "/desk/people/"


def _begin(
    view: AtDesk, actor: Actor, setting: Setting, adult: Adult | UUID, said: dict[str, Any]
) -> Membership:
    return take_on(
        actor=actor,
        setting=setting,
        adult=adult,
        role=Role(said["role"]),
        room=view.room(setting, said["room"]),
        from_at=clock.at_london(said["from_day"]),
        now=actor.at,
    )


class Hours(DeskForm):
    form_class = HoursForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        sessions = sessions_shown(self.setting(actor).pk)
        pairs = [
            (f"{day.value}:{one.id}", f"{day.label}, {one.name}") for day in WORKDAYS for one in sessions
        ]
        return {"choices": {"works": pairs}}

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        held = works_now(self.setting(actor).pk, ids["person"])
        return {"works": [f"{day}:{session}" for day, session in held], "from_day": clock.day_of(actor.at)}

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        names = {"name": self.member(setting, ids["person"]).person.name}
        line = _("What stood before ends the day before.")
        return FormShown(_("When %(name)s works") % names, _("Keep these hours"), line=line, **to_people())

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        setting = self.setting(actor)
        if said["from_day"] < clock.day_of(actor.at):
            raise Refused("day-past", _("Choose today, or a day to come."), "from_day")
        rows = {str(one.pk): one for one in system(SystemReason.WRITING, Session).filter(setting=setting)}
        pairs = [one.split(":") for one in said["works"]]
        set_hours(
            actor=actor,
            person=ids["person"],
            setting=setting,
            room=self.member(setting, ids["person"]).room,
            works=[(Weekday(int(day)), rows[session]) for day, session in pairs],
            from_day=said["from_day"],
            now=actor.at,
        )
        tell(self.request, _("The hours are kept."))
        return "/desk/people/"


class Away(DeskForm):
    form_class = AwayForm

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        names = {"name": self.member(setting, ids["person"]).person.name}
        line = _("We do not ask why. Cover then shows which children need somebody.")
        return FormShown(_("Days %(name)s is away") % names, _("Keep these days"), line=line, **to_people())

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        setting = self.setting(actor)
        self.member(setting, ids["person"])
        be_away(actor=actor, person=ids["person"], setting=setting, now=actor.at, **said)
        tell(self.request, _("Kept. See who needs cover."))
        return "/desk/people/cover/"


class EndRole(DeskForm):
    form_class = EndRoleForm

    def one(self, setting: Setting, **ids: Any) -> Membership:
        rows = system(SystemReason.WRITING, Membership).filter(setting=setting, person=ids["person"])
        row = rows.select_related("person").filter(pk=ids["membership"]).first()
        if row is None:
            raise NotThere("no such role here")
        return row

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        row = self.one(setting, **ids)
        names = {"name": row.person.name, "role": Role(row.role).label}
        line = _("What this role opens closes at midnight. Name other key people first.")
        return FormShown(
            _("%(name)s ends as %(role)s") % names, _("Note the last day"), line=line, **to_people()
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        row, last = self.one(self.setting(actor), **ids), said["last_day"]
        if row.person_id == actor.person:
            raise Refused("not-yourself", _("Somebody else must end your own role."))
        end_membership(actor=actor, membership=row, until_at=clock.end_of(last), now=actor.at)
        tell(self.request, _("The last day is %(day)s.") % {"day": day_words(last)})
        return "/desk/people/"
