"""Devices: a browser that is known to be an adult's, and how it stops being one."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Doer, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db, ids
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.models import Device, Login, Person
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.terms import AccountsEvent, Bound
from seren.people.accounts.words import words_of

_YEAR = 365 * 24 * 3600


def cookie_name() -> str:
    """With the host prefix wherever cookies are secure: no neighbour of our host can set it."""
    return "__Host-seren-device" if settings.SESSION_COOKIE_SECURE else "seren-device"


def token_of(request: HttpRequest) -> bytes:
    """The digest of what this browser holds; empty where it holds nothing."""
    fresh: str | None = getattr(request, "device_token", None)
    token = fresh or request.COOKIES.get(cookie_name(), "")
    return ids.digest(token) if token else b""


def keep_cookie(request: HttpRequest, response: HttpResponseBase) -> None:
    """Hand the browser a blind id given to it in this request; or, once a day, the one it has, for longer."""
    token: str | None = getattr(request, "device_token", None)
    if token:
        response.set_cookie(
            cookie_name(),
            token,
            max_age=_YEAR,
            httponly=True,
            secure=bool(settings.SESSION_COOKIE_SECURE),
            samesite="Lax",
        )


def bind_device(request: HttpRequest, login: Login, bound: Bound, *, now: datetime) -> None:
    """This browser is the adult's from now on.

    The browser's blind id changes: an id somebody planted or copied beforehand opens nothing. Other adults
    who share the browser keep it.
    """
    before = token_of(request)
    token = ids.blind()
    digest = ids.digest(token)
    label = words_of(request.META.get("HTTP_USER_AGENT", ""))
    with db.writing():
        held = (
            Device.objects.filter(token_digest=before, ended_at__isnull=True)
            if before
            else Device.objects.none()
        )
        held.update(token_digest=digest)
        if not Device.objects.filter(login=login, token_digest=digest, ended_at__isnull=True).exists():
            Device(
                login=login,
                token_digest=digest,
                label=label,
                bound=bound,
                bound_at=now,
                last_seen_on=clock.day_of(now),
            ).save(force_insert=True)
        note(None, AccountsEvent.DEVICE_BOUND, login.pk, now=now, how=bound.value)
    request.device_token = token  # type: ignore[attr-defined]


def end_device(*, actor: Actor, device: UUID, now: datetime) -> None:
    """The browser is a stranger again: a mailed code alone opens nothing there."""
    with acting(actor, AccountsAction.END_SIGN_INS, actor.person):
        mine = Device.objects.filter(login__people=actor.person, pk=device, ended_at__isnull=True)
        if not mine.update(ended_at=now):
            raise Refused("device-gone", _("That device is not on your list any more."))
        person = system(SystemReason.WRITING, Person).get(pk=actor.person)
        record(actor, AccountsEvent.DEVICE_ENDED, person, now=now, details={"device": str(device)})


def note(actor: Doer | None, event: AccountsEvent, login: UUID, *, now: datetime, **details: str) -> None:
    """Record something of a login with each provider that knows the adult."""
    for person in system(SystemReason.WRITING, Person).filter(login=login, closed_at__isnull=True):
        record(actor, event, person, now=now, details=details)
