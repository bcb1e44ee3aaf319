"""Naming a key person or a buddy: the first, or a change with reason and handover (E-01, E-05)."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import FormShown, Labelled, SerenForm, day_words, tell
from seren.people.families.domain import name_key_person
from seren.people.families.forms.desk import KeyPersonForm
from seren.people.families.models import Child
from seren.people.families.queries.desk import held_now, loads_at
from seren.people.families.terms import ChangeReason, KeyKind
from seren.people.families.views.desk.base import DeskForm, back_to
from seren.people.families.views.desk.words import load_words
from seren.people.provision.queries.staff import StaffShown, staff_at


class NameKeyPerson(DeskForm):
    kind: str = "key"
    form_class = KeyPersonForm

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        desk = self.desk_to_run(actor)
        before = held_now(desk.id, ids["child"], KeyKind(self.kind), actor.at)
        loads = loads_at(desk.id, actor.at)
        choices = [
            (str(one.person), Labelled(one.name, _hint(one, loads.get(one.person, 0))))
            for one in staff_at(desk.id, actor.at)
            if one.with_children and one.person != before
        ]
        return KeyPersonForm(**given, first=before is None, choices={"person": choices})

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"from_day": clock.day_of(actor.at)}

    def sheet(self, child: Child) -> FormShown:
        key = self.kind == KeyKind.KEY
        title = _("%(child)s’s key person") if key else _("%(child)s’s buddy")
        return FormShown(
            title=title % {"child": child.known_as},
            line=_("We tell every home at the same time, before it changes."),
            button=_("Name this person"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child, day = self.child(actor, ids["child"]), said["from_day"]
        today = clock.day_of(actor.at)
        if day < today:
            raise Refused("day-past", _("Choose today, or a day to come."), "from_day")
        name_key_person(
            actor=actor,
            child=child,
            setting=self.desk_to_run(actor).id,
            person=UUID(said["person"]),
            kind=KeyKind(self.kind),
            from_at=None if day == today else clock.at_london(day),
            reason=ChangeReason(said.get("reason") or ChangeReason.FIRST),
            handover=said.get("handover", ""),
            now=actor.at,
        )
        tell(self.request, _("Named, from %(day)s. The family is told.") % {"day": day_words(day)})
        return back_to(child)["back"]


def _hint(one: StaffShown, load: int) -> str:
    return load_words(load, one.languages)
