"""Slips for those who have not answered: one child and one question each; and the way back by the code."""

from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.audit.door import saw
from seren.foundation.kernel import ids
from seren.foundation.ui.door import FormPage, FormShown, ShownOnce
from seren.people.consent.domain import find_slip, print_slips
from seren.people.consent.forms import SlipForm
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.slips import SlipsShown, slips_shown
from seren.people.consent.queries.whom import silences
from seren.people.consent.views.desk.base import here
from seren.people.consent.views.desk.waiting import HERE, meant, pairs_of, seen
from seren.people.provision.queries.atdesk import AtDesk


class Slips(AtDesk, ShownOnce):
    """For all who have not answered, those of one room, those who read on paper, or one adult."""

    action = ConsentAction.KEY
    record_class = RecordClass.C8
    template_name = "consent/desk/slips.html"

    def make(self, actor: Actor, said: dict[str, Any], **given: Any) -> SlipsShown:
        desk, adult = self.desk_to_run(actor), ids.parse(said.get("adult", ""))
        found = meant(silences(actor, desk.id), ids.parse(said.get("room", "")), said.get("show") == "paper")
        found = tuple(one for one in found if adult is None or one.account.person == adult)
        saw(actor, seen(found), page=self.action)
        reads = {one.account.person: one.account.reads for one in found}
        slips = print_slips(actor=actor, pairs=pairs_of(found), reads=reads, now=actor.at)
        return slips_shown(slips, found, desk.name, self.back())

    def back(self, **given: Any) -> str:
        adult = ids.parse(self.request.POST.get("adult", ""))
        return f"{HERE}{adult}/" if adult else HERE


class FindSlip(AtDesk, FormPage):
    """A slip has come back: its code leads to the question, and to whose answer it is."""

    action = ConsentAction.KEY
    record_class = RecordClass.C8
    template_name = "ui/desk_form.html"
    form_class = SlipForm

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return {"code": self.request.GET.get("code", "")}

    def read(self, actor: Actor, **given: Any) -> FormShown:
        self.desk_to_run(actor)
        return FormShown(
            title=_("A slip has come back"),
            line=_("Its code leads to the question."),
            button=_("Find it"),
            back=HERE,
            back_words=_("Who has not answered"),
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        slip = find_slip(actor=actor, code=said["code"])
        return f"{here(slip.asked.child_id)}{slip.asked_id}/key/?slip={slip.pk}"
