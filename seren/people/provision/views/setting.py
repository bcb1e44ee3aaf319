"""`/desk/setting/`: how the setting is reached, its sessions, terms and closures."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules import door as rules
from seren.foundation.ui.door import Act, AnswerShown, FormShown, Page, day_words, tell
from seren.people.provision.domain import (
    add_session,
    add_term,
    change_session,
    close_on,
    keep_setting,
    open_on,
    remove_term,
)
from seren.people.provision.forms import (
    ClosureForm,
    SessionForm,
    SessionHoursForm,
    SettingForm,
    TermForm,
)
from seren.people.provision.models import Setting
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.desk import (
    SessionShown,
    SettingShown,
    sessions_shown,
    setting_shown,
    wished_setting,
)
from seren.people.provision.views.base import AtDesk, DeskForm, to_setting


@dataclass(frozen=True, slots=True)
class SettingPageShown:
    of: SettingShown
    facts: tuple[AnswerShown, ...]


class SettingAtDesk(AtDesk, Page):
    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C0
    template_name = "provision/desk/setting.html"

    def read(self, actor: Actor, **ids: Any) -> SettingPageShown:
        of = setting_shown(actor, wished_setting(self.request), clock.day_of(actor.at))
        url = "/desk/setting/change/" if of.desk.runs else ""
        facts = (
            AnswerShown(_("Phone"), of.desk.phone or _("None yet"), url, _("Change the phone")),
            AnswerShown(_("E-mail"), of.email or _("None yet"), url, _("Change the e-mail")),
            AnswerShown(_("Address"), of.address or _("None yet"), url, _("Change the address")),
            AnswerShown(_("Nation"), str(of.desk.nation.label)),
            AnswerShown(
                _("Your word for a key person"), _word(of.key_person_word), url, _("Change the word")
            ),
        )
        return SettingPageShown(of, facts)


def _word(code: str) -> str:
    return rules.key_person_word(code).one(get_language() or "en").text


class ChangeSetting(DeskForm):
    form_class = SettingForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {
            "choices": {"key_person_word": [(one.code, _word(one.code)) for one in rules.key_person_words()]}
        }

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        setting = self.setting(actor)
        names = ("phone", "email", "address", "key_person_word")
        return {name: getattr(setting, name) for name in names}

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        return FormShown(_("How families reach you"), _("Keep this"), **to_setting())

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        keep_setting(actor=actor, setting=self.setting(actor), now=actor.at, **said)
        tell(self.request, _("Kept. Families see it from now."))
        return "/desk/setting/"


class AddSession(DeskForm):
    form_class = SessionForm

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        return FormShown(
            _("Add a session"), _("Add it"), line=_("A stretch of the day children book."), **to_setting()
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        add_session(actor=actor, setting=self.setting(actor), now=actor.at, **said)
        tell(self.request, _("The session is there."))
        return "/desk/setting/"


class ChangeSession(DeskForm):
    form_class = SessionHoursForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        self.one(actor, **ids)  # nothing about a session that is not there, whatever was sent
        return {}

    def one(self, actor: Actor, **ids: Any) -> SessionShown:
        sessions = sessions_shown(self.setting(actor).pk)
        found = next((one for one in sessions if one.id == ids["session"]), None)
        if found is None:
            raise NotThere("no such session")
        return found

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        session = self.one(actor, **ids)
        hours = {name: f"{getattr(session, name):%H:%M}" for name in ("starts", "ends")}
        return {"name": session.name, **hours}

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        line = _("It counts for every booking and every working day.")
        return FormShown(_("Put a session right"), _("Keep this"), line=line, **to_setting())

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        session = self.one(actor, **ids)
        change_session(actor=actor, setting=self.setting(actor), session=session.id, now=actor.at, **said)
        tell(self.request, _("The session is put right."))
        return "/desk/setting/"


class AddTerm(DeskForm):
    form_class = TermForm

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        line = _("We count the days you are open by this.")
        return FormShown(_("Add a term"), _("Add it"), line=line, **to_setting())

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        if (said["half_term_from"] is None) != (said["half_term_to"] is None):
            raise Refused("half-half", _("Write both days of half-term, or neither."), "half_term_to")
        add_term(
            actor=actor,
            setting=self.setting(actor),
            name=said["name"],
            days=(said["first_day"], said["last_day"]),
            half_term=(said["half_term_from"], said["half_term_to"]),
            now=actor.at,
        )
        tell(self.request, _("The term is there."))
        return "/desk/setting/"


class AddClosure(DeskForm):
    form_class = ClosureForm

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        return FormShown(_("A day you are closed"), _("Add it"), **to_setting())

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        close_on(actor=actor, setting=self.setting(actor), now=actor.at, **said)
        tell(self.request, _("You are closed on %(day)s.") % {"day": day_words(said["day"])})
        return "/desk/setting/"


class RemoveTerm(AtDesk, Act):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C0

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        remove_term(actor=actor, setting=self.setting(actor), term=ids["term"], now=actor.at)
        tell(self.request, _("The term is gone."))
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return "/desk/setting/"


class OpenAgain(AtDesk, Act):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C0

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        try:
            day = date.fromordinal(ids["day"])
        except (ValueError, OverflowError) as never:
            raise NotThere("no such day") from never
        open_on(actor=actor, setting=self.setting(actor), day=day, now=actor.at)
        tell(self.request, _("You are open on %(day)s.") % {"day": day_words(day)})
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return "/desk/setting/"
