"""`/family/permissions/`: one card, one decision; yes, no and “ask me” weigh the same."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import Act, Page, Sighting, Tag, tell
from seren.people.accounts.terms import Hat
from seren.people.consent.domain import answer, wish_to_talk, withdraw
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.family import AskedOfChild, Question, asked_of_family, find_asked
from seren.people.consent.queries.stands import stands
from seren.people.consent.terms import Saying

HERE = "/family/permissions/"


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a card: what it sends, and what it says."""

    say: str
    words: str
    icon: str


@dataclass(frozen=True, slots=True)
class Card:
    """One question, as it stands for this reader. Buttons are all of one kind.

    `answered`: no yes can be given here now, so the words may be folded.
    """

    of: Question
    number: str
    tag: Tag
    stands: str
    talk: str
    answered: bool
    buttons: tuple[Choice, ...]
    url: str


@dataclass(frozen=True, slots=True)
class ChildCards:
    child: AskedOfChild
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PermissionsPage:
    children: tuple[ChildCards, ...]
    foreign: bool  # there is a question in words that are not the reader’s


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
        waits = (card.of for one in children for card in one.cards if card.buttons)
        return PermissionsPage(children, any(of.language != get_language() for of in waits))

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
    buttons = _buttons(of) if of.may_answer and not of.over else ()
    return Card(
        of=of,
        number=str(of.id),
        tag=_tag(of),
        stands=stands(of),
        talk=_("You want to talk about it. We will come to you.") if of.wants_to_talk else "",
        answered=of.over or (bool(buttons) and "yes" not in {choice.say for choice in buttons}),
        buttons=buttons,
        url=f"{HERE}{of.id}/",
    )


def _tag(of: Question) -> Tag:
    return Tag(_("In force"), "moss", "tick") if of.in_force else Tag(_("Not in force"), "")


def _buttons(of: Question) -> tuple[Choice, ...]:
    """As many taps to take a yes back as to give it: one."""
    yes, no = Choice("yes", _("Yes"), "tick"), Choice("no", _("No"), "cross")
    talk = Choice("talk", _("Ask me about it"), "ask")
    if of.own is None or not of.own.to_this:
        return (yes, no, talk)
    if of.own.said is Saying.YES:
        return (Choice("back", _("Take my yes back"), "undo"), talk)
    return (yes, talk)
