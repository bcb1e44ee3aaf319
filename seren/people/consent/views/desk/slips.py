"""Slips for those who have not answered: one child and one question each; and the way back by the code."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.audit.door import saw
from seren.foundation.kernel import ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import FormPage, FormShown, Seen, actor_of, tell, whole_in
from seren.people.accounts.queries.letter import qr
from seren.people.accounts.terms import Format
from seren.people.consent.domain import Slip, find_slip, print_slips
from seren.people.consent.forms import SlipForm
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.whom import Silence, silences
from seren.people.consent.views.desk.base import here
from seren.people.consent.views.desk.waiting import HERE, meant, pairs_of, seen
from seren.people.consent.views.desk.words import title_of
from seren.people.provision.queries.atdesk import AtDesk
from seren.people.provision.queries.desk import Desk


@dataclass(frozen=True, slots=True)
class SlipShown:
    """One child, one question. `setting` is empty for whoever is not told where the child is."""

    adult: str
    child: str
    setting: str
    language: str
    interface: str
    title: str
    words: dict[str, str]
    code: str
    qr: SafeString
    large: bool


@dataclass(frozen=True, slots=True)
class SlipsShown:
    slips: tuple[SlipShown, ...]
    back: str


class Slips(AtDesk, Seen):
    """POST only: a code is shown once, on the page that made it."""

    action = ConsentAction.KEY
    record_class = RecordClass.C8

    def post(self, request: HttpRequest, **given: Any) -> HttpResponse:
        actor, said = actor_of(request), request.POST
        desk, adult = self.desk_to_run(actor), ids.parse(said.get("adult", ""))
        back = f"{HERE}{adult}/" if adult else HERE
        found = meant(silences(actor, desk.id), ids.parse(said.get("room", "")), said.get("show") == "paper")
        found = tuple(one for one in found if adult is None or one.account.person == adult)
        reads = {one.account.person: one.account.reads for one in found}
        try:
            slips = print_slips(actor=actor, pairs=pairs_of(found), reads=reads, now=actor.at)
        except Refused as no:
            tell(request, str(no.sentence), error=True)
            return HttpResponseRedirect(back, status=303)
        saw(actor, seen(found), page=self.action)
        page = SlipsShown(_slips(slips, found, desk), back)
        return TemplateResponse(request, "consent/desk/slips.html", {"page": page}).render()


class FindSlip(AtDesk, FormPage):
    """A slip has come back: its code leads to the question, and to whose answer it is."""

    action = ConsentAction.KEY
    record_class = RecordClass.C8
    template_name = "ui/desk_form.html"
    form_class = SlipForm

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return {"code": self.request.GET.get("code", "")}

    def read(self, actor: Actor, **given: Any) -> FormShown:
        self.desk_to_run(actor)
        return FormShown(
            title=_("A slip has come back"),
            line=_("Its code leads to the question."),
            button=_("Find it"),
            back=HERE,
            back_words=_("Who has not answered"),
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        slip = find_slip(actor=actor, code=said["code"])
        return f"{here(slip.asked.child_id)}{slip.asked_id}/key/?slip={slip.pk}"


def _slips(slips: Iterable[Slip], found: Iterable[Silence], desk: Desk) -> tuple[SlipShown, ...]:
    base = settings.PUBLIC_URL or "http://localhost"
    whose = {(line.id, one.account.person): (one, line) for one in found for line in one.lines}
    shown = []
    for slip in slips:
        one, line = whose[slip.asked.pk, slip.adult]
        interface = slip.language if slip.language in whole_in("family") else "en"
        shown.append(
            SlipShown(
                adult=one.account.name,
                child=line.name,
                setting="" if one.no_place else desk.name,
                language=slip.language,
                interface=interface,
                title=title_of(line.code, line.asked_on, line.scope),
                words=slip.asked.shown_in(slip.language),
                code=f"{slip.code[:4]} {slip.code[4:]}",
                qr=qr(f"{base}/desk/permissions/slip/?code={slip.code}"),
                large=one.account.format in (Format.LARGE, Format.GIANT),
            )
        )
    return tuple(shown)
