"""What the desk's views share: the open desk, one child of it, a page that is one form."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Action, Actor, NotThere, RecordClass
from seren.foundation.ui.door import FormPage, FormShown, SerenForm
from seren.people.families.models import Child
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk import child_at
from seren.people.provision.queries.desk import Desk, desk_of, wished_setting

T = TypeVar("T")


class AtDesk:
    """Mixed into views. `desk` is asked of each request: roles end while pages are open.

    Where a request only asks, what it has found is not looked up again. A verb finds its rows itself.
    """

    request: Any

    def desk(self, actor: Actor) -> Desk:
        return self.once("desk", lambda: desk_of(actor, wished_setting(self.request)))

    def desk_to_run(self, actor: Actor) -> Desk:
        desk = self.desk(actor)
        if not desk.runs:
            raise NotThere("may look, not change")
        return desk

    def child(self, actor: Actor, child: UUID, action: Action = FamilyAction.KEEP_RECORD) -> Child:
        """A child of this desk's setting on whom the actor may do this."""
        return self.once(
            f"child {child} {action}", lambda: child_at(actor, self.desk(actor).id, action, child)
        )

    def once(self, name: str, look: Callable[[], T]) -> T:
        if self.request.method not in ("GET", "HEAD"):
            return look()
        held: dict[str, Any] = self.__dict__.setdefault("_held", {})
        if name not in held:
            held[name] = look()
        found: T = held[name]
        return found


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
