"""The forms of the room: a dose in few taps, a bottle looked at, an emergency, an accident."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.ui.door import FormPage, SerenForm, Sighting, tell, time_words
from seren.partnership.days.domain import give_dose, give_in_emergency, look_at_bottle, record_accident
from seren.partnership.days.forms.room.care import (
    ACCIDENT_DRAFT,
    EMERGENCY_DRAFT,
    AccidentForm,
    BottleForm,
    DoseForm,
    EmergencyForm,
    happened,
)
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care import MedicineShown
from seren.partnership.days.queries.care_room import (
    child_and_place,
    find_medicine,
    medicine_here,
    other_children,
    own_medicines,
    place_of,
    who_works_here,
)
from seren.partnership.days.terms.care import BodyPart, GivenAs, Outcome
from seren.partnership.days.views import care_words as said_in
from seren.partnership.days.views.room.care import HERE, care_of
from seren.people.provision.queries.places import for_staff


@dataclass(frozen=True, slots=True)
class FormOfCare:
    """`first`: what comes before any form: 999, or how to give it. `emergency`: a link to that form."""

    title: str
    lines: tuple[str, ...]
    button: str
    back: str
    first: str = ""
    emergency: str = ""


class Written(FormPage):
    """A form about one child of the room; it ends on that child’s page."""

    record_class = RecordClass.C5
    template_name = "days/room/form.html"

    def setting(self) -> UUID:
        return for_staff(self.request).setting

    def when(self, actor: Actor) -> dict[str, Any]:
        """As it mostly is: now, and by whoever fills the form in."""
        now = clock.local(actor.at)
        return {
            "entry": ids.new(), "day": clock.day_of(actor.at), "time": now.strftime("%H:%M"),
            "by": str(actor.person),
        }  # fmt: skip

    def staff(self, actor: Actor) -> list[tuple[str, str]]:
        return who_works_here(actor, self.setting(), _("I did"))


class OfMedicine(Written):
    action = CareAction.GIVE_MEDICINE
    _of: MedicineShown | None = None

    def of(self, actor: Actor, **given: Any) -> MedicineShown:
        if self._of is None:
            self._of = medicine_here(actor, self.setting(), given["child"], given["medicine"])
        return self._of

    def sightings(self, model: Any) -> list[Sighting]:
        return [(RecordClass.C5, self._of.child)] if self._of else []


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
            emergency=f"{care_of(of.child)}emergency/",
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        of = self.of(actor, **given)
        entry = give_dose(
            actor=actor, medicine=find_medicine(actor, of.id), entry=said["entry"], amount=said["amount"],
            outcome=Outcome(said["outcome"]), given_at=happened(said, actor.at), by=UUID(said["by"]),
            witness=_person(said["witness"]), words=said["words"], now=actor.at,
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
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        of = self.of(actor, **given)
        look_at_bottle(
            actor=actor, medicine=find_medicine(actor, of.id), expires_on=said["expires_on"],
            where=said["where"], now=actor.at,
        )  # fmt: skip
        tell(self.request, _("Kept. You see it with the medicine."))
        return care_of(of.child)


class OfChild(Written):
    action = CareAction.RECORD_CARE
    _held: Any = None

    def held(self, actor: Actor, **given: Any) -> Any:
        if self._held is None:
            self._held = child_and_place(actor, self.setting(), given["child"])
        return self._held


class Emergency(OfChild):
    draft = EMERGENCY_DRAFT

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        self.held(actor, **ids)
        own = [(str(one.id), one.name) for one in own_medicines(actor, self.setting(), ids["child"])]
        return EmergencyForm(staff=self.staff(actor), medicines=own, **given)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return self.when(actor)

    def read(self, actor: Actor, **given: Any) -> FormOfCare:
        child, _place = self.held(actor, **given)
        return FormOfCare(
            title=_("A medicine in an emergency"),
            lines=(_("Write it down as it was. Without a permission, the manager looks at it with you."),),
            button=_("Write it down"),
            back=care_of(child.id),
            first=_("Ring 999 first. Then ring a parent. Nothing here waits for a permission."),
        )

    def sightings(self, model: FormOfCare) -> list[Sighting]:
        return [(RecordClass.C5, self._held[0].id)]

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        own = _person(said.get("medicine", ""))
        entry = give_in_emergency(
            actor=actor, place=place_of(actor, self.setting(), given["child"]), entry=said["entry"],
            given_as=GivenAs(said["given_as"]), name=said["name"], amount=said["amount"], words=said["words"],
            rang=said["rang"], given_at=happened(said, actor.at), by=UUID(said["by"]),
            witness=_person(said["witness"]),
            medicine=find_medicine(actor, own) if own else None, now=actor.at,
        )  # fmt: skip
        tell(self.request, _("Written down. Both homes see it now."))
        return f"{HERE}{entry.pk}/"


class Accident(OfChild):
    draft = ACCIDENT_DRAFT

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        self.held(actor, **ids)
        others = other_children(actor, self.setting(), ids["child"])
        return AccidentForm(staff=self.staff(actor), others=others, **given)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return self.when(actor)

    def read(self, actor: Actor, **given: Any) -> FormOfCare:
        child, _place = self.held(actor, **given)
        return FormOfCare(
            title=_("An accident or first aid: %(child)s") % {"child": child.name},
            lines=(_("Both homes see it as soon as you write it down."),),
            button=_("Write it down"),
            back=care_of(child.id),
            first=_("Help the child first. In an emergency ring 999."),
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        entry = record_accident(
            actor=actor, place=place_of(actor, self.setting(), given["child"]), entry=said["entry"],
            what=said["what"], parts=[BodyPart(part) for part in said["parts"]], marks=said["marks"],
            done=said["done"], where=said["where"], happened_at=happened(said, actor.at), by=UUID(said["by"]),
            witness=_person(said["witness"]), other_child=_person(said["other_child"]),
            serious=said["serious"], now=actor.at,
        )  # fmt: skip
        tell(self.request, _("Written down. Both homes see it now. Tell the family at the door."))
        return f"{HERE}{entry.pk}/"


def _person(said: str) -> UUID | None:
    return UUID(said) if said else None
