"""The list of outings, and the form an outing is planned with."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass, may, require
from seren.foundation.kernel import clock, db
from seren.foundation.kernel import ids as keys
from seren.foundation.rules.door import setting_value
from seren.foundation.ui.door import (
    FormPage,
    FormShown,
    Labelled,
    Page,
    SerenForm,
    TaskShown,
    day_words,
    tell,
)
from seren.partnership.days.domain import Plan, change_outing, plan_outing
from seren.partnership.days.domain.outing import MOST_CHILDREN
from seren.partnership.days.forms.outing import PLAN_DRAFT, PlanForm
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries.outing import (
    OutingLine,
    chosen_children,
    find_outing,
    outings_here,
    staff_to_choose,
)
from seren.partnership.days.terms.outing import OutingState, Transport
from seren.partnership.days.views.outing.base import LIST, one, tag_of
from seren.people.families.queries.room import ChildOfRoom, children_of_setting
from seren.people.provision.queries.places import for_staff

_PLAIN = (
    "name", "place", "day", "leaves", "returns", "ride", "adults", "children_per_adult", "phone", "bring",
    "helpers", "notes", "risks_weighed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutingsShown:
    setting: str
    plans: bool
    to_come: tuple[TaskShown, ...]
    past: tuple[TaskShown, ...]


class Outings(Page):
    action = OutingAction.SEE
    record_class = RecordClass.C7
    template_name = "days/outing/outings.html"

    def read(self, actor: Actor, **ids: Any) -> OutingsShown:
        here = for_staff(self.request)
        to_come, past = outings_here(actor, here.setting)
        plans = may(actor, OutingAction.PLAN, here.setting)
        return OutingsShown(here.place.name, plans, tuple(map(_task, to_come)), tuple(map(_task, past)))


class PlanOne(FormPage):
    action = OutingAction.PLAN
    record_class = RecordClass.C7
    template_name = "days/outing/plan.html"
    draft = PLAN_DRAFT

    def read(self, actor: Actor, **given: Any) -> FormShown:
        require(actor, OutingAction.PLAN, for_staff(self.request).setting)
        return FormShown(
            title=_("Plan an outing"),
            line=_("It is a draft until you put it to the manager."),
            button=_("Keep this plan"),
            back=LIST,
            back_words=_("All outings"),
        )

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        place = for_staff(self.request).place
        rule = setting_value(place.setting, place.nation, MOST_CHILDREN, clock.day_of(actor.at))
        return {
            "outing": keys.new(),
            "leader": str(actor.person),
            "children_per_adult": rule.number,
            "transport": Transport.WALK.value,
        }

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return _form(actor, for_staff(self.request).setting, given)

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        setting = for_staff(self.request).setting
        made = plan_outing(
            actor=actor, setting=setting, plan=_plan(said), children=said["invited"], outing=said["outing"],
            now=actor.at,
        )  # fmt: skip
        tell(self.request, _("Kept as a draft."))
        return one(made.pk)


class ChangeOne(PlanOne):
    """While it is a draft."""

    action = OutingAction.RUN

    def read(self, actor: Actor, **given: Any) -> FormShown:
        row = _draft(actor, given)
        return FormShown(
            title=_("Change the plan"), button=_("Keep this plan"), back=one(row.pk), back_words=row.name
        )

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        row = _draft(actor, given)
        return {
            **{name: getattr(row, name) for name in _PLAIN},
            "leaves": f"{row.leaves:%H:%M}",
            "returns": f"{row.returns:%H:%M}",
            "transport": row.transport,
            "leader": str(row.leader_id),
            "first_aider": str(row.first_aider_id),
            "children": [str(child) for child in chosen_children(row.pk)],
        }

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return _form(actor, _draft(actor, ids).setting_id, given)

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        key = given["outing"]
        change_outing(actor=actor, outing=key, plan=_plan(said), children=said["invited"], now=actor.at)
        tell(self.request, _("The plan is changed."))
        return one(key)


def _draft(actor: Actor, given: dict[str, Any]) -> Any:
    row = find_outing(actor, given["outing"], OutingAction.RUN)
    if row.state != OutingState.DRAFT:
        raise NotThere("its plan stands")
    return row


class _Form(PlanForm):
    """With those it is for as one set."""

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if "rooms" in said and "children" in said:
            said["invited"] = self.invited()
        return said


def _form(actor: Actor, setting: Any, of: dict[str, Any]) -> SerenForm:
    with db.reading():
        children = children_of_setting(actor, setting, clock.day_of(actor.at))
        staff = staff_to_choose(actor, setting)
    rooms = dict(sorted(((str(child.room), child.room_name) for child in children), key=lambda room: room[1]))
    return _Form(
        staff=[("", _("Choose one")), *staff],
        rooms=list(rooms.items()),
        children=[(str(child.child.id), _chip(child)) for child in children],
        within={str(child.child.id): str(child.room) for child in children},
        **of,
    )


def _chip(of: ChildOfRoom) -> Labelled:
    child = of.child
    return Labelled(child.name, initial=child.initial, tint=child.tint, cut=child.cut)


def _plan(said: dict[str, Any]) -> Plan:
    people = {name: keys.parse(said[name]) for name in ("leader", "first_aider")}
    return Plan(**{name: said[name] for name in _PLAIN}, **people, transport=Transport(said["transport"]))  # type: ignore[arg-type]


def _task(line: OutingLine) -> TaskShown:
    facts = {"place": line.place, "day": day_words(line.day, year=True)}
    return TaskShown(line.name, one(line.id), _("To %(place)s on %(day)s.") % facts, tag=tag_of(line.state))
