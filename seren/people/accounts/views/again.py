"""Showing oneself again, before something that changes how one signs in."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from seren.foundation.access.door import RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import SerenForm
from seren.people.accounts.assurance import Proof
from seren.people.accounts.domain import codes, factors, signing
from seren.people.accounts.domain.codes import Purpose
from seren.people.accounts.forms import CodeForm
from seren.people.accounts.queries.steps import Ways, ways_of
from seren.people.accounts.views.base import GoTo, OpenPage, login_of, next_of, next_query


class AgainPage(OpenPage):
    """`/in/again/`: it is still you. A new code, or a second step, within the last ten minutes."""

    record_class = RecordClass.C1
    template_name = "accounts/again.html"

    def read(self, request: HttpRequest, **ids: Any) -> tuple[Ways, bool]:
        login = login_of(request)
        return ways_of(login.pk), bool(login.email)

    def form(self, request: HttpRequest, data: Any = None, **ids: Any) -> SerenForm | None:
        return CodeForm(data) if data is None or "code" in data else None

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        login = login_of(request)
        if "code" in said:
            factors.take_second_step(request, login, said["code"])
            return next_of(request)
        if not login.email:
            raise GoTo(f"/in/again/{next_query(request)}")
        codes.ask_code(request, Purpose.AGAIN, login.email, login, sends=True, now=clock.now())
        return f"/in/again/code/{next_query(request)}"


class AgainCodePage(OpenPage):
    record_class = RecordClass.C1
    template_name = "accounts/code.html"
    form_class = CodeForm

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        if codes.asked(request, Purpose.AGAIN, now=clock.now()) is None:
            raise GoTo(f"/in/again/{next_query(request)}")
        return super().get(request, **ids)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        login = login_of(request)
        waited = codes.spend_code(request, Purpose.AGAIN, said["code"], now=clock.now())
        if waited.login == login.pk:
            signing.add_proof(request, login, Proof.CODE)
        return next_of(request)
