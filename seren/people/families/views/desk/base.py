"""What the desk's views share: the open desk, one child of it, a page that is one form."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Action, Actor, RecordClass
from seren.foundation.ui.door import FormPage, FormShown, SerenForm
from seren.people.families.models import Child
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk import child_at
from seren.people.provision.queries.atdesk import AtDesk as OfDesk


class AtDesk(OfDesk):
    """Mixed into views: one child of the desk."""

    def child(self, actor: Actor, child: UUID, action: Action = FamilyAction.KEEP_RECORD) -> Child:
        """A child of this desk's setting on whom the actor may do this."""
        return self.once(
            f"child {child} {action}", lambda: child_at(actor, self.desk(actor).id, action, child)
        )


class DeskForm(AtDesk, FormPage):
    """One form about one child. The page says who it is about, what happens, and the way back."""

    action = FamilyAction.KEEP_RECORD
    record_class = RecordClass.C5
    template_name = "ui/desk_form.html"
    needs: Action = FamilyAction.KEEP_RECORD

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return self.form_class(**given, **self.given(actor, **ids))

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        """Choices of this setting, and what else the form is made with."""
        return {}

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        return self.sheet(self.child(actor, ids["child"], self.needs))

    def sheet(self, child: Child) -> FormShown:
        raise NotImplementedError


def back_to(child: Child) -> dict[str, str]:
    return {
        "back": f"/desk/children/{child.id}/",
        "back_words": _("Back to %(child)s") % {"child": child.known_as},
    }


def yes_no(value: bool | None) -> str:
    return _("Not known") if value is None else _("Yes") if value else _("No")
