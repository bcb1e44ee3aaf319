"""What happened to one child of the room: a medicine in an emergency, an accident."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import SerenForm, Sighting, tell
from seren.partnership.days.domain import give_in_emergency, record_accident
from seren.partnership.days.forms.room.care import (
    ACCIDENT_DRAFT,
    EMERGENCY_DRAFT,
    AccidentForm,
    EmergencyForm,
    happened,
)
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care_room import (
    child_and_place,
    find_medicine,
    other_children,
    own_medicines,
    place_of,
)
from seren.partnership.days.terms.care import BodyPart, GivenAs
from seren.partnership.days.views.room.care import HERE, care_of
from seren.partnership.days.views.room.writing import FormOfCare, Written, person


class OfChild(Written):
    action = CareAction.RECORD_CARE

    def held(self, actor: Actor, **given: Any) -> Any:
        return self.once("child", lambda: child_and_place(actor, self.setting(), given["child"]))


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
            child=child.id,
            first=_("Ring 999 first. Then ring a parent. Nothing here waits for a permission."),
        )

    def sightings(self, model: FormOfCare) -> list[Sighting]:
        return [(RecordClass.C5, model.child)]

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        own = person(said.get("medicine", ""))
        entry = give_in_emergency(
            actor=actor, place=place_of(actor, self.setting(), given["child"]), entry=said["entry"],
            given_as=GivenAs(said["given_as"]), name=said["name"], amount=said["amount"], words=said["words"],
            rang=said["rang"], given_at=happened(said, actor.at), by=UUID(said["by"]),
            witness=person(said["witness"]),
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
            child=child.id,
            first=_("Help the child first. In an emergency ring 999."),
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        entry = record_accident(
            actor=actor, place=place_of(actor, self.setting(), given["child"]), entry=said["entry"],
            what=said["what"], parts=[BodyPart(part) for part in said["parts"]], marks=said["marks"],
            done=said["done"], where=said["where"], happened_at=happened(said, actor.at), by=UUID(said["by"]),
            witness=person(said["witness"]), other_child=person(said["other_child"]),
            serious=said["serious"], now=actor.at,
        )  # fmt: skip
        tell(self.request, _("Written down. Both homes see it now. Tell the family at the door."))
        return f"{HERE}{entry.pk}/"
