"""The pages for when there is none: missing, broken, too old. They ask nothing and tell nothing.

Missing and not yours are one answer: the same bytes for one person, whatever the address was.
"""

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils import translation
from django.utils.translation import gettext as _

from seren.foundation.ui import wishes
from seren.foundation.ui.frame import Frame


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404. Nothing on it depends on the address, not even its language."""
    request.nowhere, request.around = True, None  # type: ignore[attr-defined]
    language = wishes.speak(request, "family")
    page = loader.get_template("ui/not_found.html").render({}, request)
    return HttpResponse(page, status=404, headers={"Content-Language": language})


def broken(request: HttpRequest) -> HttpResponse:
    """500. Made without the database, the session or anything else that may be what broke."""
    title = _("Something went wrong here")
    words = _("It is not your fault. Try again in a minute, or ring us.")
    return _plain(500, "kettle", title, words, _("Go to the first page"), "/")


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 and 400: a request our pages do not send."""
    title = _("We could not take this")
    words = _("Go back, load the page again, and try once more.")
    return _plain(403, "window", title, words, _("Go to the first page"), "/")


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, as 403."""
    response = refused(request)
    response.status_code = 400
    return response


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, or sent from elsewhere: its token is no longer good."""
    wishes.speak(request, "family")
    title = _("This page was open for a long time")
    words = _("Nothing was sent. Go back, load the page again, and send it once more.")
    return _plain(403, "window", title, words, _("Go to the first page"), "/")


def closed(request: HttpRequest) -> HttpResponse:
    """503 while Seren is closed: one page for every address, in the browser's language."""
    with translation.override(wishes.language_for(request, "open")):
        title = _("Seren is closed for the moment")
        words = _("We closed it to keep everybody’s information safe. Ring your setting if you need them.")
        response = _plain(503, "window", title, words, _("Try again"), "/")
        response.headers["Content-Language"] = translation.get_language() or "en"
    response.headers["Retry-After"], response.headers["Cache-Control"] = "3600", "no-store"
    return response


def withheld(request: HttpRequest) -> HttpResponse:
    """429: this adult was shown as many children as is right within the hour."""
    title = _("You have opened very many children")
    words = _(
        "We stop here, in case somebody else uses your account. Your leaders are told. "
        "What you have opened in this hour still opens. Ask a leader, or try again in an hour."
    )
    response = _plain(429, "gate", title, words, _("Go to the first page"), "/")
    response.headers["Retry-After"], response.headers["Cache-Control"] = "3600", "no-store"
    return response


def _plain(status: int, scene: str, title: str, words: str, act: str, act_url: str) -> HttpResponse:
    language = translation.get_language() or "en"
    facts = {
        "brand": Frame().brand,
        "language": language,
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
        "scene": scene,
        "title": title,
        "words": words,
        "act": act,
        "act_url": act_url,
    }
    return HttpResponse(loader.get_template("ui/unwell.html").render(facts), status=status)
