"""Making a second step: app, passkey, recovery codes. For staff, before anything else opens."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from seren.foundation.access.door import RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.domain import factors, signing
from seren.people.accounts.forms import CodeForm, PasskeyForm
from seren.people.accounts.terms import Bound
from seren.people.accounts.views.base import OpenPage, fresh_actor, next_of, next_query
from seren.people.accounts.words import said as device_words
from seren.people.accounts.words import words_of


class NewAppPage(OpenPage):
    """`/in/second/app/`: an authenticator app takes in a picture or letters, then shows a code."""

    record_class = RecordClass.C1
    template_name = "accounts/new_app.html"
    form_class = CodeForm

    def read(self, request: HttpRequest, **ids: Any) -> factors.AppSecret:
        _actor, login = fresh_actor(request)
        return factors.begin_app(login)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        actor, login = fresh_actor(request)
        factors.add_app(actor=actor, request=request, login=login, typed=said["code"], now=clock.now())
        return f"/in/second/codes/{next_query(request)}"


class NewPasskeyPage(OpenPage):
    """`/in/second/new-passkey/`: needs script. The page says so, and offers the app, without it."""

    record_class = RecordClass.C1
    template_name = "accounts/new_passkey.html"
    form_class = PasskeyForm

    def read(self, request: HttpRequest, **ids: Any) -> str:
        _actor, login = fresh_actor(request)
        return factors.begin_passkey(login)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        (actor, login), now = fresh_actor(request), clock.now()
        factors.add_passkey(
            actor=actor,
            request=request,
            login=login,
            credential=said["credential"],
            name=said["name"] or str(device_words(words_of(request.META.get("HTTP_USER_AGENT", "")))),
            now=now,
        )
        signing.trust_browser(request, login, Bound.PASSKEY, now=now)
        return f"/in/second/codes/{next_query(request)}"


class RecoveryCodesPage(OpenPage):
    """`/in/second/codes/`: one button makes new codes and shows them, this once."""

    record_class = RecordClass.C1
    template_name = "accounts/recovery_codes.html"

    def read(self, request: HttpRequest, **ids: Any) -> None:
        fresh_actor(request)

    def post(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        actor, login = fresh_actor(request)
        try:
            made = factors.new_codes(actor=actor, login=login, now=clock.now())
        except Refused as no:
            return self.refused(request, no, None, ids)
        context = {"codes": [f"{code[:4]} {code[4:]}" for code in made], "goes_to": next_of(request)}
        return TemplateResponse(request, self.template_name, context).render()
