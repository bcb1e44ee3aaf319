"""Second steps: passkeys, authenticator app, recovery codes.

The library does the cryptography, we keep the record.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.internal.flows import delete_dangling_recovery_codes, post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, TOTP, clear_totp_secret, get_totp_secret
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth as webauthn
from django.http import HttpRequest
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, acting
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts import notices
from seren.people.accounts.adapter import WRONG_CODE
from seren.people.accounts.assurance import Proof
from seren.people.accounts.domain.devices import note
from seren.people.accounts.domain.signing import count, end_other_sign_ins, sign_in
from seren.people.accounts.models import Login
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.terms import AccountsEvent

WAYS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_any(login: Login) -> bool:
    """Whether the adult has a second step at all. Recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user=login, type__in=WAYS).exists())


@dataclass(frozen=True, slots=True)
class AppSecret:
    """What an authenticator app takes in: a picture, or letters in groups of four."""

    picture: str
    letters: str


def begin_app(login: Login) -> AppSecret:
    """The secret this browser was offered; the same one until it is taken up."""
    secret = get_totp_secret()
    url = get_adapter().build_totp_url(login, secret)
    groups = (secret[at : at + 4] for at in range(0, len(secret), 4))
    return AppSecret(get_adapter().build_totp_svg(url), " ".join(groups))


def add_app(*, actor: Actor, request: HttpRequest, login: Login, typed: str, now: datetime) -> None:
    """The app shows codes that match: it is a second step from now on, and this sign-in has taken it."""
    if Authenticator.objects.filter(user=login, type=Authenticator.Type.TOTP).exists():
        raise Refused("app-there", _("You have an app already. Remove it before you add another."))
    if SECRET_SESSION_KEY not in request.session:
        raise Refused("app-over", _("Start again: scan the picture, then type the code."), "code")
    _valid(ActivateTOTPForm({"code": typed}, user=login), "code")
    with acting(actor, AccountsAction.CHANGE_STEPS, actor.person):
        kept = TOTP.activate(login, get_totp_secret()).instance
        note(actor, AccountsEvent.FACTOR_ADDED, login.pk, now=now, kind=str(kept.type))
    clear_totp_secret(request)
    post_authentication(request, kept)
    notices.tell_step_changed(login.pk, actor.person, now=now)


def begin_passkey(login: Login) -> str:
    """What the browser needs to make a passkey, as JSON. It must ask for a face, a finger or a PIN."""
    return json.dumps(webauthn.begin_registration(login, True), default=str)


def add_passkey(
    *, actor: Actor, request: HttpRequest, login: Login, credential: str, name: str, now: datetime
) -> None:
    """A passkey made in this browser. It counts as shown in this sign-in too."""
    form = _valid(
        AddWebAuthnForm({"name": name[:60], "credential": credential, "passwordless": "on"}, user=login),
        "credential",
    )
    with acting(actor, AccountsAction.CHANGE_STEPS, actor.person):
        kept = webauthn.WebAuthn.add(
            login, form.cleaned_data["name"], form.cleaned_data["credential"]
        ).instance
        note(actor, AccountsEvent.FACTOR_ADDED, login.pk, now=now, kind=str(kept.type))
    post_authentication(request, kept)
    notices.tell_step_changed(login.pk, actor.person, now=now)


def begin_use(login: Login | None) -> str:
    """What the browser needs to show a passkey, as JSON. `login` None: whichever the adult picks."""
    return json.dumps(webauthn.begin_authentication(login), default=str)


def sign_in_by_passkey(request: HttpRequest, credential: str, *, now: datetime) -> Login:
    """Whoever holds the passkey is in, strongly. One answer for every passkey that does not open."""
    count(request, "passkey")
    form = _valid(LoginWebAuthnForm({"credential": credential}), "credential")
    authenticator = form.cleaned_data["credential"]
    login: Login = authenticator.user
    if not login.is_active:
        raise Refused("code-wrong", WRONG_CODE)
    request.session.pop("seren.code", None)
    authenticator.record_usage()
    sign_in(request, login, Proof.PASSKEY, now=now)
    return login


def take_second_step(request: HttpRequest, login: Login, typed: str) -> None:
    """A code of the authenticator app, or a recovery code, which is spent."""
    form = _valid(AuthenticateForm({"code": typed}, user=login), "code")
    post_authentication(request, form.authenticator)


def show_passkey(request: HttpRequest, login: Login, credential: str) -> None:
    form = _valid(AuthenticateWebAuthnForm({"credential": credential}, user=login), "credential")
    post_authentication(request, form.cleaned_data["credential"])


def remove_step(
    *, actor: Actor, request: HttpRequest, login: Login, step: int, must_keep: bool, now: datetime
) -> None:
    """It opens nothing any more; other sign-ins end, it may have been lost. `must_keep`: not the last one."""
    with acting(actor, AccountsAction.CHANGE_STEPS, actor.person):
        own = Authenticator.objects.filter(user=login, type__in=WAYS)
        kept = own.filter(pk=step).first()
        if kept is None:
            raise Refused("step-gone", _("That is not on your list any more."))
        if must_keep and own.count() == 1:
            raise Refused("step-last", _("Add another way first. Your work needs a second step."))
        kept.delete()
        delete_dangling_recovery_codes(login)
        note(actor, AccountsEvent.FACTOR_REMOVED, login.pk, now=now, kind=str(kept.type))
    end_other_sign_ins(request, login)
    notices.tell_step_changed(login.pk, actor.person, now=now)


def new_codes(*, actor: Actor, login: Login, now: datetime) -> list[str]:
    """Ten recovery codes, shown once. Those before open nothing any more."""
    if not has_any(login):
        raise Refused("codes-for-nothing", _("Add a passkey or an app first. The codes stand in for those."))
    with acting(actor, AccountsAction.CHANGE_STEPS, actor.person):
        Authenticator.objects.filter(user=login, type=Authenticator.Type.RECOVERY_CODES).delete()
        codes = RecoveryCodes.activate(login)
        codes.mark_as_viewed()
        note(actor, AccountsEvent.CODES_MADE, login.pk, now=now)
    notices.tell_step_changed(login.pk, actor.person, now=now)
    unused: list[str] = codes.get_unused_codes()
    return unused


def _valid(form: Any, field: str) -> Any:
    """The library's checks, in our words. Raises Refused."""
    if not form.is_valid():
        sentence = next((error for errors in form.errors.values() for error in errors), WRONG_CODE)
        known = form.errors.as_data()
        codes = {error.code for errors in known.values() for error in errors}
        ours = codes & {"incorrect_code", "too_many_login_attempts", "rate_limited"}
        raise Refused("code-wrong", sentence if ours else WRONG_CODE, field)
    return form
