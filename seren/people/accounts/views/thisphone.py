"""`/settings/this-phone/`: sign-ins and devices listed and ended, second steps, the sign-in address."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass, require
from seren.foundation.kernel import clock, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import Act, FormPage, Page, tell
from seren.people.accounts.domain import addressing, codes, ending, factors, signing
from seren.people.accounts.domain.codes import Purpose
from seren.people.accounts.domain.devices import end_device, token_of
from seren.people.accounts.forms import CodeForm, SignInForm
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.queries.thisphone import ThisPhone, this_phone
from seren.people.accounts.terms import STRONG_HATS
from seren.people.accounts.views.base import GoTo, fresh_actor, login_of

HERE = "/settings/this-phone/"


class ThisPhonePage(Page):
    action = AccountsAction.SEE_SELF
    record_class = RecordClass.C1
    audience = "family"
    template_name = "accounts/this_phone.html"

    def read(self, actor: Actor, **said: Any) -> ThisPhone:
        require(actor, AccountsAction.SEE_SELF, actor.person)
        login, session = login_of(self.request), self.request.session
        places = len(signing.signed_in(self.request, now=clock.now()))
        return this_phone(login.pk, session.session_key or "", token_of(self.request), places)


def _row(said: str) -> int | None:
    """The number of a row of the sign-in library, or None for anything that cannot be one."""
    return int(said) if said.isdecimal() and len(said) <= 18 else None


class _Own(Act):
    """A button on that page."""

    action = AccountsAction.END_SIGN_INS
    record_class = RecordClass.C1
    audience = "family"

    def back(self, **said: Any) -> str:
        return HERE


class EndSession(_Own):
    def act(self, actor: Actor, said: dict[str, Any], **rest: Any) -> str:
        session = _row(said.get("session", ""))
        if session is None:
            raise Refused("session-gone", _("That sign-in has ended already."))
        ending.end_session(actor=actor, session=session, now=clock.now())
        tell(self.request, _("That sign-in has ended."))
        return HERE


class EndOthers(_Own):
    def act(self, actor: Actor, said: dict[str, Any], **rest: Any) -> str:
        login = login_of(self.request)
        ending.end_other_sessions(actor=actor, request=self.request, login=login, now=clock.now())
        tell(self.request, _("All other sign-ins have ended."))
        return HERE


class ForgetDevice(_Own):
    def act(self, actor: Actor, said: dict[str, Any], **rest: Any) -> str:
        device = ids.parse(said.get("device", ""))
        if device is None:
            raise Refused("device-gone", _("That device is not on your list any more."))
        end_device(actor=actor, device=device, now=clock.now())
        tell(self.request, _("We do not know that device any more."))
        return HERE


class _Fresh:
    """Leads to showing oneself again, and back, where ten minutes have passed."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            fresh_actor(request)
        except GoTo as elsewhere:
            goes_to = elsewhere.address if request.method == "GET" else f"/in/again/?next={HERE}"
            return HttpResponseRedirect(goes_to, status=303)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]


class RemoveStep(_Fresh, _Own):
    action = AccountsAction.CHANGE_STEPS

    def act(self, actor: Actor, said: dict[str, Any], **rest: Any) -> str:
        step, who = _row(said.get("step", "")), self.request.who  # type: ignore[attr-defined]
        if step is None:
            raise Refused("step-gone", _("That is not on your list any more."))
        factors.remove_step(
            actor=actor,
            request=self.request,
            login=login_of(self.request),
            step=step,
            must_keep=bool(STRONG_HATS & who.hats),
            now=clock.now(),
        )
        tell(self.request, _("Removed. All other sign-ins have ended too."))
        return HERE


class AddressPage(_Fresh, FormPage):
    """A new sign-in address: a code goes there first. A taken one gets no code; the page is the same."""

    action = AccountsAction.CHANGE_ADDRESS
    record_class = RecordClass.C1
    audience = "family"
    template_name = "accounts/address.html"
    form_class = SignInForm

    def read(self, actor: Actor, **rest: Any) -> None:
        require(actor, AccountsAction.CHANGE_ADDRESS, actor.person)

    def act(self, actor: Actor, said: dict[str, Any], **rest: Any) -> str:
        require(actor, AccountsAction.CHANGE_ADDRESS, actor.person)
        login, address = login_of(self.request), addressing.typed_address(said["email"])
        free = addressing.is_free(address, login.pk)
        codes.ask_code(self.request, Purpose.ADDRESS, address, login, sends=free, now=clock.now())
        return f"{HERE}address/code/"


class AddressCodePage(_Fresh, FormPage):
    action = AccountsAction.CHANGE_ADDRESS
    record_class = RecordClass.C1
    audience = "family"
    template_name = "accounts/code.html"
    form_class = CodeForm

    def read(self, actor: Actor, **rest: Any) -> None:
        require(actor, AccountsAction.CHANGE_ADDRESS, actor.person)

    def act(self, actor: Actor, said: dict[str, Any], **rest: Any) -> str:
        now = clock.now()
        login = login_of(self.request)
        waited = codes.spend_code(self.request, Purpose.ADDRESS, said["code"], now=now)
        if waited.login != login.pk:
            raise Refused("code-over", _("That code has run out. Ask for a new one."), "code")
        addressing.change_sign_in_address(actor=actor, login=login, address=waited.address, now=now)
        tell(self.request, _("From now on you sign in with the new address."))
        return HERE
