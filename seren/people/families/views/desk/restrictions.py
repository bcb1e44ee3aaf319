"""Restrictions at the desk: the paper or the decision, and the two people it takes to end one."""

from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seren.foundation.access.door import Actor, RecordClass, may
from seren.foundation.ui.door import Act, FormShown, Labelled, tell
from seren.people.families.domain import Paper, ask_lift, confirm, keep, lift, record_order, restrict
from seren.people.families.forms.restrictions import ConfirmForm, DecisionForm, LiftForm, OrderForm
from seren.people.families.models import Child
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk import adults_of_child, restriction_of
from seren.people.families.terms import DECIDED_HERE, OrderKind, RestrictionBasis, RestrictionCode
from seren.people.families.views.desk.base import AtDesk, DeskForm, back_to

NOT_ON_A_WORD = RestrictionCode.NO_COLLECT.value  # P-05


class RestrictionPage(DeskForm):
    """A form about who is kept from what: for those who decide about this child."""

    action = FamilyAction.RESTRICT
    record_class = RecordClass.C12
    needs = FamilyAction.RESTRICT

    def binding(self, child: Child, restriction: UUID) -> dict[str, str]:
        """Whom it binds, about whom. Raises NotThere where none such stands."""
        return {"name": restriction_of(child, restriction).adult, "child": child.known_as}

    def adults(self, actor: Actor, child: Child) -> list[tuple[str, Labelled]]:
        found = adults_of_child(child, actor.at)
        return [(str(one.person), Labelled(one.name, str(one.relation.label))) for one in found]


class RecordOrder(RestrictionPage):
    form_class = OrderForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        child = self.child(actor, ids["child"], self.needs)
        return {"choices": {"adult": self.adults(actor, child)}}

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("Record an order about %(child)s") % {"child": child.known_as},
            line=_("What you tick holds at once. Nobody is told. Two leaders lift it."),
            button=_("Record it now"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], self.needs)
        paper = Paper(
            kind=OrderKind(said["kind"]),
            court=said["court"],
            number=said["number"],
            terms=said["terms"],
            made_on=said["made_on"],
            ends_on=said["ends_on"],
            copy_seen=said["copy_seen"],
        )
        record_order(
            actor=actor,
            child=child,
            adult=UUID(said["adult"]),
            setting=self.desk(actor).id,
            paper=paper,
            codes=[RestrictionCode(code) for code in said["codes"]],
            now=actor.at,
        )
        tell(self.request, _("The order is recorded. What it stops is stopped from now."))
        return back_to(child)["back"]


class Restrict(RestrictionPage):
    form_class = DecisionForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        child = self.child(actor, ids["child"], self.needs)
        decides = may(actor, FamilyAction.DECIDE_FOR_SAFETY, child)
        bases = DECIDED_HERE if decides else (RestrictionBasis.CAUTION,)
        return {
            "choices": {
                "adult": self.adults(actor, child),
                "code": [code for code in RestrictionCode.choices if decides or code[0] != NOT_ON_A_WORD],
                "basis": [(one.value, one.label) for one in bases],
            }
        }

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("Restrict without an order, about %(child)s") % {"child": child.known_as},
            line=_("It holds at once. Nobody is told. It stands until people decide."),
            button=_("Set it now"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], self.needs)
        restrict(
            actor=actor,
            child=child,
            adult=UUID(said["adult"]),
            setting=self.desk(actor).id,
            code=RestrictionCode(said["code"]),
            basis=RestrictionBasis(said["basis"]),
            reason=said["reason"],
            now=actor.at,
        )
        tell(self.request, _("The restriction holds from now."))
        return back_to(child)["back"]


class AskLift(RestrictionPage):
    form_class = LiftForm

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        child = self.child(actor, ids["child"], self.needs)
        about = self.binding(child, ids["restriction"])
        return FormShown(
            title=_("Lift what binds %(name)s about %(child)s") % about,
            line=_("It stands until another leader agrees."),
            button=_("Ask to lift it"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], self.needs)
        ask_lift(
            actor=actor, restriction=ids["restriction"], child=child.id, reason=said["reason"], now=actor.at
        )
        tell(self.request, _("You have asked. Another leader must agree."))
        return back_to(child)["back"]


class Confirm(RestrictionPage):
    action = FamilyAction.DECIDE_FOR_SAFETY
    needs = FamilyAction.DECIDE_FOR_SAFETY
    form_class = ConfirmForm

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        child = self.child(actor, ids["child"], self.needs)
        about = self.binding(child, ids["restriction"])
        return FormShown(
            title=_("Decide on the caution for %(name)s about %(child)s") % about,
            line=_("You decide as safeguarding lead. It then stands until two people lift it."),
            button=_("It stays: this is our decision"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], self.needs)
        confirm(
            actor=actor, restriction=ids["restriction"], child=child.id, words=said["words"], now=actor.at
        )
        tell(self.request, _("Decided. The restriction stands."))
        return back_to(child)["back"]


class _OnOne(AtDesk, Act):
    """A press on one restriction; the verb says whether this person may."""

    action = FamilyAction.RESTRICT
    record_class = RecordClass.C12
    verb: ClassVar[Callable[..., None]]
    done: ClassVar[Any]

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], self.action)
        restriction_of(child, ids["restriction"])
        type(self).verb(actor=actor, restriction=ids["restriction"], child=child.id, now=actor.at)
        tell(self.request, str(self.done))
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return f"/desk/children/{ids['child']}/#restrictions"


class Lift(_OnOne):
    verb = lift
    done = gettext_lazy("The restriction is lifted.")


class Keep(_OnOne):
    verb = keep
    done = gettext_lazy("It stays. We remind you when to look again.")
