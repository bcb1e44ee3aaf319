"""`/desk/families/<person>/languages/`: what an adult speaks and reads, and in which format."""

from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import FormPage, FormShown, SerenForm, tell
from seren.people.accounts.domain import keep_talk
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.queries import AccountShown, AccountState, accounts_of
from seren.people.accounts.terms import Format
from seren.people.families.forms.desk import TalkForm
from seren.people.families.views.desk.accounts import AboutAdult


class Talk(AboutAdult, FormPage):
    """Staff and parents alike. Who has joined chooses for themselves, all but what else they speak."""

    action = AccountsAction.CORRECT
    record_class = RecordClass.C6
    template_name = "ui/desk_form.html"
    form_class = TalkForm

    def shown(self, actor: Actor, **ids: Any) -> AccountShown:
        person = self.once("person", lambda: self.adult(actor, ids["person"]))
        return self.once("account", lambda: accounts_of([person.pk], actor.at)[person.pk])

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        joined = self.shown(actor, **ids).state is AccountState.JOINED
        return self.form_class(**given, joined=joined)

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        shown = self.shown(actor, **ids)
        return {
            "spoken": shown.spoken,
            "also_speaks": shown.also_speaks,
            "reads": shown.reads,
            "format": shown.format,
        }

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        shown = self.shown(actor, **ids)
        line = _("It counts for every letter from now on.")
        if shown.state is AccountState.JOINED:
            line = _("They have joined. All else they choose themselves.")
        return FormShown(
            title=_("Languages of %(name)s") % {"name": shown.name},
            line=line,
            button=_("Keep this"),
            back=f"/desk/families/{shown.person}/",
            back_words=_("Back"),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        person = self.adult(actor, ids["person"])
        keep_talk(
            actor=actor,
            person=person,
            also_speaks=said["also_speaks"],
            spoken_language=said.get("spoken"),
            read_language=said.get("reads"),
            format=Format(said["format"]) if "format" in said else None,
            now=actor.at,
        )
        tell(self.request, _("Kept. It counts from now."))
        return f"/desk/families/{person.pk}/"
