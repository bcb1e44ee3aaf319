"""`/on/`: what’s on for a family’s children, and what they answered."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.ui.door import Page, Sighting, Tag, standing
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries import outing_words as words
from seren.partnership.days.queries.outing_family import (
    OfChild,
    OnOuting,
    outing_of_family,
    outings_of_family,
)
from seren.partnership.days.terms.outing import OutingState
from seren.people.accounts.terms import Hat
from seren.people.consent.queries.stands import stands
from seren.people.families.queries import ChildShown


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """A question about one child, as it stands for this reader."""

    title: str
    language: str
    stands: str
    url: str
    waits: bool


@dataclass(frozen=True, slots=True)
class OwnChild:
    child: ChildShown
    answers: tuple[OwnAnswer, ...]


@dataclass(frozen=True, slots=True)
class OnShown:
    """One outing. `tag`: only where it is not simply to come."""

    id: UUID
    name: str
    day: str
    lines: tuple[str, ...]
    bring: str
    tag: Tag | None
    children: tuple[OwnChild, ...]
    over: bool


@dataclass(frozen=True, slots=True)
class WhatsOn:
    to_come: tuple[OnShown, ...]
    past: tuple[OnShown, ...]


class On(Page):
    action = OutingAction.FOLLOW
    record_class = RecordClass.C7
    audience = "family"
    template_name = "days/outing/on.html"

    def read(self, actor: Actor, **ids: Any) -> WhatsOn:
        _only_family(self.request)
        found = [_shown(one) for one in outings_of_family(actor)]
        return WhatsOn(tuple(one for one in found if not one.over), tuple(one for one in found if one.over))

    def sightings(self, model: WhatsOn) -> list[Sighting]:
        return _seen((*model.to_come, *model.past))


class OnOne(Page):
    action = OutingAction.FOLLOW
    record_class = RecordClass.C7
    audience = "family"
    template_name = "days/outing/on_one.html"

    def read(self, actor: Actor, **ids: Any) -> OnShown:
        _only_family(self.request)
        return _shown(outing_of_family(actor, ids["outing"]))

    def sightings(self, model: OnShown) -> list[Sighting]:
        return _seen((model,))


def _only_family(request: Any) -> None:
    who: Any = getattr(request, "who", None)
    if who is None or Hat.FAMILY not in who.hats:
        raise NotThere("no family's page")


def _seen(shown: tuple[OnShown, ...]) -> list[Sighting]:
    found: dict[Sighting, None] = {}
    for outing in shown:
        for one in outing.children:
            found[RecordClass.C7, one.child.id] = None
            if one.answers:
                found[RecordClass.C8, one.child.id] = None
    return list(found)


def _shown(of: OnOuting) -> OnShown:
    row = of.row
    return OnShown(
        id=row.pk,
        name=row.name,
        day=standing(row.day, year=True),
        lines=(words.where(row), words.when(row), words.how(row), words.ratio(row)),
        bring=row.bring,
        tag=_tag(of.state),
        children=tuple(_child(one, of) for one in of.children),
        over=of.over,
    )


def _tag(state: OutingState) -> Tag | None:
    tags = {
        OutingState.CALLED_OFF: Tag(_("Called off"), "berry", "cross"),
        OutingState.GONE: Tag(_("Out now"), "moss", "go"),
        OutingState.BACK: Tag(_("Back again"), "moss", "tick"),
    }
    return tags.get(state)


def _child(one: OfChild, of: OnOuting) -> OwnChild:
    off = of.state is OutingState.CALLED_OFF
    answers = tuple(
        OwnAnswer(
            title=question.title,
            language=question.language,
            stands=stands(question),
            url="" if of.over else f"/family/permissions/#q-{question.id}",
            waits=question.may_answer and not question.over and question.own is None,
        )
        for question in one.questions
    )
    return OwnChild(one.child, () if off else answers)
