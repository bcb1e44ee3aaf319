"""The one way a request takes: declared action, one read model, one template; or one verb and a redirect."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views import View

from seren.foundation.access.door import Action, Actor, NotThere, RecordClass
from seren.foundation.audit.door import saw
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui import drafting
from seren.foundation.ui.forms import SerenForm
from seren.foundation.ui.notes import tell
from seren.foundation.ui.requests import actor_of

Sighting = tuple[RecordClass, UUID]


class Seen(View):
    """What every view of ours has: an action, a class, and one answer for missing and not-yours."""

    action: ClassVar[Action]
    record_class: ClassVar[RecordClass]
    audience: ClassVar[str] = "staff"  # which interface texts must be whole: "family", "staff" or "open"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            if request.method in ("GET", "HEAD"):
                with db.only_asking():
                    return super().dispatch(request, *args, **kwargs)
            return super().dispatch(request, *args, **kwargs)
        except NotThere as absent:
            raise Http404 from absent

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise Http404  # a wrong method tells no more than a wrong address


class Page(Seen):
    """GET: one read model in one snapshot, one template. A place that was lost in its list is the top."""

    template_name: ClassVar[str]
    runs_the_day: ClassVar[bool] = False  # a list the day is run by (who is here, allergies): never withheld

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        try:
            return self.show(request, actor_of(request), ids)
        except Refused:  # a cursor of another reader or another list: reading refuses nothing else
            if not request.GET:
                raise
            return HttpResponseRedirect(request.path, status=303)

    def read(self, actor: Actor, **ids: Any) -> Any:
        """The page's read model: frozen, whole, already narrowed to what this actor may see."""
        raise NotImplementedError

    def sightings(self, model: Any) -> Iterable[Sighting]:
        """Which classes of which children the page shows, where such reading is watched."""
        return ()

    def whose(self, model: Any, **ids: Any) -> Iterable[UUID]:
        """The children of whom the page shows more than a name and a room, to be counted by the hour.

        Those of `sightings` are counted anyway. Here: the child of the address.
        """
        return [ids["child"]] if "child" in ids and self.record_class.number > RecordClass.C2.number else []

    def show(
        self, request: HttpRequest, actor: Actor, ids: dict[str, Any], status: int = 200, **more: Any
    ) -> HttpResponse:
        with db.reading():
            model = self.read(actor, **ids)
        whose = set(self.whose(model, **ids))
        saw(actor, self.sightings(model), page=self.action, whose=whose, counted=not self.runs_the_day)
        context = {"page": model, **more}
        return TemplateResponse(request, self.template_name, context, status=status).render()


class FormPage(Page):
    """GET as a page with a form; POST one verb. Refused or unreadable: the page again, nothing lost.

    With `draft`, the name of a declared form, what was typed is kept for a day when it could not be sent.
    """

    form_class: ClassVar[type[SerenForm]]
    draft: ClassVar[str] = ""

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        actor = actor_of(request)
        form = self.make_form(actor, ids, initial=self.initial(actor, **ids))
        return self.show(request, actor, ids, form=form)

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        """The form, empty or with what was typed. Choices that depend on the actor come here."""
        return self.form_class(**given)

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {}

    def about(self, **ids: Any) -> str:
        """What a draft of this form is about: one for each thing."""
        return " ".join(str(ids[name]) for name in sorted(ids))

    def show(
        self, request: HttpRequest, actor: Actor, ids: dict[str, Any], status: int = 200, **more: Any
    ) -> HttpResponse:
        if self.draft and "form" in more:
            about = self.about(**ids)
            drafting.offer(request, actor.person, more["form"], self.draft, about, actor.at)
        response = super().show(request, actor, ids, status, **more)
        drafting.keep_cookie(request, response)
        return response

    def post(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        actor = actor_of(request)
        draft = self.draft_of(request)
        if draft is not None and draft.person != actor.person:
            return _of_somebody_else(request, draft, actor)
        with drafting.not_lost(request, draft, actor.at):
            return self.sent(request, actor, draft, ids)

    def draft_of(self, request: HttpRequest) -> drafting.Posted | None:
        return drafting.posted(request) if self.draft else None

    def sent(
        self, request: HttpRequest, actor: Actor, draft: drafting.Posted | None, ids: dict[str, Any]
    ) -> HttpResponse:
        """By whom it was shown to: the verb, and on; or the page again."""
        form = self.make_form(actor, ids, data=request.POST, files=request.FILES)
        try:
            if form.is_valid():
                goes_to = self.act(actor, form.cleaned_data, **ids)
                if draft is not None:
                    drafting.drop(draft)
                return HttpResponseRedirect(goes_to, status=303)
        except Refused as no:
            form.add_error(no.field if no.field in form.fields else None, str(no.sentence))
        if draft is not None:
            drafting.keep(request, draft, files=bool(request.FILES), now=actor.at)
        return self.show(request, actor, ids, status=422, form=form)

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        """Call one verb with what was said; return where to go next. May raise Refused."""
        raise NotImplementedError


class Act(Seen):
    """A button: POST, one verb, a redirect back. Refused: the sentence, above the page it came from."""

    def post(self, request: HttpRequest, **ids: Any) -> HttpResponse:

        actor = actor_of(request)
        try:
            goes_to = self.act(actor, request.POST.dict(), **ids)
        except Refused as no:
            tell(request, str(no.sentence), error=True)
            goes_to = self.back(**ids)
        return HttpResponseRedirect(goes_to, status=303)

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        raise NotImplementedError

    def back(self, **ids: Any) -> str:
        """Where a refusal is shown."""
        raise NotImplementedError


class ShownOnce(Seen):
    """A button whose answer is the page to print: a code is shown there, and never again."""

    template_name: ClassVar[str]

    def post(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        try:
            model = self.make(actor_of(request), request.POST.dict(), **ids)
        except Refused as no:
            return HttpResponseRedirect(self.refused(no, **ids), status=303)
        return TemplateResponse(request, self.template_name, {"page": model}).render()

    def make(self, actor: Actor, said: dict[str, Any], **ids: Any) -> Any:
        """Note what is looked at (`saw`), call one verb; the page's read model. May raise Refused."""
        raise NotImplementedError

    def refused(self, no: Refused, **ids: Any) -> str:
        """Where it is said."""
        tell(self.request, str(no.sentence), error=True)
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        raise NotImplementedError


def _of_somebody_else(request: HttpRequest, draft: drafting.Posted, actor: Actor) -> HttpResponse:
    """The form was shown to one adult and sent while another is signed in: it is kept for the first."""
    drafting.keep(request, draft, files=bool(request.FILES), now=actor.at)
    tell(request, _("Nothing was sent. Somebody else was signed in when you wrote it."), error=True)
    return HttpResponseRedirect("/", status=303)
