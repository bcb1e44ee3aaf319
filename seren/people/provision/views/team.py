"""The team’s forms: taking somebody on, another role, their hours, days away, and the last day."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import FormShown, day_words, tell
from seren.people.accounts.domain import Adult
from seren.people.provision.domain import be_away, end_membership, set_hours, take_on
from seren.people.provision.forms import AwayForm, EndRoleForm, HoursForm, MemberForm, RoleForm
from seren.people.provision.models import Membership, Session, Setting
from seren.people.provision.queries.desk import sessions_shown
from seren.people.provision.queries.staff import works_now
from seren.people.provision.terms import Role, Weekday
from seren.people.provision.views.base import WORKDAYS, AtDesk, DeskForm, room_choices, to_people


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
