"""Where two adults disagree about a trip: a leader decides, and says why."""

from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import FormPage, FormShown, Sighting, tell
from seren.people.consent.domain import decide
from seren.people.consent.forms import DECIDE_DRAFT, DecideForm
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.desk import asked_to_decide
from seren.people.consent.views.desk.base import here, in_words_of
from seren.people.provision.queries.atdesk import AtDesk


class Decide(AtDesk, FormPage):
    action = ConsentAction.DECIDE
    record_class = RecordClass.C8
    template_name = "ui/desk_form.html"
    form_class = DecideForm
    draft = DECIDE_DRAFT

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        asked = asked_to_decide(actor, self.desk(actor), ids["child"], ids["asked"])
        self.watched = asked.child_id
        return FormShown(
            title=_("Decide about this trip"),
            line=in_words_of(asked)["question"],
            button=_("Keep this decision"),
            back=here(asked.child_id),
            back_words=_("Back to the permissions"),
        )

    def sightings(self, model: FormShown) -> list[Sighting]:
        return [(RecordClass.C8, self.watched)]

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        asked = asked_to_decide(actor, self.desk(actor), ids["child"], ids["asked"])
        decide(actor=actor, asked=asked, goes=said["goes"] == "yes", why=said["why"], now=actor.at)
        tell(self.request, _("Decided. It holds until one of them says something new."))
        return here(asked.child_id)
