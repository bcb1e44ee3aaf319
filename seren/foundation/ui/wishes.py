"""The language and the theme of a page: what the adult wished, then this browser, then English.

`?lang=cy` and `?theme=night` keep a choice and lead back to the same page without them, without script.
A page is shown whole in one language: where it is not whole in the first, the adult's next one is taken.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.encoding import escape_uri_path
from django.utils.translation.trans_real import parse_accept_lang_header

from seren.foundation.ui import completeness
from seren.foundation.ui.frame import Wishes, registered

LANGUAGE, THEME = "lang", "theme"
THEMES = ("day", "night", "plain")
PHONE = "phone"  # no theme: the phone decides
COOKIE = {LANGUAGE: "seren-lang", THEME: "seren-theme"}
ONE_YEAR = 60 * 60 * 24 * 365
LONGEST_HEADER = 400  # a longer list of languages is cut, not refused

Respond = Callable[[HttpRequest], HttpResponseBase]


def wished(request: HttpRequest) -> Wishes:
    """What the signed-in adult wished, read once a request."""
    kept: Wishes | None = getattr(request, "wishes", None)
    if kept is None:
        kept = (registered.wishes(request) if registered.wishes else None) or Wishes()
        request.wishes = kept  # type: ignore[attr-defined]
    return kept


def theme_of(request: HttpRequest) -> str:
    """The theme to show. Empty: the phone decides."""
    theme = request.COOKIES.get(COOKIE[THEME], "") or wished(request).theme
    return theme if theme in THEMES else ""


def languages_of(request: HttpRequest) -> Iterator[str]:
    """The languages to try, in order: wished, this browser's choice, what it asks for, English."""
    yield from wished(request).languages
    yield request.COOKIES.get(COOKIE[LANGUAGE], "")
    for asked, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")[:LONGEST_HEADER]):
        yield asked.split("-")[0]
    yield "en"


def language_for(request: HttpRequest, audience: str) -> str:
    """The first language of the adult in which pages for this audience are whole."""
    whole = completeness.whole_in(audience)
    return next(code for code in languages_of(request) if code in whole)


def speak(request: HttpRequest, audience: str) -> str:
    """From here on this request is answered in the adult's language for the audience."""
    request.audience = audience  # type: ignore[attr-defined]
    language = language_for(request, audience)
    translation.activate(language)
    return language


class WishesMiddleware:
    """Chooses the language for the page's audience; keeps a new choice. Stands after sign-in is known."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = _chosen(request)
        if chosen:
            return _keep(request, chosen)
        with translation.override("en"):
            response = self.get_response(request)
            if hasattr(request, "audience"):  # the answer has words
                response.headers.setdefault("Content-Language", translation.get_language() or "en")
                patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        audience = getattr(getattr(view, "view_class", view), "audience", "staff")
        if audience:  # a view without words, as of pictures, has none
            speak(request, audience)


def without_choice(request: HttpRequest) -> QueryDict:
    """The query without a choice of language or theme."""
    rest = request.GET.copy()
    for key in COOKIE:
        rest.pop(key, None)
    return rest


def address(path: str, query: QueryDict) -> str:
    """A local address, never another host, also where the path begins with two slashes."""
    local = escape_uri_path("/" + path.lstrip("/\\"))
    return f"{local}?{query.urlencode()}" if query else local


def _chosen(request: HttpRequest) -> dict[str, str]:
    if request.method not in ("GET", "HEAD"):
        return {}
    codes = [code for code, _ in settings.LANGUAGES]
    known = {LANGUAGE: codes, THEME: [*THEMES, PHONE]}
    return {key: request.GET[key] for key, allowed in known.items() if request.GET.get(key) in allowed}


def _keep(request: HttpRequest, chosen: dict[str, str]) -> HttpResponseBase:
    response = HttpResponseRedirect(address(request.path, without_choice(request)), status=303)
    for key, value in chosen.items():
        response.set_cookie(
            COOKIE[key],
            "" if value == PHONE else value,
            max_age=ONE_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    actor = getattr(request, "actor", None)
    if LANGUAGE in chosen and actor is not None and registered.keep_language:
        registered.keep_language(actor.person, chosen[LANGUAGE])
    response.headers["Cache-Control"] = "no-store"
    return response
