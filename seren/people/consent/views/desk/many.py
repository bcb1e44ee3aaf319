"""Asking many families at once: which question, of which room; who would be asked, and who not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock, db, ids
from seren.foundation.ui.door import FormPage, LinkShown, Page, SerenForm, Sighting, tell
from seren.people.consent.domain import ask_many
from seren.people.consent.forms import AskManyForm
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.desk import label_of, words_now
from seren.people.consent.queries.fates import Fate, ToAsk, fates
from seren.people.consent.queries.wording import to_look_at
from seren.people.consent.terms import NAMED_BY_A_PARENT, Code, Group
from seren.people.consent.words import permissions_on
from seren.people.provision.queries.atdesk import AtDesk
from seren.people.provision.queries.desk import Desk, rooms_shown

HERE = "/desk/permissions/"


@dataclass(frozen=True, slots=True)
class MayAsk:
    title: str
    links: tuple[LinkShown, ...]


@dataclass(frozen=True, slots=True)
class WhatShown:
    groups: tuple[MayAsk, ...]


class What(AtDesk, Page):
    """Which question."""

    action = ConsentAction.ASK
    record_class = RecordClass.C8
    template_name = "consent/desk/what.html"

    def read(self, actor: Actor, **given: Any) -> WhatShown:
        self.desk_to_run(actor)
        found = [
            one
            for one in permissions_on(clock.day_of(actor.at))
            if one.asked and one.code not in NAMED_BY_A_PARENT
        ]
        return WhatShown(
            tuple(
                MayAsk(
                    str(group.label),
                    tuple(
                        LinkShown(f"{HERE}ask/{one.code.value}/", label_of(one), kind="quiet")
                        for one in found
                        if one.group is group
                    ),
                )
                for group in Group
            )
        )


@dataclass(frozen=True, slots=True)
class Left:
    """Children who are not asked about, and why not."""

    why: str
    names: str


@dataclass(frozen=True, slots=True)
class ManyShown:
    """`asked`: by first name, who would be asked; None before somebody has looked."""

    title: str
    words: tuple[str, ...]
    language: str
    asked: tuple[str, ...] | None
    left: tuple[Left, ...]
    button: str
    sightings: tuple[Sighting, ...]


class AskMany(AtDesk, FormPage):
    """First a look at who is asked and who not; then one press asks them all."""

    action = ConsentAction.ASK
    record_class = RecordClass.C8
    template_name = "consent/desk/many.html"
    form_class = AskManyForm

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        with db.reading():
            rooms = [(str(room.id), room.name) for room in rooms_shown(self.desk_to_run(actor).id)]
        one = words_now(_code(ids), clock.day_of(actor.at))
        choices = [("all", _("All rooms")), *rooms]
        return AskManyForm(rooms=choices, named=one.named, for_a_time=one.for_a_time, **given)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return {"room": "all"}

    def sent(self, request: HttpRequest, actor: Actor, draft: Any, given: dict[str, Any]) -> HttpResponse:
        form = self.make_form(actor, given, data=request.POST)
        if request.POST.get("step") != "ask" and form.is_valid():
            return self.show(request, actor, {**given, "look": form.cleaned_data}, form=form)
        return super().sent(request, actor, draft, given)

    def read(self, actor: Actor, **given: Any) -> ManyShown:
        desk = self.desk_to_run(actor)
        one = words_now(_code(given), clock.day_of(actor.at))
        language = "cy" if get_language() == "cy" else "en"
        look = given.get("look")
        found: tuple[ToAsk, ...] = ()
        if look is not None:
            found = fates(actor, desk.id, one.code, look.get("scope", "").strip(), _room(look))
        asked = tuple(to.name for to in found if to.fate is Fate.ASK)
        count = {"count": len(asked)}
        return ManyShown(
            title=label_of(one),
            words=to_look_at(one, language),
            language=language,
            asked=asked if look is not None else None,
            left=tuple(_left(found)),
            button=ngettext("Ask about %(count)d child", "Ask about %(count)d children", len(asked)) % count,
            sightings=tuple((RecordClass.C8, to.child) for to in found),
        )

    def sightings(self, model: ManyShown) -> Iterable[Sighting]:
        return model.sightings

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        desk: Desk = self.desk_to_run(actor)
        done = ask_many(
            actor=actor, setting=desk.id, code=_code(given), scope=said.get("scope", ""),
            until=said.get("until"), room=_room(said), now=actor.at,
        )  # fmt: skip
        words = ngettext(
            "Asked about %(count)d child. Their adults find it on their page.",
            "Asked about %(count)d children. Their adults find it on their page.",
            done.asked,
        )
        tell(self.request, words % {"count": done.asked})
        return f"{HERE}?about={given['permission']}"


def _left(found: Sequence[ToAsk]) -> Iterable[Left]:
    why = {
        Fate.ANSWERED: _("Answered already. Not asked again:"),
        Fate.SAID_NO: _("Said no. Not asked again:"),
        Fate.WAITS: _("Asked already, no answer yet:"),
        Fate.NOBODY: _("Nobody with parental responsibility on the child’s page:"),
    }
    for fate, words in why.items():
        names = [to.name for to in found if to.fate is fate]
        if names:
            yield Left(words, ", ".join(names))


def _room(said: dict[str, Any]) -> UUID | None:
    return ids.parse(said["room"])


def _code(given: dict[str, Any]) -> Code:
    try:
        return Code(given["permission"])
    except ValueError:
        raise NotThere("no such permission") from None
