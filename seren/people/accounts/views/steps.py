"""The steps after the first: this device, and the second step."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Level, RecordClass, SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import SerenForm
from seren.people.accounts.assurance import Proof
from seren.people.accounts.domain import codes, factors, meeting, signing
from seren.people.accounts.domain.codes import Purpose
from seren.people.accounts.forms import CodeForm
from seren.people.accounts.models import Login, Person
from seren.people.accounts.queries.people import addresses_of
from seren.people.accounts.queries.steps import Ways, ways_of
from seren.people.accounts.terms import Bound
from seren.people.accounts.views.base import (
    GoTo,
    OpenPage,
    level_of,
    login_of,
    next_of,
    next_query,
    onwards,
)

NOT_MET = _("Staff have not typed them yet. Show them your phone, then press here again.")


@dataclass(frozen=True, slots=True)
class Binding:
    """What this device may be bound by. `ways` None: nobody has signed in yet."""

    ways: Ways | None
    other_address: bool
    words: str


class StepPage(OpenPage):
    record_class = RecordClass.C1


class DevicePage(StepPage):
    """`/in/this-device/`: a device nobody knows. A mailed code has done all it can."""

    template_name = "accounts/this_device.html"

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        if level_of(request) not in (None, Level.CODE):
            raise GoTo(onwards(request))
        return super().get(request, **ids)

    def read(self, request: HttpRequest, **ids: Any) -> Binding:
        words = meeting.words_shown(request)
        if level_of(request) is None:
            return Binding(None, other_address=False, words=words)
        login = login_of(request)
        return Binding(ways_of(login.pk), bool(_others(login)), words)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        """Show words to hold up to staff."""
        login = login_of(request) if level_of(request) is not None else None
        meeting.show_words(request, login=login, now=clock.now())
        return f"/in/this-device/{next_query(request)}"


class MetPage(DevicePage):
    """`/in/this-device/met/`: staff say they have typed the words."""

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        raise GoTo(f"/in/this-device/{next_query(request)}")

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        now = clock.now()
        person = meeting.met(request, now=now)
        if person is None:
            raise Refused(
                "not-met-yet", _("Staff have not typed the words yet. Show them again, then press here.")
            )
        adult = system(SystemReason.SIGNING_IN, Person).select_related("login").get(pk=person)
        login = signing.login_for(adult, now=now)
        signing.sign_in(request, login, Proof.MET, now=now, person=person)
        signing.trust_browser(request, login, Bound.FACE_TO_FACE, now=now)
        return next_of(request)


class ChannelPage(StepPage):
    """`/in/this-device/code/`: a code to another own address. POST without a code sends it."""

    template_name = "accounts/channel.html"

    def form(self, request: HttpRequest, data: Any = None, **ids: Any) -> SerenForm | None:
        return CodeForm(data) if data is None or "code" in data else None

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        if codes.asked(request, Purpose.DEVICE, now=clock.now()) is None:
            raise GoTo(f"/in/this-device/{next_query(request)}")
        return super().get(request, **ids)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        now, login = clock.now(), login_of(request)
        if "code" not in said:
            others = _others(login)
            if not others:
                raise GoTo(f"/in/this-device/{next_query(request)}")
            codes.ask_code(request, Purpose.DEVICE, others[0], login, sends=True, now=now)
            return f"/in/this-device/code/{next_query(request)}"
        waited = codes.spend_code(request, Purpose.DEVICE, said["code"], now=now)
        if waited.login != login.pk:
            raise GoTo("/in/")
        signing.trust_browser(request, login, Bound.SECOND_CHANNEL, now=now)
        return next_of(request)


def _others(login: Login) -> list[str]:
    return [address for address in addresses_of(login.pk) if address != login.email]


class SecondPage(StepPage):
    """`/in/second/`: the second step; or, where there is none yet, making one before anything else opens."""

    template_name = "accounts/second.html"
    form_class = CodeForm

    def read(self, request: HttpRequest, **ids: Any) -> Ways:
        return ways_of(login_of(request).pk)

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        level, ways = level_of(request), ways_of(login_of(request).pk)
        if level is Level.STRONG:
            raise GoTo(onwards(request))
        if level is Level.CODE and not ways.any:
            raise GoTo(f"/in/this-device/{next_query(request)}")
        return super().get(request, **ids)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        login = login_of(request)
        factors.take_second_step(request, login, said["code"])
        return _stronger(request, login)


class SecondPasskeyPage(StepPage):
    """`/in/second/passkey/`: GET gives the question as JSON, POST takes the answer."""

    template_name = "accounts/second.html"

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        login = login_of(request)
        if "application/json" not in request.headers.get("Accept", ""):
            raise GoTo(f"/in/second/{next_query(request)}")
        return JsonResponse({"options": factors.begin_use(login)})

    def read(self, request: HttpRequest, **ids: Any) -> Ways:
        return ways_of(login_of(request).pk)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        login = login_of(request)
        factors.show_passkey(request, login, request.POST.get("credential", ""))
        return _stronger(request, login)

    def refused(self, request: HttpRequest, no: Refused, form: Any, ids: dict[str, Any]) -> HttpResponse:
        return self.show(request, ids, status=422, form=CodeForm(), sentence=str(no.sentence))


def _stronger(request: HttpRequest, login: Login) -> str:
    """A second step was taken. On a device nobody knew it binds the device too."""
    if level_of(request) is Level.CODE:
        signing.trust_browser(request, login, Bound.SECOND_FACTOR, now=clock.now())
    return next_of(request)
