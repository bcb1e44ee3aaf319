"""*Stars Moment* slips: printed for one child, and keyed in “from Mum, on paper”."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, db, ids
from seren.foundation.ui.door import FormPage, Labelled, actor_of, tell
from seren.partnership.journal import domain
from seren.partnership.journal.domain import Said
from seren.partnership.journal.forms.slip import DRAFT, FindForm, KeyForm, PrintForm
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.slips import SlipPage, open_slip, printed, slip_page, writers
from seren.partnership.journal.terms import Audience, Precision
from seren.partnership.journal.views.at_work.base import photos_in
from seren.people.families.queries.room import children_of_setting
from seren.people.provision.queries.places import for_staff


class Print(FormPage):
    """The code is shown once, so the answer to the button is the page to print."""

    action = JournalAction.KEY_SLIP
    record_class = RecordClass.C3
    template_name = "journal/staff/slip_language.html"

    def read(self, actor: Actor, **given: Any) -> SlipPage:
        return slip_page(actor, given["child"])

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> PrintForm:
        return PrintForm(**given)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return {"language": "en"}

    def post(self, request: HttpRequest, **given: Any) -> HttpResponse:
        actor, form = actor_of(request), PrintForm(request.POST)
        if not form.is_valid():
            return self.show(request, actor, given, status=422, form=form)
        place, child = for_staff(request).place, given["child"]
        _slip, code = domain.make_slip(actor=actor, child=child, setting=place.setting, now=clock.now())
        with db.reading():
            page = printed(actor, child, place.name, form.cleaned_data["language"], code)
        return TemplateResponse(request, "journal/staff/slip.html", {"page": page})


class Find(FormPage):
    """By code, or by child: on to the words."""

    action = JournalAction.KEY_SLIP
    record_class = RecordClass.C3
    template_name = "journal/staff/slip_find.html"

    def read(self, actor: Actor, **given: Any) -> None:
        for_staff(self.request)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        return {"code": self.request.GET.get("code", "")}

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> FindForm:
        with db.reading():
            children = children_of_setting(actor, for_staff(self.request).setting, clock.day_of(actor.at))
        choices = [
            (
                str(one.child.id),
                Labelled(one.child.name, initial=one.child.initial, tint=one.child.tint, cut=one.child.cut),
            )
            for one in children
        ]
        return FindForm(children=choices, **given)

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        if said["code"]:
            slip = domain.find_slip(actor=actor, code=said["code"])
            return _to(slip.child_id, f"?slip={slip.pk}")
        return _to(UUID(said["child"]))


class Key(FormPage):
    """The words, and whose they are."""

    draft = DRAFT
    action = JournalAction.KEY_SLIP
    record_class = RecordClass.C3
    template_name = "journal/staff/slip_key.html"

    def read(self, actor: Actor, **given: Any) -> SlipPage:
        return slip_page(actor, given["child"])

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> KeyForm:
        with db.reading():
            return KeyForm(adults=writers(actor, ids["child"]), **given)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        day = clock.day_of(actor.at)
        begins = {"star": ids.new(), "language": "en"}
        return {**begins, "audience": Audience.TEAM.value, "happened": day}

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        child, credited = given["child"], UUID(said["credited"])
        slip = open_slip(actor, ids.parse(self.request.GET.get("slip", "")), child)
        with photos_in(said["photos"]) as pictures:
            star = Said(
                moment=said["star"],
                children=(child,),
                words=said["words"],
                language=said["language"],
                happened_at=clock.at_london(said["happened"], 12),
                precision=Precision.DAY,
                audience=Audience(said["audience"]),
                pictures=pictures,
            )
            domain.key_slip(actor=actor, said=star, credited=credited, slip=slip, now=clock.now())
        tell(self.request, _("Kept. The star is from home, on paper."))
        return reverse("journal_work:slip")


def _to(child: UUID, query: str = "") -> str:
    return reverse("journal_work:slip-key", kwargs={"child": child}) + query
