"""What was asked about one child, who said what, and what else may be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import Act, AnswerShown, LinkShown, Page, Sighting, Tag, day_words, tell
from seren.people.consent.domain import ask_after_move
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.deciding import DecisionShown
from seren.people.consent.queries.desk import (
    AskedShown,
    ChildPermissions,
    WordShown,
    label_of,
    permissions_of,
    place_to_ask,
    words_of,
)
from seren.people.consent.queries.moving import Mover
from seren.people.consent.terms import Code, Disputed, Group, State
from seren.people.consent.views.desk.base import here
from seren.people.consent.views.desk.words import moved_words, state_tag, title_of
from seren.people.provision.queries.atdesk import AtDesk


@dataclass(frozen=True, slots=True)
class AskedCard:
    """One question: how it stands, who said what, what to press."""

    of: AskedShown
    tag: Tag
    lines: tuple[str, ...]
    answers: tuple[AnswerShown, ...]
    key: str
    again: str
    decide: str


@dataclass(frozen=True, slots=True)
class MayAsk:
    title: str
    links: tuple[LinkShown, ...]


@dataclass(frozen=True, slots=True)
class MovedNote:
    """A child came into another room: what is gone through each year is asked again."""

    title: str
    lines: tuple[str, ...]
    button: str
    url: str


@dataclass(frozen=True, slots=True)
class PermissionsAtDesk:
    of: ChildPermissions
    back: str
    cards: tuple[AskedCard, ...]
    may_ask: tuple[MayAsk, ...]
    moved: MovedNote | None


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
            moved=_moved(of.moved, of.anew, url) if of.moved is not None else None,
        )

    def sightings(self, model: PermissionsAtDesk) -> list[Sighting]:
        return [(RecordClass.C8, model.of.child)]


class AskAfterMove(AtDesk, Act):
    action = ConsentAction.ASK
    record_class = RecordClass.C8

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        place = place_to_ask(actor, self.desk_to_run(actor), ids["child"])
        asked = ask_after_move(actor=actor, setting=place.setting_id, child=place.child_id, now=actor.at)
        told = ngettext("%(count)d question is asked again.", "%(count)d questions are asked again.", asked)
        tell(self.request, told % {"count": asked})
        return here(place.child_id)

    def back(self, **ids: Any) -> str:
        return here(ids["child"])


def _moved(of: Mover, anew: Sequence[Code], url: str) -> MovedNote:
    what = ngettext(
        "%(count)d question was asked before that. Ask the family again.",
        "%(count)d questions were asked before that. Ask the family again.",
        len(anew),
    )
    labels = dict.fromkeys(title_of(code, of.on) for code in anew)
    goes_on = _("What they said goes on until they answer.")
    return MovedNote(
        title=moved_words(of),
        lines=(what % {"count": len(anew)}, "; ".join(labels), goes_on),
        button=_("Ask these again"),
        url=f"{url}again/",
    )


def _card(of: AskedShown, url: str, runs: bool) -> AskedCard:
    again = f"{url}ask/{of.one.code.value}/" if runs and of.asks_again and of.state is not State.ASKED else ""
    return AskedCard(
        of=of,
        tag=state_tag(of.state),
        lines=tuple(_lines(of)),
        answers=tuple(AnswerShown(word.name, _said(word)) for word in of.words),
        key=f"{url}{of.id}/key/" if runs else "",
        again=again,
        decide=f"{url}{of.id}/decide/" if runs and _to_decide(of) else "",
    )


def _to_decide(of: AskedShown) -> bool:
    return of.state is State.DISPUTED and of.one.disputed is Disputed.DECIDE


def _lines(of: AskedShown) -> list[str]:
    lines = [_("Asked on %(day)s.") % {"day": _day(of.asked_on)}]
    if of.state is State.DISPUTED:
        lines.append(str(of.one.disputed.label))
    if of.last_day and of.state is not State.LAPSED:
        lines.append(_("It ends on %(day)s.") % {"day": _day(of.last_day)})
    if of.last_day and of.state is State.LAPSED:
        lines.append(_("It ended on %(day)s. Ask again.") % {"day": _day(of.last_day)})
    if of.decided is not None and of.state is State.DISPUTED:
        lines += _decision(of.decided, in_force=of.in_force)
    lines += [_("%(name)s wants to talk about it.") % {"name": name} for name in of.talk]
    return lines


def _decision(of: DecisionShown, *, in_force: bool) -> list[str]:
    said = {"name": of.name, "day": _day(of.on)}
    if of.goes and not in_force:
        return [_("%(name)s decided yes on %(day)s. Somebody said more since then. Decide again.") % said]
    line = _("%(name)s decided on %(day)s: the child goes.") if of.goes else _(
        "%(name)s decided on %(day)s: the child stays."
    )  # fmt: skip
    return [line % said, of.why]


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
        if group is Group.CARE and of.place is not None:
            # Asked with its dose and its days, by the room that keeps medicines.
            medicine = words_of(Code.MED_NAMED)
            links += (LinkShown(f"/desk/children/{of.child}/medicine/", medicine, kind="quiet"),)
        if links:
            found.append(MayAsk(str(group.label), links))
    return found
