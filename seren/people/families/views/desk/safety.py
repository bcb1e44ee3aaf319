"""What keeps a child safe: notes for all who look after them, and restrictions, which only leaders decide."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass, SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import Act, FormShown, Labelled, tell
from seren.people.families.domain import end_safety_note, lift, note_safety, restrict
from seren.people.families.forms.desk import RestrictionForm, SafetyForm
from seren.people.families.models import Child, Restriction, SafetyNote
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk import adults_of_child
from seren.people.families.terms import RestrictionBasis, RestrictionCode, SafetyKind
from seren.people.families.views.desk.base import AtDesk, DeskForm, back_to


class AddNote(DeskForm):
    form_class = SafetyForm

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("Keep %(child)s safe") % {"child": child.known_as},
            line=_("Everyone who looks after the child sees this, and the family."),
            button=_("Keep this note"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"])
        note_safety(
            actor=actor, child=child, kind=SafetyKind(said["kind"]), words=said["words"], now=actor.at
        )
        tell(self.request, _("Kept. Staff see it from now."))
        return back_to(child)["back"]


class EndNote(AtDesk, Act):
    action = FamilyAction.KEEP_RECORD
    record_class = RecordClass.C5

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"])
        notes = system(SystemReason.WRITING, SafetyNote).filter(child=child, until_at__isnull=True)
        note = notes.filter(pk=ids["note"]).first()
        if note is None:
            raise NotThere("no such note")
        end_safety_note(actor=actor, note=note, now=actor.at)
        tell(self.request, _("The note has ended."))
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return f"/desk/children/{ids['child']}/"


class Restrict(DeskForm):
    action = FamilyAction.RESTRICT
    record_class = RecordClass.C12
    needs = FamilyAction.RESTRICT
    form_class = RestrictionForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        child = self.child(actor, ids["child"], FamilyAction.RESTRICT)
        choices = [
            (str(one.person), Labelled(one.name, str(one.relation.label)))
            for one in adults_of_child(child, actor.at)
        ]
        return {"choices": {"adult": choices}}

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("Set a restriction about %(child)s") % {"child": child.known_as},
            line=_("It holds at once. Nobody is told. Another leader must lift it."),
            button=_("Set it now"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], FamilyAction.RESTRICT)
        _check_day(said["review_on"], clock.day_of(actor.at))
        restrict(
            actor=actor,
            child=child,
            adult=UUID(said["adult"]),
            code=RestrictionCode(said["code"]),
            basis=RestrictionBasis(said["basis"]),
            reason=said["reason"],
            review_on=said["review_on"],
            now=actor.at,
        )
        tell(self.request, _("The restriction holds from now."))
        return back_to(child)["back"]


class Lift(AtDesk, Act):
    """By somebody other than whoever set it; the verb says so."""

    action = FamilyAction.RESTRICT
    record_class = RecordClass.C12

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], FamilyAction.RESTRICT)
        held = system(SystemReason.WRITING, Restriction).filter(child=child, lifted_at__isnull=True)
        restriction = held.filter(pk=ids["restriction"]).first()
        if restriction is None:
            raise NotThere("no such restriction")
        lift(actor=actor, restriction=restriction, now=actor.at)
        tell(self.request, _("The restriction is lifted."))
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return f"/desk/children/{ids['child']}/"


def _check_day(day: date, today: date) -> None:
    if day <= today:
        raise Refused("day-past", _("Choose a day to come."), "review_on")
