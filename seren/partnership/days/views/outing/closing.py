"""`/room/outing/<id>/list/`: who goes."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.ui.door import (
    FormPage,
    FormShown,
    Labelled,
    Once,
    SerenForm,
    Sighting,
    tell,
)
from seren.partnership.days.domain import close_list
from seren.partnership.days.forms.outing import ListForm
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries.outing import InvitedShown, OutingPage, outing_page
from seren.partnership.days.terms.outing import OutingAct
from seren.partnership.days.views.outing.base import one
from seren.people.provision.queries.places import for_staff


class CloseList(Once, FormPage):
    """Only children with a yes stand here. Whoever sends another gets nobody on the list."""

    action = OutingAction.RUN
    record_class = RecordClass.C8
    template_name = "days/outing/list.html"
    form_class = ListForm

    def page(self, actor: Actor, ids: dict[str, Any]) -> OutingPage:
        """The form, what is ticked and the page are of one look; what is done is of a look of its own."""
        of = self.once("outing", lambda: outing_page(actor, ids["outing"]))
        if not of.runs or not of.allows(OutingAct.CLOSE_LIST):
            raise NotThere("no list to close")
        return of

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return ListForm(children=[_choice(child) for child in self.page(actor, ids).may_go], **given)

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"children": [str(child.child.id) for child in self.page(actor, ids).may_go]}

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        for_staff(self.request)
        of = self.page(actor, ids)
        self.told = of.may_go
        return FormShown(
            title=_("Close the list"),
            line=_("Only children with a yes stand here. All others stay."),
            button=_("Close the list"),
            back=one(of.row.pk),
            back_words=of.row.name,
        )

    def sightings(self, model: FormShown) -> list[Sighting]:
        return [(RecordClass.C8, child.child.id) for child in self.told]

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        key = given["outing"]
        chosen = {child.child.id for child in self.page(actor, given).may_go}
        wanted = {child for child in chosen if str(child) in said["children"]}
        number = close_list(actor=actor, outing=key, children=wanted, now=actor.at)
        said_so = ngettext("%(count)d child is on the list.", "%(count)d children are on the list.", number)
        tell(self.request, said_so % {"count": number})
        return one(key)


def _choice(of: InvitedShown) -> tuple[str, Labelled]:
    child = of.child
    return str(child.id), Labelled(child.name, initial=child.initial, tint=child.tint, cut=child.cut)
