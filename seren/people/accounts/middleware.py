"""Who is asking: before any address is looked up, so that every address answers a stranger alike."""

from collections.abc import Callable
from urllib.parse import quote
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import escape_leading_slashes

from seren.foundation.access.door import Actor, Level
from seren.foundation.kernel import clock, closing, db
from seren.foundation.ui.door import Wishes, closed, register_wishes
from seren.people.accounts.assurance import Step, missing
from seren.people.accounts.domain import devices, links, signing
from seren.people.accounts.domain.reaching import set_language
from seren.people.accounts.models import Device
from seren.people.accounts.policies import is_open
from seren.people.accounts.queries.who import Who, who_of

_STEPS = {Step.DEVICE: "/in/this-device/", Step.SECOND: "/in/second/"}
_MACHINE = ("/api/", "/photos/")
_FOR_MACHINES = ("/healthz", "/readyz", "/.well-known/", "/static/")  # they answer while Seren is closed


class ActorMiddleware:
    """Puts `actor` and `who` on the request, None for a visitor; answers itself where a step is missing.

    While a step is missing they stay None, on open pages too. `partial` is the actor at whatever level, for
    the pages on which the missing step is taken.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = request.who = request.partial = None  # type: ignore[attr-defined]
        answer = self._answer(request)
        if request.partial is None and request.actor is None and _is_closed(request):  # type: ignore[attr-defined]
            answer = _closed(request)
        response = answer or self.get_response(request)
        devices.keep_cookie(request, response)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse | None:
        if request.path.startswith("/api/") and "Authorization" in request.headers:
            return None if _by_token(request) else _not_signed_in()
        step = _by_session(request)
        if request.path.startswith(_MACHINE):
            return _not_signed_in() if step else None
        if _lacks_slash(request):
            return _to(f"{request.path}/", request.META.get("QUERY_STRING", ""))
        if step is None or is_open(request.path):
            return None
        return _to(step, _carried(request))


def _by_session(request: HttpRequest) -> str | None:
    """Find out who asks. Returns the address of the step still to take, None where nothing is missing."""
    if SESSION_KEY not in request.session:
        return "/in/"
    now = clock.now()
    found = signing.signed_in(request, now=now)
    if not found:
        signing.sign_out(request, now=now)
        return "/in/"
    chosen = request.session.get(signing.PERSON)
    who = found[0] if len(found) == 1 else next((one for one in found if str(one.person) == chosen), None)
    if who is None:
        return "/in/which/"
    sure = signing.assurance_of(request, who, now=now)
    actor = signing.actor_for(who, sure, now=now)
    if actor is None:
        signing.sign_out(request, now=now)
        return "/in/"
    _note_day(request, who)
    request.partial = actor  # type: ignore[attr-defined]
    step = missing(actor.level, who.hats)
    if step is not None:
        return _STEPS[step]
    _put(request, who, actor)
    return None


def _by_token(request: HttpRequest) -> bool:
    """A bearer token: that adult's rights, no session, no cookies. False: the same answer as for no token."""
    scheme, _space, token = request.headers["Authorization"].partition(" ")
    now = clock.now()
    held = links.bearer(token.strip(), now=now) if scheme.lower() == "bearer" else None
    who = who_of(held[0], now) if held else None
    if held is None or who is None or missing(held[1], who.hats):
        return False
    _put(request, who, Actor(who.person, who.provider, Level(held[1]), now, at_work=who.at_work))
    request.bearer = True  # type: ignore[attr-defined]
    return True


def _put(request: HttpRequest, who: Who, actor: Actor) -> None:
    request.who, request.actor = who, actor  # type: ignore[attr-defined]


def _note_day(request: HttpRequest, who: Who) -> None:
    """Once a day: when this sign-in and this device were last used, and both last on from here."""
    today = clock.today()
    if request.session.get(signing.SEEN) == today.isoformat():
        return
    request.session[signing.SEEN] = today.isoformat()
    with db.writing(housekeeping=True):
        UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=clock.now())
        if who.device is not None:
            Device.objects.filter(pk=who.device).update(last_seen_on=today)
    if who.device is not None:
        request.device_token = request.COOKIES[devices.cookie_name()]  # type: ignore[attr-defined]


def _wishes(request: HttpRequest) -> Wishes | None:
    who: Who | None = getattr(request, "who", None)
    return Wishes((who.language,), who.theme) if who else None


def _keep_language(person: UUID, language: str) -> None:
    who, now = who_of(person, clock.now()), clock.now()
    if who is not None:
        actor = Actor(person, who.provider, Level.KNOWN, now)
        set_language(actor=actor, language=language, now=now)


register_wishes(_wishes, _keep_language)


def _lacks_slash(request: HttpRequest) -> bool:
    last = request.path.rpartition("/")[2]
    return request.method in ("GET", "HEAD") and bool(last) and "." not in last and not is_open(request.path)


def _carried(request: HttpRequest) -> str:
    """Where to go afterwards; and a language chosen on the way, so that the first page is in it already."""
    language = request.GET.get("lang", "")
    goes_to = f"next={quote(request.get_full_path(), safe='/')}"
    return f"lang={language}&{goes_to}" if language in dict(settings.LANGUAGES) else goes_to


def _to(address: str, query: str) -> HttpResponse:
    goes_to = escape_leading_slashes(address)
    return HttpResponseRedirect(f"{goes_to}?{query}" if query else goes_to, status=303)


def _is_closed(request: HttpRequest) -> bool:
    """Asked for a visitor only: closing ends every sign-in, so whoever is signed in tells that it is open."""
    return not request.path.startswith(_FOR_MACHINES) and closing.closed_since() is not None


def _closed(request: HttpRequest) -> HttpResponse:
    if not request.path.startswith(_MACHINE):
        return closed(request)
    body = b'{"type":"about:blank","title":"Closed for the moment","status":503}'
    headers = {"Retry-After": "3600", "Cache-Control": "no-store"}
    return HttpResponse(body, status=503, content_type="application/problem+json", headers=headers)


def _not_signed_in() -> HttpResponse:
    body = b'{"type":"about:blank","title":"Not signed in","status":401}'
    return HttpResponse(
        body,
        status=401,
        content_type="application/problem+json",
        headers={"WWW-Authenticate": "Bearer", "Vary": "Cookie"},
    )
