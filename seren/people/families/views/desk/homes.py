"""A child's homes: where adults and child live. An address asks for a fresh sign-in."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass, SystemReason, find, in_force, system
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import FormShown, tell
from seren.people.families.domain import add_home, correct_home
from seren.people.families.forms.desk import HomeForm
from seren.people.families.models import Child, Household, Lives
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import Pattern
from seren.people.families.views.desk.base import DeskForm, back_to


class AddHome(DeskForm):
    record_class = RecordClass.C6
    form_class = HomeForm

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("Add a home of %(child)s") % {"child": child.known_as},
            line=_("One home never learns the address of the other."),
            button=_("Keep this home"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], FamilyAction.KEEP_RECORD)
        add_home(
            actor=actor,
            child=child,
            setting=self.desk_to_run(actor).id,
            address=_address(said),
            phone=said["phone"],
            pattern=Pattern(said["pattern"]),
            now=actor.at,
        )
        tell(self.request, _("The home is kept. Now say who lives there."))
        return f"{back_to(child)['back']}#homes"


class ChangeHome(DeskForm):
    """Asks to show again who one is, where that was more than a few minutes ago."""

    action = FamilyAction.CHANGE_HOUSEHOLD
    record_class = RecordClass.C6
    form_class = HomeForm

    def dispatch(self, request: HttpRequest, *args: Any, **ids: Any) -> HttpResponseBase:
        actor: Actor | None = getattr(request, "actor", None)
        if actor is not None and not actor.fresh and request.method in ("GET", "HEAD"):
            return _again(request)
        return super().dispatch(request, *args, **ids)

    def one(self, actor: Actor, **ids: Any) -> tuple[Child, Lives]:
        return self.once("home", lambda: self._found(actor, **ids))

    def _found(self, actor: Actor, **ids: Any) -> tuple[Child, Lives]:
        child = self.child(actor, ids["child"], FamilyAction.KEEP_RECORD)
        home = find(actor, FamilyAction.SEE_HOUSEHOLD, Household, ids["home"])
        living = system(SystemReason.WRITING, Lives).filter(child=child, household=home)
        row = living.select_related("household").filter(in_force(actor.at)).first()
        if row is None:
            raise NotThere("no home of this child")
        return child, row

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        _child, row = self.one(actor, **ids)
        address = row.household.address or {}
        return {
            "address": "\n".join(address.get("lines", ())),
            "town": address.get("town", ""),
            "postcode": address.get("postcode", ""),
            "phone": row.household.phone or "",
            "pattern": row.pattern,
        }

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        child, _row = self.one(actor, **ids)
        return FormShown(
            title=_("A home of %(child)s") % {"child": child.known_as},
            line=_("One home never learns the address of the other."),
            button=_("Keep this"),
            **back_to(child),
        )

    def sightings(self, model: Any) -> Any:
        return ((RecordClass.C6, self.kwargs["child"]),)

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        if not actor.fresh:
            raise Refused("not-fresh", _("Sign in again in a second tab. Then press the button here."))
        child, row = self.one(actor, **ids)
        correct_home(
            actor=actor,
            child=child,
            household=row.household,
            address=_address(said),
            phone=said["phone"],
            pattern=Pattern(said["pattern"]),
            now=actor.at,
        )
        tell(self.request, _("The home is kept."))
        return f"{back_to(child)['back']}#homes"


def _again(request: HttpRequest) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"/in/again/?next={quote(request.path, safe='/')}", status=303)


def _address(said: dict[str, Any]) -> dict[str, object] | None:
    lines = [line.strip() for line in said["address"].splitlines() if line.strip()]
    if not (lines or said["town"] or said["postcode"]):
        return None
    return {"lines": lines, "town": said["town"], "postcode": said["postcode"]}
