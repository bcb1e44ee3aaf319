"""The adults of a child: who they are, the four facts, and how a tie ends."""

from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seren.foundation.access.door import Actor, NotThere, RecordClass, SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.ui.door import FormShown, Labelled, tell
from seren.people.accounts.domain import Adult
from seren.people.accounts.terms import Format
from seren.people.families.domain import bring_adult, change_guardian, end_guardian
from seren.people.families.domain.adults import Facts
from seren.people.families.domain.arriving import Home
from seren.people.families.forms.desk import AdultForm, EndForm, FactsForm
from seren.people.families.models import Child, Guardianship
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk import adults_known, homes_of_child
from seren.people.families.terms import (
    EvidenceSeen,
    LivesWith,
    Relation,
    Responsibility,
    ResponsibilityBasis,
)
from seren.people.families.views.desk.base import DeskForm, back_to

_NATURAL = {"yes": True, "no": False, "unknown": None}


class AboutAdults(DeskForm):
    """Only for leaders who are not family of this child themselves."""

    record_class = RecordClass.C5

    def one(self, actor: Actor, **ids: Any) -> tuple[Child, Guardianship]:
        child = self.child(actor, ids["child"], FamilyAction.KEEP_RECORD)
        ties = system(SystemReason.WRITING, Guardianship).filter(child=child, until_at__isnull=True)
        tie = ties.select_related("adult").filter(pk=ids["tie"]).first()
        if tie is None:
            raise NotThere("no such tie")
        return child, tie

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        self.desk_to_run(actor)
        return super().read(actor, **ids)


class AddAdult(AboutAdults):
    form_class = AdultForm

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        child = self.child(actor, ids["child"], FamilyAction.KEEP_RECORD)
        known = [("", _("No, this is somebody new"))]
        known += [(str(key), name) for key, name in adults_known(actor, self.desk(actor).id, child)]
        homes: list[tuple[str, Any]] = [
            (str(home), Labelled(_("The home of %(names)s") % {"names": ", ".join(names)}))
            for home, names in homes_of_child(actor, child)
            if names
        ]
        homes += [("new", _("A home we do not know yet")), ("none", _("They do not live with the child"))]
        return {"choices": {"adult": known, "home": homes}}

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("Add an adult of %(child)s") % {"child": child.known_as},
            line=_("What they may see follows from these facts."),
            button=_("Add this adult"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], FamilyAction.KEEP_RECORD)
        bring_adult(
            actor=actor,
            child=child,
            setting=self.desk_to_run(actor).id,
            adult=UUID(said["adult"]) if said["adult"] else _new(said),
            facts=_facts(actor, said),
            home=_home(said["home"]),
            now=actor.at,
        )
        tell(self.request, _("Added. Print a joining letter when you like."))
        return f"{back_to(child)['back']}#adults"


class AboutTie(AboutAdults):
    """What an adult is to the child. `title` holds `%(name)s` and `%(child)s`; `told` is said afterwards."""

    title: ClassVar[Any]
    line: ClassVar[Any]
    button: ClassVar[Any]
    told: ClassVar[Any]

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        self.desk_to_run(actor)
        child, tie = self.one(actor, **ids)
        title = str(self.title) % {"name": tie.adult.name, "child": child.known_as}
        return FormShown(title=title, line=self.line, button=self.button, **back_to(child))

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child, tie = self.one(actor, **ids)
        self.keep(actor, tie, said)
        tell(self.request, str(self.told))
        return f"{back_to(child)['back']}#adults"

    def keep(self, actor: Actor, tie: Guardianship, said: dict[str, Any]) -> None:
        raise NotImplementedError


class ChangeAdult(AboutTie):
    form_class = FactsForm
    title = gettext_lazy("What %(name)s is to %(child)s")
    line = gettext_lazy("What stood before is kept with its dates.")
    button = gettext_lazy("Keep this")
    told = gettext_lazy("Kept. It counts from now.")

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        _child, tie = self.one(actor, **ids)
        natural = {value: key for key, value in _NATURAL.items()}[tie.natural_parent]
        return {
            "relation": tie.relation,
            "natural_parent": natural,
            "responsibility": tie.responsibility,
            "pr_basis": tie.basis,
            "evidence": tie.evidence,
            "seen_on": tie.seen_on,
            "lives_with": tie.lives_with,
            "day_to_day_care": tie.day_to_day_care,
            "can_collect": tie.can_collect,
            "emergency_order": tie.emergency_order,
        }

    def keep(self, actor: Actor, tie: Guardianship, said: dict[str, Any]) -> None:
        change_guardian(actor=actor, guardianship=tie, facts=_facts(actor, said), now=actor.at)


class EndAdult(AboutTie):
    form_class = EndForm
    title = gettext_lazy("%(name)s is no longer an adult of %(child)s")
    line = gettext_lazy("They stop seeing the child at once. So does everyone they invited.")
    button = gettext_lazy("End it now")
    told = gettext_lazy("It has ended.")

    def keep(self, actor: Actor, tie: Guardianship, said: dict[str, Any]) -> None:
        end_guardian(actor=actor, guardianship=tie, now=actor.at)


def _new(said: dict[str, Any]) -> Adult:
    language = said["read_language"]
    return Adult(
        said["given_name"],
        said["family_name"],
        said["email"],
        said["phone"],
        spoken_language=language,
        read_language=language,
        interface_language=language,
        format=Format(said["format"]),
    )


def _facts(actor: Actor, said: dict[str, Any]) -> Facts:
    """Whoever writes that evidence was seen is the one who saw it."""
    evidence = EvidenceSeen(said["evidence"])
    seen = evidence is not EvidenceSeen.NONE
    return Facts(
        relation=Relation(said["relation"]),
        natural_parent=_NATURAL[said["natural_parent"]],
        responsibility=Responsibility(said["responsibility"]),
        basis=ResponsibilityBasis(said["pr_basis"]) if said["pr_basis"] else "",
        lives_with=LivesWith(said["lives_with"]),
        day_to_day_care=said["day_to_day_care"],
        can_collect=said["can_collect"],
        emergency_order=said["emergency_order"],
        evidence=evidence,
        seen_by=actor.person if seen else None,
        seen_on=(said["seen_on"] or clock.day_of(actor.at)) if seen else None,
    )


def _home(chosen: str) -> Home:
    if chosen in ("new", "none"):
        return Home(new=chosen == "new")
    return Home(household=UUID(chosen))
