"""`/family/people/`: who is in the child's life, whom one invited, who collects, and to whom one is shown."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import Act, FormPage, Page, day_words, paper_of, tell
from seren.people.accounts.domain import Adult
from seren.people.accounts.terms import Hat
from seren.people.families.domain import (
    end_viewer,
    hide_oneself,
    invite_new_viewer,
    show_oneself,
)
from seren.people.families.forms.family import InviteForm
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.collecting import CollectorNamed
from seren.people.families.queries.family_page import (
    PeopleOfChild,
    StaffOfChild,
    find_child,
    find_granted,
    people_of_family,
)
from seren.people.families.terms import KeyKind, Relation

HERE = "/family/people/"


@dataclass(frozen=True, slots=True)
class Worker:
    """A member of staff with their paper, and what they are to the child in one line."""

    name: str
    line: str
    tint: str
    cut: str

    @property
    def initial(self) -> str:
        return self.name[:1].upper()


@dataclass(frozen=True, slots=True)
class CollectorLine:
    row: str
    name: str
    line: str
    usual: bool
    pictured: bool  # their photo has a page of its own


@dataclass(frozen=True, slots=True)
class AroundChild:
    number: str
    child: PeopleOfChild
    staff: tuple[Worker, ...]
    collectors: tuple[CollectorLine, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    title: str
    me: str
    children: tuple[AroundChild, ...]
    level: int  # of the headings below each child


class People(Page):
    action = FamilyAction.SEE_ON_FAMILY_PAGE
    record_class = RecordClass.C7
    audience = "family"
    template_name = "families/family/people.html"

    def read(self, actor: Actor, **given: Any) -> PeoplePage:
        who: Any = getattr(self.request, "who", None)
        if who is None or Hat.FAMILY not in who.hats:
            raise NotThere("no family's page")
        found = people_of_family(actor)
        return PeoplePage(
            title=_title(found),
            me=who.name,
            children=tuple(
                AroundChild(
                    str(number),
                    one,
                    tuple(map(_worker, one.staff)),
                    tuple(map(_collector, one.collectors)),
                )
                for number, one in enumerate(found, 1)
            ),
            level=3 if len(found) > 1 else 2,
        )


def _title(found: tuple[PeopleOfChild, ...]) -> str:
    if not found:
        return _("You")
    if len(found) == 1:
        return _("The people in %(name)s’s life") % {"name": found[0].name}
    return _("The people in your children’s lives")


def _worker(one: StaffOfChild) -> Worker:
    tint, cut = paper_of(one.person)
    facts = {"role": one.role.label, "setting": one.setting_name, "room": one.room}
    if one.key is KeyKind.KEY:
        line = _("Key person, %(setting)s") % facts
    elif one.key is KeyKind.BUDDY:
        line = _("Buddy, %(setting)s") % facts
    elif one.room:
        line = _("%(role)s in %(room)s") % facts
    else:
        line = _("%(role)s, %(setting)s") % facts
    return Worker(one.name, line, tint, cut)


def _collector(one: CollectorNamed) -> CollectorLine:
    said = {"relation": one.relation.label, "day": day_words(one.day) if one.day else "", "time": one.at}
    known = one.relation is not Relation.OTHER  # “someone else” tells a parent nothing
    if one.day is None and one.has_password:
        words = _("%(relation)s. With a password.") if known else _("With a password.")
    elif one.day is None:
        words = _("%(relation)s. No password yet.") if known else _("No password yet.")
    elif one.at is None:
        words = _("Only on %(day)s. %(relation)s.") if known else _("Only on %(day)s.")
    else:
        said["time"] = f"{one.at:%H:%M}"
        words = (
            _("Only on %(day)s, at %(time)s. %(relation)s.") if known else _("Only on %(day)s, at %(time)s.")
        )
    return CollectorLine(str(one.row), one.name, words % said, one.day is None, not one.usual)


@dataclass(frozen=True, slots=True)
class AboutChild:
    title: str
    line: str
    button: str
    sees: str
    terms: tuple[str, ...] = ()  # of a photo: who sees it, how long, the way out


class ForChild(FormPage):
    """A form about one own child."""

    record_class = RecordClass.C7
    audience = "family"
    template_name = "families/family/form.html"

    def name(self, actor: Actor, child: UUID) -> dict[str, str]:
        return {"name": find_child(actor, self.action, child).known_as}  # type: ignore[arg-type]


class Invite(ForChild):
    action = FamilyAction.INVITE_VIEWER
    form_class = InviteForm

    def read(self, actor: Actor, **given: Any) -> AboutChild:
        name = self.name(actor, given["child"])
        return AboutChild(
            _("Invite somebody to see %(name)s’s stars") % name,
            _("They see the stars shared with all the family. They cannot answer."),
            _("Invite them"),
            _("They see no more than you see. You can end it at any time."),
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        adult = Adult(
            said["given_name"],
            said["family_name"],
            spoken_language=said["language"],
            read_language=said["language"],
            interface_language=said["language"],
        )
        invite_new_viewer(
            actor=actor,
            child=find_child(actor, self.action, given["child"]),
            adult=adult,
            relation=Relation(said["relation"]),
            now=clock.now(),
        )
        tell(self.request, _("They are invited. Ask our team for the letter they join with."))
        return HERE


class OnPeople(Act):
    record_class = RecordClass.C7
    audience = "family"

    def back(self, **given: Any) -> str:
        return HERE


class EndViewer(OnPeople):
    action = FamilyAction.FOLLOW_CHILD

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        end_viewer(actor=actor, viewer=find_granted(actor, given["viewer"]), now=clock.now())
        tell(self.request, _("They do not see the stars any more."))
        return HERE


class Show(OnPeople):
    action = FamilyAction.SHOW_ONESELF

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        child = find_child(actor, FamilyAction.SHOW_ONESELF, given["child"])
        show_oneself(actor=actor, child=child, now=clock.now())
        told = _("You are shown to those who choose the same.")
        tell(self.request, told, undo=f"{HERE}{child.pk}/hide/")
        return HERE


class Hide(OnPeople):
    action = FamilyAction.SHOW_ONESELF

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        child = find_child(actor, FamilyAction.SHOW_ONESELF, given["child"])
        hide_oneself(actor=actor, child=child, now=clock.now())
        tell(self.request, _("You are not shown any more, and see none of them."))
        return HERE
