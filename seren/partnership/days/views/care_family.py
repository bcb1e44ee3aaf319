"""`/family/care/`: medicines we were asked to give, what was given, accidents; and “I have read this”."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import (
    Act,
    AnswerShown,
    Page,
    Sighting,
    Tag,
    TaskShown,
    day_words,
    tell,
)
from seren.partnership.days.domain import have_read
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care import EntryShown
from seren.partnership.days.queries.care_family import (
    CareOfChild,
    MedicineAtHome,
    care_of_family,
    entry_at_home,
    find_entry_at_home,
    told_the_place,
)
from seren.partnership.days.views import care_words as said
from seren.people.accounts.terms import Hat
from seren.people.consent.terms import Saying

HERE = "/family/care/"


@dataclass(frozen=True, slots=True)
class MedicineCard:
    """`url`: where the yes is given or taken back; `back`: the language to take it back in, with one tap."""

    title: str
    tag: Tag
    lines: tuple[str, ...]
    url: str
    back: str


@dataclass(frozen=True, slots=True)
class ChildCards:
    child: CareOfChild
    medicines: tuple[MedicineCard, ...]
    entries: tuple[TaskShown, ...]


@dataclass(frozen=True, slots=True)
class CareShown:
    children: tuple[ChildCards, ...]


class Care(Page):
    action = CareAction.FOLLOW_CARE
    record_class = RecordClass.C5
    audience = "family"
    template_name = "days/family/care.html"

    def read(self, actor: Actor, **given: Any) -> CareShown:
        _family_only(self.request)
        return CareShown(tuple(_of_child(one) for one in care_of_family(actor)))

    def sightings(self, model: CareShown) -> list[Sighting]:
        shown = (one.child for one in model.children if one.medicines or one.entries)
        return [(RecordClass.C5, child.id) for child in shown]


@dataclass(frozen=True, slots=True)
class EntryAtHome:
    of: EntryShown
    title: str
    tags: tuple[Tag, ...]
    facts: tuple[AnswerShown, ...]
    corrections: tuple[str, ...]
    own: tuple[str, ...]
    may_read: bool


class Entry(Page):
    """One entry: to read, to print, to say that one has read it."""

    action = CareAction.FOLLOW_CARE
    record_class = RecordClass.C5
    audience = "family"
    template_name = "days/family/entry.html"

    def read(self, actor: Actor, **given: Any) -> EntryAtHome:
        of = entry_at_home(actor, given["entry"])
        return EntryAtHome(
            of=of,
            title=said.title_of(of),
            tags=said.tags_of(of),
            facts=said.facts_of(of, at_home=True, place=told_the_place(actor, of)),
            corrections=said.corrections(of),
            own=said.own_lines(of.told),
            may_read=not of.known,
        )

    def sightings(self, model: EntryAtHome) -> list[Sighting]:
        return [(RecordClass.C5, model.of.child)]


class HaveRead(Act):
    action = CareAction.FOLLOW_CARE
    record_class = RecordClass.C5
    audience = "family"

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        have_read(actor=actor, entry=find_entry_at_home(actor, given["entry"]), now=actor.at)
        tell(self.request, _("Thank you. We know that you have read this."))
        return self.back(**given)

    def back(self, **given: Any) -> str:
        return f"{HERE}{given['entry']}/"


def _family_only(request: Any) -> None:
    who: Any = getattr(request, "who", None)
    if who is None or Hat.FAMILY not in who.hats:
        raise NotThere("no family's page")


def _of_child(of: CareOfChild) -> ChildCards:
    return ChildCards(of, tuple(map(_card, of.medicines)), tuple(map(_row, of.entries)))


def _card(of: MedicineAtHome) -> MedicineCard:
    one, own = of.of, of.question.own if of.question else None
    lines = [said.how_to_give(one), said.days_of(one)]
    if one.last_at is not None:
        lines.append(_("Last given on %(day)s.") % {"day": day_words(clock.day_of(one.last_at), year=True)})
    signed = own is not None and own.said is Saying.YES and own.to_this
    may = of.question is not None and of.question.may_answer and not of.question.over
    return MedicineCard(
        title=one.name,
        tag=Tag(_("In force"), "moss", "tick") if one.permitted else Tag(_("Not in force"), ""),
        lines=tuple(lines),
        url=f"/family/permissions/{one.asked}/" if may else "",
        back=f"back {get_language() or 'en'}" if may and signed else "",
    )


def _row(of: EntryShown) -> TaskShown:
    return TaskShown(
        title=said.title_of(of),
        url=f"{HERE}{of.id}/",
        hint=said.when(of),
        tag=Tag(_("Read"), "moss", "tick") if of.known else Tag(_("New for you"), "sea"),
    )
