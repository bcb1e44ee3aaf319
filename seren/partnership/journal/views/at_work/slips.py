"""*Stars Moment* slips: printed for one child, and keyed in “from Mum, on paper”."""

from contextlib import ExitStack
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import door as media
from seren.foundation.ui.door import Labelled, Page, SerenForm, actor_of, tell
from seren.partnership.journal import domain
from seren.partnership.journal.domain import Picture, Said
from seren.partnership.journal.forms.slip import FindForm, KeyForm, PrintForm
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.slips import SlipPage, open_slip, printed, slip_page, writers
from seren.partnership.journal.terms import Audience, Precision
from seren.partnership.journal.views.at_work.base import here_of
from seren.people.families.queries.room import children_of_setting


class _SlipView(Page):
    """A page with one form; what was typed is shown again where a verb refuses."""

    action = JournalAction.KEY_SLIP
    record_class = RecordClass.C3

    def form(self, actor: Actor, *data: Any, **given: Any) -> SerenForm:
        raise NotImplementedError

    def act(self, actor: Actor, form: SerenForm, **given: Any) -> HttpResponse:
        raise NotImplementedError

    def get(self, request: HttpRequest, **given: Any) -> HttpResponse:
        actor = actor_of(request)
        return self.show(request, actor, given, form=self.form(actor, **given))

    def post(self, request: HttpRequest, **given: Any) -> HttpResponse:
        actor = actor_of(request)
        form = self.form(actor, request.POST, request.FILES, **given)
        if not form.is_valid():
            return self.show(request, actor, given, status=422, form=form)
        try:
            return self.act(actor, form, **given)
        except Refused as no:
            form.add_error(no.field if no.field in form.fields else None, str(no.sentence))
            return self.show(request, actor, given, status=422, form=form)


class Print(_SlipView):
    """The code is shown once, so the answer to the button is the page to print."""

    template_name = "journal/staff/slip_language.html"

    def read(self, actor: Actor, **given: Any) -> SlipPage:
        return slip_page(actor, given["child"])

    def form(self, actor: Actor, *data: Any, **given: Any) -> SerenForm:
        return PrintForm(*data, initial={"language": "en"})

    def act(self, actor: Actor, form: SerenForm, **given: Any) -> HttpResponse:
        place = here_of(self.request, actor).place
        _slip, code = domain.make_slip(
            actor=actor, child=given["child"], setting=place.setting, now=clock.now()
        )
        with db.reading():
            page = printed(actor, given["child"], place.name, form.cleaned_data["language"], code)
        return TemplateResponse(self.request, "journal/staff/slip.html", {"page": page})


class Find(_SlipView):
    """By code, or by child: on to the words."""

    template_name = "journal/staff/slip_find.html"

    def read(self, actor: Actor, **given: Any) -> None:
        here_of(self.request, actor)

    def form(self, actor: Actor, *data: Any, **given: Any) -> SerenForm:
        with db.reading():
            children = children_of_setting(
                actor, here_of(self.request, actor).setting, clock.day_of(actor.at)
            )
        choices = [
            (
                str(one.child.id),
                Labelled(one.child.name, initial=one.child.initial, tint=one.child.tint, cut=one.child.cut),
            )
            for one in children
        ]
        return FindForm(*data, children=choices, initial={"code": self.request.GET.get("code", "")})

    def act(self, actor: Actor, form: SerenForm, **given: Any) -> HttpResponse:
        said = form.cleaned_data
        if said["code"]:
            slip = domain.find_slip(actor=actor, code=said["code"])
            return _to(slip.child_id, f"?slip={slip.pk}")
        return _to(UUID(said["child"]))


class Key(_SlipView):
    """The words, and whose they are."""

    template_name = "journal/staff/slip_key.html"

    def read(self, actor: Actor, **given: Any) -> SlipPage:
        return slip_page(actor, given["child"])

    def form(self, actor: Actor, *data: Any, **given: Any) -> SerenForm:
        with db.reading():
            adults = writers(actor, given["child"])
        begins = {
            "star": ids.new(),
            "language": "en",
            "audience": Audience.TEAM.value,
            "happened": clock.day_of(actor.at),
        }
        return KeyForm(*data, adults=adults, initial=begins)

    def act(self, actor: Actor, form: SerenForm, **given: Any) -> HttpResponse:
        said, child = form.cleaned_data, given["child"]
        slip = open_slip(actor, ids.parse(self.request.GET.get("slip", "")), child)
        with ExitStack() as uploads:
            received = [uploads.enter_context(media.receive(upload)) for upload in said["photos"]]
            star = Said(
                moment=said["star"],
                children=(child,),
                words=said["words"],
                language=said["language"],
                happened_at=clock.at_london(said["happened"], 12),
                precision=Precision.DAY,
                audience=Audience(said["audience"]),
                pictures=tuple(Picture(ids.new(), one) for one in received),
            )
            domain.key_slip(
                actor=actor, said=star, credited=UUID(said["credited"]), slip=slip, now=clock.now()
            )
        tell(self.request, _("Kept. The star is from home, on paper."))
        return HttpResponseRedirect("/room/slip/", status=303)


def _to(child: UUID, query: str = "") -> HttpResponse:
    address = reverse("journal_work:slip-key", kwargs={"child": child})
    return HttpResponseRedirect(address + query, status=303)
