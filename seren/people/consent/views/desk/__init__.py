"""What was asked about one child, asking, and writing down what came on paper."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import (
    AnswerShown,
    FormPage,
    FormShown,
    LinkShown,
    Page,
    SerenForm,
    Sighting,
    Tag,
    day_words,
    endonym,
    tell,
)
from seren.people.consent.domain import ask, key_answer
from seren.people.consent.forms import AskForm, KeyForm
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.desk import (
    AskedShown,
    ChildPermissions,
    WordShown,
    asked_to_key,
    label_of,
    permissions_of,
    place_to_ask,
    who_may_answer,
    who_may_witness,
    words_now,
)
from seren.people.consent.terms import Channel, Code, Group, Saying, State
from seren.people.consent.words import PARTS
from seren.people.provision.queries.desk import Desk, desk_of, wished_setting

TONES = {
    State.IN_FORCE: ("moss", "tick"),
    State.DISPUTED: ("berry", "care"),
    State.REFUSED: ("heather", "cross"),
    State.LAPSED: ("clay", "clock"),
    State.ASKED: ("sea", "ask"),
}


@dataclass(frozen=True, slots=True)
class AskedCard:
    """One question: how it stands, who said what, what to press."""

    of: AskedShown
    tag: Tag
    lines: tuple[str, ...]
    answers: tuple[AnswerShown, ...]
    key: str
    again: str


@dataclass(frozen=True, slots=True)
class MayAsk:
    title: str
    links: tuple[LinkShown, ...]


@dataclass(frozen=True, slots=True)
class PermissionsAtDesk:
    of: ChildPermissions
    back: str
    cards: tuple[AskedCard, ...]
    may_ask: tuple[MayAsk, ...]


@dataclass(frozen=True, slots=True)
class AskShown:
    """A form, and the words the family will read; what is typed here stands where the dots are."""

    title: str
    line: str
    button: str
    back: str
    back_words: str
    words: tuple[str, ...]
    language: str


class AtDesk:
    """Mixed into views: the desk is asked of each request, for roles end while pages are open."""

    request: Any

    def desk(self, actor: Actor) -> Desk:
        return desk_of(actor, wished_setting(self.request))


class ChildPermissionsPage(AtDesk, Page):
    action = ConsentAction.LOOK
    record_class = RecordClass.C8
    template_name = "consent/desk/child.html"

    def read(self, actor: Actor, **ids: Any) -> PermissionsAtDesk:
        of = permissions_of(actor, self.desk(actor), ids["child"])
        url = here(of.child)
        return PermissionsAtDesk(
            of=of,
            back=f"/desk/children/{of.child}/",
            cards=tuple(_card(one, url, of.place is not None) for one in of.asked),
            may_ask=tuple(_may_ask(of, url)),
        )

    def sightings(self, model: PermissionsAtDesk) -> list[Sighting]:
        return [(RecordClass.C8, model.of.child)]


class Ask(AtDesk, FormPage):
    action = ConsentAction.ASK
    record_class = RecordClass.C8
    template_name = "consent/desk/ask.html"
    form_class = AskForm

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        one = words_now(_code(ids), clock.day_of(actor.at))
        return AskForm(named=one.named, for_a_time=one.for_a_time, **given)

    def read(self, actor: Actor, **ids: Any) -> AskShown:
        place = place_to_ask(actor, self.desk(actor), ids["child"])
        one = words_now(_code(ids), clock.day_of(actor.at))
        names = {"child": place.child.known_as}
        language = "cy" if get_language() == "cy" else "en"
        return AskShown(
            title=label_of(one),
            line=_("Those who decide for %(child)s find this on their page from now.") % names,
            button=_("Ask them"),
            back=here(place.child_id),
            back_words=_("Permissions of %(child)s") % names,
            words=tuple(one.words[part][language].format(scope="…", until="…") for part in PARTS),
            language=language,
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        place = place_to_ask(actor, self.desk(actor), ids["child"])
        ask(
            actor=actor, place=place.pk, code=_code(ids), scope=said.get("scope", ""),
            until=said.get("until"), now=actor.at,
        )  # fmt: skip
        tell(self.request, _("It is asked. You see the answers here."))
        return here(place.child_id)


class Key(AtDesk, FormPage):
    action = ConsentAction.KEY
    record_class = RecordClass.C8
    template_name = "ui/desk_form.html"
    form_class = KeyForm

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        desk = self.desk(actor)
        asked = asked_to_key(actor, desk, ids["child"], ids["asked"])
        choices: dict[str, Any] = {
            "adult": who_may_answer(asked.child_id, actor),
            "language": [(code, endonym(code)) for code in asked.words],
            "witness": [("", _("Nobody")), *who_may_witness(desk.id, actor)],
        }
        return KeyForm(choices=choices, **given)

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        asked = asked_to_key(actor, self.desk(actor), ids["child"], ids["asked"])
        return FormShown(
            title=_("Write down an answer"),
            line=asked.words["en"]["question"],
            button=_("Keep this answer"),
            back=here(asked.child_id),
            back_words=_("Back to the permissions"),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        asked = asked_to_key(actor, self.desk(actor), ids["child"], ids["asked"])
        key_answer(
            actor=actor,
            asked=asked,
            adult=UUID(said["adult"]),
            said=Saying(said["said"]),
            channel=Channel(said["channel"]),
            signed_on=said["signed_on"],
            language=said["language"],
            witness=UUID(said["witness"]) if said["witness"] else None,
            now=actor.at,
        )
        tell(self.request, _("Kept as they said it. Put the paper in the child’s file."))
        return here(asked.child_id)


def here(child: UUID) -> str:
    return f"/desk/children/{child}/permissions/"


def _code(ids: dict[str, Any]) -> Code:
    try:
        return Code(ids["permission"])
    except ValueError:
        raise NotThere("no such permission") from None


def _card(of: AskedShown, url: str, runs: bool) -> AskedCard:
    again = f"{url}ask/{of.one.code.value}/" if runs and of.state is not State.ASKED else ""
    return AskedCard(
        of=of,
        tag=Tag(of.state.label, *TONES[of.state]),
        lines=tuple(_lines(of)),
        answers=tuple(AnswerShown(word.name, _said(word)) for word in of.words),
        key=f"{url}{of.id}/key/" if runs else "",
        again=again,
    )


def _lines(of: AskedShown) -> list[str]:
    lines = [_("Asked on %(day)s.") % {"day": _day(of.asked_on)}]
    if of.state is State.DISPUTED:
        lines.append(str(of.one.disputed.label))
    if of.last_day and of.state is not State.LAPSED:
        lines.append(_("It ends on %(day)s.") % {"day": _day(of.last_day)})
    if of.last_day and of.state is State.LAPSED:
        lines.append(_("It ended on %(day)s. Ask again.") % {"day": _day(of.last_day)})
    lines += [_("%(name)s wants to talk about it.") % {"name": name} for name in of.talk]
    return lines


def _said(word: WordShown) -> str:
    facts = {"said": word.said.label, "how": word.channel.label, "day": _day(word.signed_on or word.on)}
    return _("%(said)s. %(how)s, %(day)s.") % facts


def _day(day: date) -> str:
    return day_words(day, year=True)


def _may_ask(of: ChildPermissions, url: str) -> list[MayAsk]:
    found = []
    for group in Group:
        links = tuple(
            LinkShown(f"{url}ask/{one.code.value}/", label_of(one), kind="quiet")
            for one in of.may_ask
            if one.group is group
        )
        if links:
            found.append(MayAsk(str(group.label), links))
    return found
