"""What one browser has done of joining, kept in its session on the server; and the end of it: coming in."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import get_language

from seren.foundation.access.door import Actor, Level
from seren.foundation.kernel import clock, ids
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.assurance import Proof
from seren.people.accounts.domain import joining, signing
from seren.people.accounts.domain.devices import bind_device
from seren.people.accounts.domain.joining import Joined, Opened
from seren.people.accounts.terms import Bound, Channel, Shown
from seren.people.accounts.views.base import GoTo, actor_here

_KEY = "seren.joining"


@dataclass(frozen=True, slots=True)
class SoFar:
    """What one browser has done of joining. `address` was proved by a code."""

    invitation: UUID
    shown: str = ""
    address: str = ""


def finish(
    request: HttpRequest, so_far: SoFar, channel: Channel, *, address: str = "", phone: str = ""
) -> str:
    """Join, then sign in on this device, which is known from now on."""
    now, shown = clock.now(), Shown(so_far.shown)
    joined = joining.join(
        invitation=so_far.invitation,
        shown=shown,
        channel=channel,
        language=get_language() or "en",
        address=address,
        phone=phone,
        now=now,
    )
    request.session.pop(_KEY, None)
    if joined.login is None:
        request.session[_KEY] = {"paper": str(joined.actor.person), "provider": str(joined.actor.provider)}
    else:
        _come_in(request, joined, shown)
    return "/join/how/"


def _come_in(request: HttpRequest, joined: Joined, shown: Shown) -> None:
    assert joined.login is not None
    now, by_mail = clock.now(), shown is Shown.ADDRESS
    signing.sign_in(
        request, joined.login, Proof.CODE if by_mail else Proof.MET, now=now, person=joined.actor.person
    )
    bind_device(request, joined.login, Bound.LETTER if by_mail else Bound.FACE_TO_FACE, now=now)


def keep(request: HttpRequest, so_far: SoFar) -> None:
    request.session[_KEY] = {
        "invitation": str(so_far.invitation),
        "shown": so_far.shown,
        "address": so_far.address,
    }


def forget(request: HttpRequest) -> None:
    """Joining is over; this browser may not go on with it."""
    request.session.pop(_KEY, None)


def so_far_of(request: HttpRequest) -> SoFar:
    kept = request.session.get(_KEY, {})
    invitation = ids.parse(kept.get("invitation", ""))
    if invitation is None:
        raise GoTo("/join/")
    return SoFar(invitation, kept["shown"], kept["address"])


def opened_of(request: HttpRequest) -> Opened:
    """The letter again, still good."""
    try:
        return joining.letter_of(so_far_of(request).invitation, now=clock.now())
    except Refused as over:
        raise GoTo("/join/") from over


def shown_of(request: HttpRequest) -> SoFar:
    so_far = so_far_of(request)
    if not so_far.shown:
        raise GoTo("/join/proof/")
    return so_far


def joined_of(request: HttpRequest) -> Actor:
    """Who has just joined: signed in; or on paper, for whom this browser may finish what it began."""
    actor = actor_here(request)
    if actor is not None:
        return actor
    kept = request.session.get(_KEY, {})
    person, provider = ids.parse(kept.get("paper", "")), ids.parse(kept.get("provider", ""))
    if person is None or provider is None:
        raise GoTo("/join/")
    return Actor(person, provider, Level.KNOWN, clock.now())
