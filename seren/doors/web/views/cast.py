"""`/demo/`: who one can be. In the demo only; anywhere else these addresses are not there."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from seren.doors.demo import cast, person_of
from seren.doors.web.policies import WebAction
from seren.foundation.access.door import NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.models import InstallationKind
from seren.foundation.ui.door import Seen
from seren.people.accounts.domain import kind, sign_in_for_demo
from seren.people.accounts.terms import Hat


@dataclass(frozen=True, slots=True)
class PartShown:
    slug: str
    name: str
    who: "str | Promise"


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    title: "str | Promise"
    parts: tuple[PartShown, ...]


GROUPS = (
    ("families", _("Families"), {Hat.FAMILY}),
    ("staff", _("Staff"), {Hat.ROOM, Hat.DESK}),
    ("committee", _("The committee"), {Hat.COMMITTEE}),
)


class InDemo(Seen):
    """404 wherever there is anything real."""

    action = WebAction.CHOOSE_CAST
    record_class = RecordClass.C0
    audience = "open"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if kind() is not InstallationKind.DEMO:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class Cast(InDemo):
    def get(self, request: HttpRequest) -> HttpResponse:
        groups = [Group(key, title, _those(hats)) for key, title, hats in GROUPS]
        return TemplateResponse(request, "web/cast.html", {"page": groups}).render()


def _those(hats: set[Hat]) -> tuple[PartShown, ...]:
    return tuple(PartShown(part.slug, part.name, part.who) for part in cast() if part.hat in hats)


@method_decorator(
    csrf_exempt, name="dispatch"
)  # so that a script may be one of the cast: nothing here is real
class BeCast(InDemo):
    """`/demo/sign-in/`: POST `person`, a slug of the cast."""

    def post(self, request: HttpRequest) -> HttpResponse:
        person = person_of(request.POST.get("person", ""))
        if person is None:
            raise NotThere("nobody of the cast")
        sign_in_for_demo(request, person, now=clock.now())
        return HttpResponseRedirect("/", status=303)
