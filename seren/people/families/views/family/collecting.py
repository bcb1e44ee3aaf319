"""`/family/people/`, who collects: naming somebody, their password, one day; taking them off again."""

from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.ui.door import Labelled, SerenForm, day_words, tell
from seren.people.families.domain import (
    Named,
    change_password,
    collect_on_day,
    end_collector,
    name_collector,
    resume_collector,
)
from seren.people.families.forms.collecting import SOMEBODY_ELSE, CollectorForm, OneDayForm, PasswordForm
from seren.people.families.models import Collector
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.collecting import age_to_collect, find_collector, own_collectors
from seren.people.families.queries.family_page import find_child
from seren.people.families.terms import Relation
from seren.people.families.views.family.collectorphoto import photo_in, terms_of
from seren.people.families.views.family.people import HERE, AboutChild, ForChild, OnPeople


class NameCollector(ForChild):
    action = FamilyAction.NAME_COLLECTOR
    form_class: ClassVar[type[SerenForm]] = CollectorForm

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        child = find_child(actor, self.action, ids["child"])
        return CollectorForm(age=age_to_collect(child.pk, actor.at), **given)

    def read(self, actor: Actor, **given: Any) -> AboutChild:
        name = self.name(actor, given["child"])
        return AboutChild(
            _("Somebody who may collect %(name)s") % name,
            _("Ask them to bring something with their name and photo the first time."),
            _("Add them"),
            _("Our team sees this. No other parent does."),
            terms_of(actor, name["name"]),
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        child = find_child(actor, self.action, given["child"])
        with photo_in(said) as picture:
            name_collector(actor=actor, child=child, named=_named(said), picture=picture, now=clock.now())
        tell(self.request, _("Kept. Our team sees it from now, and checks who comes."))
        return HERE


class OneDay(NameCollector):
    form_class: ClassVar[type[SerenForm]] = OneDayForm

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        child = find_child(actor, self.action, ids["child"])
        held = own_collectors(actor, [child.pk]).get(child.pk, [])
        named = [(str(o.row), Labelled(o.name, str(o.relation.label))) for o in held if o.day is None]
        return OneDayForm(named=named, age=age_to_collect(child.pk, actor.at), **given)

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"day": clock.day_of(actor.at)}

    def read(self, actor: Actor, **given: Any) -> AboutChild:
        name = self.name(actor, given["child"])
        return AboutChild(
            _("Who collects %(name)s on one day") % name,
            _("Our team sees it at once. It ends with that day."),
            _("Tell the team"),
            _("Our team sees this. No other parent does."),
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        child = find_child(actor, self.action, given["child"])
        who: Collector | Named = _named(said)
        if said["who"] != SOMEBODY_ELSE:
            who = find_collector(actor, UUID(said["who"]))
        collect_on_day(
            actor=actor, child=child, day=said["day"], at=said["at_time"], who=who, now=clock.now()
        )
        tell(self.request, _("Our team sees it now, for %(day)s.") % {"day": day_words(said["day"])})
        return HERE


class ChangePassword(ForChild):
    action = FamilyAction.SEE_COLLECTOR
    form_class = PasswordForm

    def read(self, actor: Actor, **given: Any) -> AboutChild:
        collector = find_collector(actor, given["collector"])
        return AboutChild(
            _("A new password for %(name)s") % {"name": collector.name},
            _("The old one stops at once. Tell them the new one."),
            _("Change it"),
            _("Nobody can read it, not even our team. We compare it when they say it."),
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        collector = find_collector(actor, given["collector"])
        change_password(actor=actor, collector=collector, password=said["password"], now=clock.now())
        tell(self.request, _("The password is changed."))
        return HERE


class EndCollector(OnPeople):
    action = FamilyAction.SEE_COLLECTOR

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        collector = find_collector(actor, given["collector"])
        end_collector(actor=actor, collector=collector, now=clock.now())
        told = _("They may not collect any more.")
        tell(self.request, told, undo=f"{HERE}collectors/{collector.pk}/resume/")
        return HERE


class ResumeCollector(OnPeople):
    action = FamilyAction.NAME_COLLECTOR

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        resume_collector(actor=actor, collector=given["collector"], now=clock.now())
        tell(self.request, _("They are on the list again."))
        return HERE


def _named(said: dict[str, Any]) -> Named:
    return Named(
        name=said["name"],
        relation=Relation(said["relation"] or Relation.OTHER),
        password=said["password"],
        phone=said["phone"],
        old_enough=said["old_enough"],
    )
