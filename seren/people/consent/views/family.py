"""`/family/permissions/`: one card, one decision; yes, no and “ask me” weigh the same."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import Act, Page, Sighting, Tag, day_words, tell
from seren.people.accounts.terms import Hat
from seren.people.consent.domain import answer, wish_to_talk, withdraw
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.family import AskedOfChild, Question, asked_of_family, find_asked
from seren.people.consent.terms import Saying

HERE = "/family/permissions/"


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a card: what it sends, and what it says."""

    say: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """One question, as it stands for this reader. Buttons are all of one kind."""

    of: Question
    number: str
    tag: Tag
    stands: str
    talk: str
    buttons: tuple[Choice, ...]
    url: str


@dataclass(frozen=True, slots=True)
class ChildCards:
    child: AskedOfChild
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PermissionsPage:
    children: tuple[ChildCards, ...]


class Permissions(Page):
    action = ConsentAction.FOLLOW
    record_class = RecordClass.C8
    audience = "family"
    template_name = "consent/family/permissions.html"

    def read(self, actor: Actor, **given: Any) -> PermissionsPage:
        who: Any = getattr(self.request, "who", None)
        if who is None or Hat.FAMILY not in who.hats:
            raise NotThere("no family's page")
        found = asked_of_family(actor)
        children = tuple(ChildCards(one, tuple(map(_card, one.questions))) for one in found)
        return PermissionsPage(children)

    def sightings(self, model: PermissionsPage) -> list[Sighting]:
        return [(RecordClass.C8, one.child.id) for one in model.children]


class Say(Act):
    """One tap of a card: yes, no, take back, or talk; and the language the card was in."""

    action = ConsentAction.ANSWER
    record_class = RecordClass.C8
    audience = "family"

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        asked = find_asked(actor, given["asked"])
        how, _space, language = str(said.get("say", "")).partition(" ")
        if how in ("yes", "no"):
            answer(actor=actor, asked=asked, yes=how == "yes", language=language, now=actor.at)
            tell(
                self.request,
                _("You said yes. You can change it here.")
                if how == "yes"
                else _("You said no. You can change it here."),
            )
        elif how == "back":
            withdraw(actor=actor, asked=asked, language=language, now=actor.at)
            tell(self.request, _("Your yes is taken back. It counts no more from now."))
        elif how == "talk":
            wish_to_talk(actor=actor, asked=asked, now=actor.at)
            tell(self.request, _("We will talk with you about it. Until then nothing changes."))
        else:
            raise Refused("say-which", _("Choose yes, no, or ask about it."))
        return self.back(**given)

    def back(self, **given: Any) -> str:
        return f"{HERE}#q-{given['asked']}"


def _card(of: Question) -> Card:
    return Card(
        of=of,
        number=str(of.id),
        tag=_tag(of),
        stands=_stands(of),
        talk=_("You want to talk about it. We will come to you.") if of.wants_to_talk else "",
        buttons=_buttons(of) if of.may_answer and not of.over else (),
        url=f"{HERE}{of.id}/",
    )


def _tag(of: Question) -> Tag:
    return Tag(_("In force"), "moss", "tick") if of.in_force else Tag(_("Not in force"), "")


def _stands(of: Question) -> str:
    """The reader’s own answer, and what holds. Nothing here tells of anybody else."""
    if of.over and not of.in_force:
        return _("This ended on %(day)s.") % {"day": day_words(of.last_day, year=True)} if of.last_day else ""
    if of.own is None:
        return _not_said(of)
    day = {"day": day_words(of.own.on, year=True)}
    if of.own.said is Saying.YES:
        return _said_yes(of, of.own.ended, day)
    if of.own.said is Saying.WITHDRAWN:
        if of.in_force:
            return (
                _("You took your yes back on %(day)s. It is in force; we would like to talk with you.") % day
            )
        return _("You took your yes back on %(day)s. It is not in force.") % day
    if of.in_force:
        return _("You said no on %(day)s. It is in force; we would like to talk with you.") % day
    return _("You said no on %(day)s. It is not in force.") % day


def _said_yes(of: Question, ended: bool, day: dict[str, str]) -> str:
    if of.in_force and of.own is not None and not of.own.to_this and of.may_answer and not of.over:
        return _("You said yes on %(day)s. It is in force. Now we ask you again.") % day
    if of.in_force:
        return _("You said yes on %(day)s. It is in force.") % day
    if ended:
        return _("You said yes on %(day)s, and that has ended. Now we ask you again.") % day
    return _("You said yes on %(day)s. It is not in force; we would like to talk with you.") % day


def _not_said(of: Question) -> str:
    if not of.may_answer:
        in_force = _("It is in force. An adult with parental responsibility answers this.")
        return in_force if of.in_force else _("An adult with parental responsibility answers this.")
    if of.in_force:
        return _("You have not answered. It is in force.")
    return _("You have not answered. Until there is a yes, it is a no.")


def _buttons(of: Question) -> tuple[Choice, ...]:
    """As many taps to take a yes back as to give it: one."""
    yes, no = Choice("yes", _("Yes")), Choice("no", _("No"))
    talk = Choice("talk", _("Ask me about it"))
    if of.own is None or not of.own.to_this:
        return (yes, no, talk)
    if of.own.said is Saying.YES:
        return (Choice("back", _("Take my yes back")), talk)
    return (yes, talk)
