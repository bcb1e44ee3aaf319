"""What keeps a child safe: notes for all who look after them."""

from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass, SystemReason, system
from seren.foundation.ui.door import Act, FormShown, tell
from seren.people.families.domain import end_safety_note, note_safety
from seren.people.families.forms.desk import SafetyForm
from seren.people.families.models import Child, SafetyNote
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import SafetyKind
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
