"""`/desk/bulk/`: many families in one go. Who asked, why, and a second person's yes or no."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.ui.door import Act, FormPage, FormShown, Page, SerenForm, instant_words, tell
from seren.people.guarding.domain import agree_bulk, ask_bulk, refuse_bulk
from seren.people.guarding.policies import GuardingAction
from seren.people.guarding.queries import BulkRead, bulks_of, find_bulk
from seren.people.guarding.terms import Bulk, BulkState
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.atdesk import AtDesk

HERE = "/desk/bulk/"
# Where each is fetched once it may be.
FETCHED_AT = {Bulk.LETTERS: "/desk/families/?show=waiting"}


class ReasonForm(SerenForm):
    reason = forms.CharField(
        label=gettext_lazy("What is it for?"),
        help_text=gettext_lazy("A second person reads this before they say yes."),
        max_length=300,
    )


@dataclass(frozen=True, slots=True)
class RequestShown:
    """`fetch`: where to take it, for whoever asked, while they may. `take_back`: it is theirs and waits."""

    title: str
    line: str
    reason: str
    state: str
    said: str
    url: str
    agrees: bool
    alone: bool
    take_back: bool
    fetch: str


@dataclass(frozen=True, slots=True)
class BulkPage:
    line: str
    requests: tuple[RequestShown, ...]


class Requests(AtDesk, Page):
    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C2
    template_name = "web/desk/bulk.html"

    def read(self, actor: Actor, **ids: Any) -> BulkPage:
        desk = self.desk(actor)
        return BulkPage(desk.name, tuple(map(_shown, bulks_of(actor, desk.id))))


class AskBulk(AtDesk, FormPage):
    """Asking. The number stands in the address: fetching more than was agreed needs asking again."""

    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C2
    template_name = "ui/desk_form.html"
    form_class = ReasonForm

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        self.desk(actor)
        count = _number(ids)
        line = ngettext(
            "It is about %(count)d child at once. A second person must agree. Then you have one day.",
            "It is about %(count)d children at once. A second person must agree. Then you have one day.",
            count,
        )
        return FormShown(
            title=_what(ids).label,
            line=line % {"count": count},
            button=_("Ask a second person"),
            back=FETCHED_AT[_what(ids)],
            back_words=_("Back"),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        ask_bulk(
            actor=actor, setting=self.desk(actor).id, what=_what(ids), children=_number(ids),
            reason=said["reason"], now=actor.at,
        )  # fmt: skip
        tell(self.request, _("Asked. The others who lead here are told."))
        return HERE


class Decide(Act):
    """A second person’s word."""

    action = GuardingAction.SEE_BULK
    record_class = RecordClass.C14
    verb: ClassVar[Callable[..., Any]]
    done: ClassVar[Promise]

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        request = find_bulk(actor, GuardingAction.SEE_BULK, ids["bulk"])
        type(self).verb(actor=actor, request=request, now=actor.at)
        tell(self.request, str(self.done))
        return HERE

    def back(self, **ids: Any) -> str:
        return HERE


class Agree(Decide):
    verb = agree_bulk
    done = gettext_lazy("Agreed. It may be fetched once, within a day.")


class Refuse(Decide):
    verb = refuse_bulk
    done = gettext_lazy("It is a no. Nothing leaves.")


def _what(ids: dict[str, Any]) -> Bulk:
    try:
        return Bulk(ids["what"])
    except ValueError:
        raise NotThere("no such export") from None


def _number(ids: dict[str, Any]) -> int:
    if not 0 < ids["children"] < 100_000:
        raise NotThere("no such number")
    return int(ids["children"])


def _shown(one: BulkRead) -> RequestShown:
    line = ngettext(
        "%(count)d child. %(name)s asked, %(when)s.",
        "%(count)d children. %(name)s asked, %(when)s.",
        one.number,
    )
    waits = one.state is BulkState.ASKED
    return RequestShown(
        title=str(one.what.label),
        line=line % {"count": one.number, "name": one.asked_by, "when": instant_words(one.asked_at)},
        reason=one.reason,
        state=one.state.value,
        said=_said(one),
        url=f"{HERE}{one.id}/",
        agrees=one.agrees,
        alone=one.alone,
        take_back=one.mine and waits,
        fetch=FETCHED_AT[one.what] if one.mine and one.state is BulkState.READY else "",
    )


def _said(one: BulkRead) -> str:
    if one.state is BulkState.READY and one.until_at is not None:
        if not one.agreed_by:
            return _("It may be fetched once, until %(when)s.") % {"when": instant_words(one.until_at)}
        words = {"name": one.agreed_by, "when": instant_words(one.until_at)}
        return _("%(name)s agreed. It may be fetched once, until %(when)s.") % words
    return str(one.state.label)
