"""What a leader writes about care: to whom an accident was reported, and that a medicine is asked about."""

from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import (
    FormPage,
    FormShown,
    SerenForm,
    Sighting,
    day_words,
    tell,
)
from seren.partnership.days.domain import ask_medicine, report_serious
from seren.partnership.days.forms.medicine import DRAFT, MedicineForm
from seren.partnership.days.forms.room.care import ReportForm
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care_desk import (
    law_of,
    place_to_ask,
    serious_entry,
)
from seren.partnership.days.views.bring import course_of
from seren.partnership.days.views.desk.care import HERE
from seren.people.provision.queries.atdesk import AtDesk


class Report(AtDesk, FormPage):
    action = CareAction.LEAD_CARE
    record_class = RecordClass.C5
    template_name = "ui/desk_form.html"
    form_class = ReportForm

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return {"on_day": clock.day_of(actor.at)}

    def read(self, actor: Actor, **given: Any) -> FormShown:
        _entry, of, due = serious_entry(actor, given["entry"])
        self.child = of.child
        line = law_of(self.desk(actor).nation.value, clock.day_of(of.happened_at))
        facts = {"law": line, "day": day_words(due, year=True) if due else ""}
        return FormShown(
            title=_("Report the accident of %(child)s") % {"child": of.child_name},
            line=_("%(law)s The last day is %(day)s. This is not legal advice.") % facts if due else line,
            button=_("We have told them"),
            back=HERE,
            back_words=_("Medicines and accidents"),
        )

    def sightings(self, model: FormShown) -> list[Sighting]:
        return [(RecordClass.C5, self.child)]

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        entry, _of, _due = serious_entry(actor, given["entry"])
        report_serious(
            actor=actor, entry=entry, on_day=said["on_day"], reference=said["reference"],
            others=said["others"], now=actor.at,
        )  # fmt: skip
        tell(self.request, _("Kept with the accident."))
        return HERE


class AskMedicine(AtDesk, FormPage):
    action = CareAction.ASK_MEDICINE
    record_class = RecordClass.C5
    template_name = "ui/desk_form.html"
    draft = DRAFT

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        place_to_ask(actor, self.desk(actor), ids["child"])
        return MedicineForm(places=[], **given)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return {"from_day": clock.day_of(actor.at)}

    def read(self, actor: Actor, **given: Any) -> FormShown:
        _place, child = place_to_ask(actor, self.desk(actor), given["child"])
        return FormShown(
            title=_("Ask about a medicine for %(child)s") % {"child": child.name},
            line=_("Nobody gives it before a parent has said yes in writing."),
            button=_("Ask them"),
            back=f"/desk/children/{child.id}/permissions/",
            back_words=_("Permissions of %(child)s") % {"child": child.name},
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place, child = place_to_ask(actor, self.desk(actor), given["child"])
        ask_medicine(actor=actor, place=place, course=course_of(said), now=actor.at)
        tell(self.request, _("It is asked. You see the answers here."))
        return f"/desk/children/{child.id}/permissions/"
