"""Coming in and going out: address, code, passkey, one-time link."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse

from seren.foundation.access.door import RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.assurance import Proof
from seren.people.accounts.domain import codes, factors, links, signing
from seren.people.accounts.domain.addressing import typed_address
from seren.people.accounts.domain.codes import Purpose
from seren.people.accounts.forms import CodeForm, SignInForm
from seren.people.accounts.models import Login
from seren.people.accounts.policies import provider_names
from seren.people.accounts.queries.closed import reopened_lately
from seren.people.accounts.views.base import GoTo, OpenPage, level_of, next_of, next_query, onwards


class AskPage(OpenPage):
    """`/in/`: an address, then a code. What comes back tells nothing of the address."""

    template_name = "accounts/in.html"
    form_class = SignInForm

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        if level_of(request) is not None:
            raise GoTo(onwards(request))
        return super().get(request, **ids)

    def read(self, request: HttpRequest, **ids: Any) -> bool:
        """Whether Seren was closed not long ago: many wonder why they are signed out."""
        return reopened_lately(clock.now()).exists()

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        address = typed_address(said["email"])
        login = Login.objects.filter(email=address, is_active=True, people__closed_at__isnull=True).first()
        now = clock.now()
        codes.ask_code(request, Purpose.SIGN_IN, address, login, sends=login is not None, now=now)
        return f"/in/code/{next_query(request)}"


class CodePage(OpenPage):
    """`/in/code/`: the code from the mail. The page is the same for an address that signs nobody in."""

    template_name = "accounts/code.html"
    form_class = CodeForm

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        if codes.asked(request, Purpose.SIGN_IN, now=clock.now()) is None:
            raise GoTo(f"/in/{next_query(request)}")
        return super().get(request, **ids)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        now = clock.now()
        waited = codes.spend_code(request, Purpose.SIGN_IN, said["code"], now=now)
        login = Login.objects.filter(pk=waited.login, is_active=True).first() if waited.login else None
        if login is None:  # closed since the code was sent
            raise GoTo("/in/")
        signing.sign_in(request, login, Proof.CODE, now=now)
        return next_of(request)


class PasskeyPage(OpenPage):
    """`/in/passkey/`: GET gives the browser its question as JSON, POST takes the answer."""

    template_name = "accounts/in.html"

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        if "application/json" not in request.headers.get("Accept", ""):
            raise GoTo(f"/in/{next_query(request)}")
        return JsonResponse({"options": factors.begin_use(None)})

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        factors.sign_in_by_passkey(request, request.POST.get("credential", ""), now=clock.now())
        return next_of(request)

    def refused(self, request: HttpRequest, no: Refused, form: Any, ids: dict[str, Any]) -> HttpResponse:
        form = SignInForm()
        return self.show(request, ids, status=422, form=form, sentence=str(no.sentence))


class LinkPage(OpenPage):
    """`/in/<token>/`: one button. Opening the address spends nothing and tells nothing of the token."""

    template_name = "accounts/link.html"

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        signing.count(request, "claim_link")
        links.claim_link(request, ids["token"], now=clock.now())
        return next_of(request)


@dataclass(frozen=True, slots=True)
class Place:
    """One provider an adult is known to."""

    person: UUID
    name: str


class WhichPage(OpenPage):
    """`/in/which/`: an adult known to several providers says which one it is about."""

    template_name = "accounts/which.html"
    record_class = RecordClass.C1

    def read(self, request: HttpRequest, **ids: Any) -> list[Place]:
        found = signing.signed_in(request, now=clock.now())
        if not found:
            raise GoTo("/in/")
        names = provider_names(who.provider for who in found)
        return [Place(who.person, names.get(who.provider, who.name)) for who in found]

    def act(self, request: HttpRequest, said: dict[str, Any], **rest: Any) -> str:
        person = ids.parse(request.POST.get("person", ""))
        if person is None:
            raise GoTo("/in/which/")
        signing.choose_person(request, person, now=clock.now())
        return next_of(request)


class OutPage(OpenPage):
    """`/out/`: one button. What pages kept on this device goes with it."""

    template_name = "accounts/out.html"

    def read(self, request: HttpRequest, **ids: Any) -> bool:
        return level_of(request) is not None

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        signing.sign_out(request, now=clock.now())
        return "/in/"

    def post(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        response = super().post(request, **ids)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response
