"""The front door around all pages: a visitor of a demo, words sent too late, a statement that waits."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase

from seren.doors.web import statement
from seren.foundation.access.door import Actor
from seren.foundation.audit.door import Withheld
from seren.foundation.kernel import clock
from seren.foundation.ui.door import keep_draft, posted_draft, withheld

Respond = Callable[[HttpRequest], HttpResponseBase]


class CastFirst:
    """In a demo, `/` leads a visitor to the cast, not to sign-in. Every other address is as anywhere."""

    def __init__(self, get_response: Respond) -> None:
        if not settings.DEMO:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path == "/" and getattr(request, "partial", None) is None:
            query = request.META.get("QUERY_STRING", "")
            return HttpResponseRedirect(f"/demo/?{query}" if query else "/demo/", status=303)
        return response


class WordsSentTooLate:
    """A form sent after the sign-in ran out: its words are kept, and its page comes after signing in.

    Whose words they are stands in the form's stamp, which no other site can make; so nothing more is asked
    of a POST that the gate has turned away.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method != "POST" or not _turned_away(request, response):
            return response
        page = _kept(request)
        if page:
            step = response.headers["Location"].partition("?")[0]
            response.headers["Location"] = f"{step}?next={quote(page, safe='/')}"
        return response


class StatementFirst:
    """Whom only a statement keeps from the pages of their role is led to it, not told that there is nothing.

    The page is asked first, so nothing opens before it; and its addresses answer alike, there or not.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        actor: Actor | None = getattr(request, "actor", None)
        if response.status_code != 404 or actor is None or request.method not in ("GET", "HEAD"):
            return response
        who: Any = request.who  # type: ignore[attr-defined]
        if statement.comes_first(request.path, who, actor):
            return HttpResponseRedirect(statement.HERE, status=303)
        return response


class MeasureReached:
    """Whoever was shown as many children as is right within the hour: once more they show that it is them.

    After that, or where they did not: a plain page. Nothing of it depends on the child that was asked for.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, broken: Exception) -> HttpResponseBase | None:
        if not isinstance(broken, Withheld):
            return None
        if broken.step_up:
            here = request.get_full_path() if request.method == "GET" else "/"
            return HttpResponseRedirect(f"/in/again/?next={quote(here, safe='/')}", status=303)
        return withheld(request)


def _turned_away(request: HttpRequest, response: HttpResponseBase) -> bool:
    steps = ("/in/?", "/in/this-device/?", "/in/second/?", "/in/which/?")
    return getattr(request, "actor", None) is None and response.headers.get("Location", "").startswith(steps)


def _kept(request: HttpRequest) -> str:
    """The page the form stood on, if its words are kept now. Files are read past, never stored."""
    if hasattr(request, "_files"):
        return ""  # a page of signing in read it, and led on by itself
    past = _ReadPast(request)
    request.upload_handlers = [past]
    draft = posted_draft(request)
    if draft is None or not keep_draft(request, draft, files=past.any, now=clock.now()):
        return ""
    return draft.page


class _ReadPast(FileUploadHandler):
    """Nobody takes these files in. It is only noticed that there were some."""

    any = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.any = True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        return None

    def file_complete(self, file_size: int) -> None:
        return None
