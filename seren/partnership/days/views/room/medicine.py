"""A dose in few taps; a bottle looked at."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import SerenForm, Sighting, tell, time_words
from seren.partnership.days.domain import give_dose, look_at_bottle
from seren.partnership.days.forms.room.care import (
    BottleForm,
    DoseForm,
    happened,
)
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care_room import (
    find_medicine,
    medicine_here,
)
from seren.partnership.days.queries.medicines import MedicineShown
from seren.partnership.days.terms.care import Outcome
from seren.partnership.days.views import care_words as said_in
from seren.partnership.days.views.room.care import HERE, care_of
from seren.partnership.days.views.room.writing import FormOfCare, Written, person


class OfMedicine(Written):
    action = CareAction.GIVE_MEDICINE

    def of(self, actor: Actor, **given: Any) -> MedicineShown:
        key, child = given["medicine"], given["child"]
        return self.once("medicine", lambda: medicine_here(actor, self.setting(), child, key))

    def sightings(self, model: FormOfCare) -> list[Sighting]:
        return [(RecordClass.C5, model.child)]


class Give(OfMedicine):
    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return DoseForm(staff=self.staff(actor), **given)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        of = self.of(actor, **given)
        return {**self.when(actor), "amount": of.dose, "outcome": Outcome.TAKEN.value}

    def read(self, actor: Actor, **given: Any) -> FormOfCare:
        of = self.of(actor, **given)
        facts = {"medicine": of.name, "child": of.child_name}
        lines = [said_in.how_to_give(of), said_in.days_of(of)]
        if of.last_at is not None and clock.day_of(of.last_at) == clock.day_of(actor.at):
            lines.append(_("Given today already, at %(time)s.") % {"time": time_words(of.last_at)})
        return FormOfCare(
            title=_("%(medicine)s for %(child)s") % facts,
            lines=tuple(lines),
            button=_("Write it down"),
            back=care_of(of.child),
            child=of.child,
            emergency=f"{care_of(of.child)}emergency/",
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        of = self.of(actor, **given)
        entry = give_dose(
            actor=actor, medicine=find_medicine(actor, of.id), entry=said["entry"], amount=said["amount"],
            outcome=Outcome(said["outcome"]), given_at=happened(said, actor.at), by=UUID(said["by"]),
            witness=person(said["witness"]), words=said["words"], now=actor.at,
        )  # fmt: skip
        tell(self.request, _("Written down. Both homes see it now. Tell the family at the door."))
        return f"{HERE}{entry.pk}/"


class LookAtBottle(OfMedicine):
    form_class = BottleForm

    def read(self, actor: Actor, **given: Any) -> FormOfCare:
        of = self.of(actor, **given)
        return FormOfCare(
            title=_("The bottle of %(medicine)s") % {"medicine": of.name},
            lines=(_("The child’s name and this dose stand on the label. If not, ring a parent."),),
            button=_("I looked at it"),
            back=care_of(of.child),
            child=of.child,
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        of = self.of(actor, **given)
        look_at_bottle(
            actor=actor, medicine=find_medicine(actor, of.id), expires_on=said["expires_on"],
            where=said["where"], now=actor.at,
        )  # fmt: skip
        tell(self.request, _("Kept. You see it with the medicine."))
        return care_of(of.child)
