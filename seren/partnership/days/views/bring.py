"""`/family/care/medicine/<child>/`: a parent writes a medicine down and signs for it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import FormPage, Once, SerenForm, tell
from seren.partnership.days.domain import Course, bring_medicine
from seren.partnership.days.forms.medicine import DRAFT, MedicineForm
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care_family import places_to_bring
from seren.partnership.days.terms.care import Prescriber
from seren.partnership.days.views.care_family import HERE


@dataclass(frozen=True, slots=True)
class BringShown:
    name: str
    setting: str
    back: str


class Bring(Once, FormPage):
    """A parent writes one medicine down. The button is the signature."""

    action = CareAction.BRING_MEDICINE
    record_class = RecordClass.C5
    audience = "family"
    template_name = "days/family/medicine.html"
    draft = DRAFT

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        places = self._places(actor, ids["child"])
        return MedicineForm(places=[(str(one.id), one.setting_name) for one in places], **given)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return {"from_day": clock.day_of(actor.at)}

    def read(self, actor: Actor, **given: Any) -> BringShown:
        places = self._places(actor, given["child"])
        only = places[0].setting_name if len(places) == 1 else ""
        return BringShown(places[0].child_name, only, HERE)

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        place = UUID(said["place"]) if "place" in said else self._places(actor, given["child"])[0].id
        bring_medicine(actor=actor, place=place, course=course_of(said), now=actor.at)
        tell(self.request, _("You signed for this medicine. Now bring the bottle."))
        return HERE

    def _places(self, actor: Actor, child: UUID) -> tuple[Any, ...]:
        places = self.once("places", lambda: places_to_bring(actor, child))
        if not places:
            raise NotThere("no setting to bring it to")
        return places


def course_of(said: dict[str, Any]) -> Course:
    return Course(
        name=said["name"],
        dose=said["dose"],
        often=said["often"],
        prescribed=Prescriber(said["prescribed"]),
        aspirin=said["aspirin"],
        emergency=said["emergency"],
        from_day=said["from_day"],
        until_day=said["until_day"],
    )
