"""`/room/care/` and `/room/child/<id>/care/`: what to give today, whom to tell, one child."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import ChildShown as ChipShown
from seren.foundation.ui.door import (
    Page,
    Sighting,
    Tag,
    TaskShown,
    day_words,
    time_words,
)
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care import EntryShown
from seren.partnership.days.queries.care_room import (
    care_of_child,
    care_today,
)
from seren.partnership.days.queries.medicines import MedicineShown
from seren.partnership.days.views import care_words as said
from seren.people.families.queries import ChildShown
from seren.people.provision.queries.places import for_staff

HERE = "/room/care/"


@dataclass(frozen=True, slots=True)
class MedicineCard:
    """`give`: the form to write a dose down; empty where it may not be given now, and `lines` say why."""

    of: MedicineShown
    title: str
    tag: Tag
    lines: tuple[str, ...]
    give: str
    bottle: str


@dataclass(frozen=True, slots=True)
class TodayShown:
    medicines: tuple[MedicineCard, ...]
    to_tell: tuple[TaskShown, ...]
    children: tuple[ChipShown, ...]
    watched: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ChildShownHere:
    child: ChildShown
    url: str
    medicines: tuple[MedicineCard, ...]
    over: tuple[MedicineCard, ...]
    entries: tuple[TaskShown, ...]
    may_write: bool


class Today(Page):
    action = CareAction.SEE_CARE
    record_class = RecordClass.C5
    template_name = "days/room/today.html"

    def read(self, actor: Actor, **given: Any) -> TodayShown:
        of = care_today(actor, for_staff(self.request).setting)
        return TodayShown(
            medicines=tuple(card_of(one, actor, named=True) for one in of.medicines),
            to_tell=tuple(row_of(one, named=True) for one in of.to_tell),
            children=tuple(
                ChipShown(one.name, one.tint, one.cut, url=care_of(one.id)) for one in of.children
            ),
            watched=(*(one.child for one in of.medicines), *(one.child for one in of.to_tell)),
        )

    def sightings(self, model: TodayShown) -> list[Sighting]:
        return [(RecordClass.C5, child) for child in model.watched]


class Child(Page):
    action = CareAction.SEE_CARE
    record_class = RecordClass.C5
    template_name = "days/room/child.html"

    def read(self, actor: Actor, **given: Any) -> ChildShownHere:
        of = care_of_child(actor, for_staff(self.request).setting, given["child"])
        return ChildShownHere(
            child=of.child,
            url=care_of(of.child.id),
            medicines=tuple(card_of(one, actor) for one in of.medicines),
            over=tuple(card_of(one, actor) for one in of.over),
            entries=tuple(row_of(one) for one in of.entries),
            may_write=of.may_write,
        )

    def sightings(self, model: ChildShownHere) -> list[Sighting]:
        shown = model.medicines or model.over or model.entries
        return [(RecordClass.C5, model.child.id)] if shown else []


def care_of(child: Any) -> str:
    return f"/room/child/{child}/care/"


def card_of(of: MedicineShown, actor: Actor, *, named: bool = False) -> MedicineCard:
    """`named`: a list of several children says whose it is."""
    today, url = clock.day_of(actor.at), f"{care_of(of.child)}medicine/{of.id}/"
    now = of.permitted and of.from_day <= today <= of.until_day
    fit = of.expires_on is not None and of.expires_on >= today
    return MedicineCard(
        of=of,
        title=_("%(child)s: %(medicine)s") % {"child": of.child_name, "medicine": of.name}
        if named
        else of.name,
        tag=Tag(_("You may give it"), "moss", "tick")
        if now and fit
        else Tag(_("Do not give it now"), "berry", "cross"),
        lines=tuple(_lines(of, actor)),
        give=f"{url}give/" if now and fit and of.may_give else "",
        bottle=f"{url}bottle/" if of.may_give else "",
    )


def _lines(of: MedicineShown, actor: Actor) -> list[str]:
    today = clock.day_of(actor.at)
    lines = [said.how_to_give(of), said.days_of(of)]
    if not of.permitted and of.until_day >= today:
        lines.append(_("Nobody has said yes to this medicine. Ring a parent first."))
    if of.expires_on is None:
        lines.append(_("Look at the bottle first. Write down its date and where it is kept."))
    elif of.expires_on < today:
        lines.append(_("The date on this bottle has passed. Ring a parent for a new one."))
    else:
        facts = {"where": of.where, "day": day_words(of.expires_on, year=True)}
        lines.append(_("Where it is: %(where)s. Good until %(day)s.") % facts)
    if of.last_at is not None:
        facts = {"day": day_words(clock.day_of(of.last_at)), "time": time_words(of.last_at)}
        lines.append(_("Last given %(day)s, %(time)s.") % facts)
    return lines


def row_of(of: EntryShown, *, named: bool = False) -> TaskShown:
    title = said.title_of(of)
    told = Tag(_("Family told"), "moss", "tick") if of.known else Tag(_("Tell the family"), "clay", "talk")
    return TaskShown(
        title=_("%(child)s: %(medicine)s") % {"child": of.child_name, "medicine": title} if named else title,
        url=f"{HERE}{of.id}/",
        hint=said.when(of),
        tag=told,
    )
