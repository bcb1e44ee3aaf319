"""Pages without anybody signed in, or with a step still missing; and where a sign-in leads."""

from typing import Any, ClassVar
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers

from seren.foundation.access.door import Actor, Level, NotThere, RecordClass
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import Seen, SerenForm, local_path
from seren.people.accounts.models import Login
from seren.people.accounts.policies import AccountsAction


class OpenPage(Seen):
    """A page for anybody. GET shows; POST does one thing and leads on, or shows the page again."""

    action = AccountsAction.SIGN_IN
    record_class = RecordClass.C0
    audience = "open"
    template_name: ClassVar[str]
    form_class: ClassVar[type[SerenForm] | None] = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = super().dispatch(request, *args, **kwargs)
        except GoTo as elsewhere:
            response = HttpResponseRedirect(elsewhere.address, status=303)
        add_never_cache_headers(response)
        return response

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        return self.show(request, ids, form=self.form(request, **ids))

    def post(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        form = self.form(request, data=request.POST, **ids)
        if form is not None and not form.is_valid():
            return self.show(request, ids, status=422, form=form)
        try:
            goes_to = self.act(request, form.cleaned_data if form is not None else {}, **ids)
        except Refused as no:
            return self.refused(request, no, form, ids)
        return HttpResponseRedirect(goes_to, status=303)

    def form(self, request: HttpRequest, data: Any = None, **ids: Any) -> SerenForm | None:
        return self.form_class(data) if self.form_class is not None else None

    def read(self, request: HttpRequest, **ids: Any) -> Any:
        """The page's read model, or None."""
        return None

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        """Do the one thing; return where to go next. May raise Refused or GoTo."""
        raise NotThere("this page only shows")

    def refused(
        self, request: HttpRequest, no: Refused, form: SerenForm | None, ids: dict[str, Any]
    ) -> HttpResponse:
        if form is None:
            return self.show(request, ids, status=422, sentence=str(no.sentence))
        form.add_error(no.field if no.field in form.fields else None, str(no.sentence))
        return self.show(request, ids, status=422, form=form)

    def show(self, request: HttpRequest, ids: dict[str, Any], status: int = 200, **more: Any) -> HttpResponse:
        context = {"page": self.read(request, **ids), "next": next_query(request), **more}
        return TemplateResponse(request, self.template_name, context, status=status).render()


class GoTo(Exception):
    """This page is not the one that is needed now."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def next_of(request: HttpRequest) -> str:
    """Where the adult wanted to go: a path on this site, or home."""
    return local_path(request.GET.get("next", ""))


def onwards(request: HttpRequest) -> str:
    """Where somebody goes who has no business on this page; never to the page itself again."""
    goes_to = next_of(request)
    return "/" if goes_to.partition("?")[0] == request.path else goes_to


def next_query(request: HttpRequest) -> str:
    """`?next=…` to carry along, empty where it is home."""
    goes_to = next_of(request)
    return f"?next={quote(goes_to, safe='/')}" if goes_to != "/" else ""


def login_of(request: HttpRequest) -> Login:
    """Who is signed in, at whatever level. Sends a visitor to the beginning."""
    if not request.user.is_authenticated or actor_here(request) is None:
        raise GoTo(f"/in/{next_query(request)}")
    return request.user


def actor_here(request: HttpRequest) -> Actor | None:
    """Who is signed in at whatever level, also while a step is missing."""
    actor: Actor | None = getattr(request, "partial", None)
    return actor


def level_of(request: HttpRequest) -> Level | None:
    actor = actor_here(request)
    return actor.level if actor else None


def fresh_actor(request: HttpRequest) -> tuple[Actor, Login]:
    """Somebody known who showed so within ten minutes. Sends others to show it again, and back here."""
    login, actor = login_of(request), actor_here(request)
    here = quote(request.get_full_path(), safe="/")
    if actor is None or actor.level is Level.CODE:
        raise GoTo(f"/in/this-device/?next={here}")
    if not actor.fresh:
        raise GoTo(f"/in/again/?next={here}")
    return actor, login
