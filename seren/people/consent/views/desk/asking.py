"""Asking a family, with the words they will read; and writing down an answer that came on paper."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.ui.door import FormPage, FormShown, SerenForm, endonym, tell
from seren.people.consent.domain import ask, key_answer
from seren.people.consent.forms import AskForm, KeyForm
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.desk import (
    asked_to_key,
    label_of,
    place_to_ask,
    who_may_answer,
    who_may_witness,
    words_now,
)
from seren.people.consent.queries.whom import slip_of
from seren.people.consent.queries.wording import to_look_at
from seren.people.consent.terms import Channel, Code, Saying
from seren.people.consent.views.desk.base import here, in_words_of
from seren.people.provision.queries.atdesk import AtDesk


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
            words=to_look_at(one, language),
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

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        """Where a slip’s code led here: whose it is, and in which language it was."""
        asked = asked_to_key(actor, self.desk(actor), given["child"], given["asked"])
        found = slip_of(actor, asked.pk, ids.parse(self.request.GET.get("slip", "")))
        if found is None:
            return {}
        return {"adult": str(found[0]), "language": found[1], "channel": Channel.PAPER.value}

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        asked = asked_to_key(actor, self.desk(actor), ids["child"], ids["asked"])
        return FormShown(
            title=_("Write down an answer"),
            line=in_words_of(asked)["question"],
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


def _code(ids: dict[str, Any]) -> Code:
    try:
        return Code(ids["permission"])
    except ValueError:
        raise NotThere("no such permission") from None
