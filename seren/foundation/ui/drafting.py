"""Drafts as pages use them: the stamp a form carries, what is offered again, what a POST leaves behind.

A page says `draft = "journal.star"`; the rest is done here and in the web door (docs/mechanisms/drafts.md).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase

from seren.foundation.access.door import NotThere
from seren.foundation.drafts import door as drafts
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules import door as rules
from seren.foundation.ui.requests import local_path

ADDRESS = "/drafts/"
FORM, ABOUT, STAMP, PAGE = "draft-form", "draft-about", "draft-stamp", "draft-page"
_KEEP = "draft.keep"

rules.need(_KEEP)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a form carries so that its words are not lost. `sentences` tell of words kept from before."""

    form: str
    about: str
    stamp: str
    page: str  # where the form stands
    sentences: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """Where the script keeps it while somebody types."""
        return f"{ADDRESS}{self.form}/"

    @property
    def drop_url(self) -> str:
        return f"{ADDRESS}{self.form}/drop/"


@dataclass(frozen=True, slots=True)
class Posted:
    """A form that came back, by the stamp it carried: whose it is, whoever is signed in by now."""

    person: UUID
    browser: str
    form: str
    about: str
    page: str


def offer(request: HttpRequest, person: UUID, form: Any, name: str, about: str, now: datetime) -> None:
    """`form` carries its stamp; where it is empty it begins with the words kept from before."""
    known = cookie_name() in request.COOKIES
    browser = _browser(request)
    kept = None
    if known and not form.is_bound:
        kept = drafts.take_up(person=person, browser=browser, form=name, about=about, now=now)
    if kept is not None:
        form.initial = {**form.initial, **_typed(form, kept.body)}
    form.drafted = Drafted(
        name, about, drafts.stamp(person, browser), _here(request), kept.sentences if kept else ()
    )


def keep_cookie(request: HttpRequest, response: HttpResponseBase) -> None:
    """A browser gets its blind id with the first form it is shown."""
    browser: str | None = getattr(request, "drafts_browser", None)
    if browser:
        response.set_cookie(
            cookie_name(),
            browser,
            max_age=60 * 60 * 24 * 365,
            httponly=True,
            secure=bool(settings.SESSION_COOKIE_SECURE),
            samesite="Lax",
        )


def posted(request: HttpRequest) -> Posted | None:
    """What came back. None without a stamp of ours, and for what no form of ours is about."""
    browser, about = request.COOKIES.get(cookie_name(), ""), request.POST.get(ABOUT, "")
    stamp, form = request.POST.get(STAMP, ""), request.POST.get(FORM, "")
    if not (browser and stamp and drafts.is_declared(form)):
        return None
    if len(about) > drafts.LONGEST_ABOUT or not about.isprintable():
        return None
    person = drafts.stamped(stamp, browser)
    if person is None:
        return None
    return Posted(person, browser, form, about, local_path(request.POST.get(PAGE, "")))


def keep(request: HttpRequest, found: Posted, *, files: bool, now: datetime) -> bool:
    """Keep its words for a day. False: there was nothing in it, or far too much."""
    length = rules.value("england", _KEEP, clock.day_of(now)).elapsed
    body = {name: [str(value) for value in values] for name, values in request.POST.lists()}
    try:
        return drafts.keep(
            person=found.person,
            browser=found.browser,
            form=found.form,
            about=found.about,
            body=body,
            files=files,
            now=now,
            until=now + length,
        )
    except Refused:
        return False


@contextmanager
def not_lost(request: HttpRequest, found: Posted | None, now: datetime) -> Iterator[None]:
    """What was answered or filed here is gone meanwhile: the words are kept, should it come back."""
    try:
        yield
    except NotThere:
        if found is not None:
            keep(request, found, files=bool(request.FILES), now=now)
        raise


def drop(found: Posted) -> None:
    drafts.drop(person=found.person, browser=found.browser, form=found.form, about=found.about)


def cookie_name() -> str:
    return "__Host-seren-drafts" if settings.SESSION_COOKIE_SECURE else "seren-drafts"


def _browser(request: HttpRequest) -> str:
    """This browser's blind id; a new one is handed out with the response."""
    held: str = request.COOKIES.get(cookie_name(), "") or getattr(request, "drafts_browser", "")
    if not held:
        held = drafts.new_browser()
        request.drafts_browser = held  # type: ignore[attr-defined]
    return held


def _typed(form: BaseForm, body: dict[str, list[str]]) -> dict[str, Any]:
    """What each field would have read from the words. A file is never among them."""
    data = QueryDict(urlencode(body, doseq=True))
    found = {}
    for name, field in form.fields.items():
        written = form.add_prefix(name)
        widget = field.widget
        if not widget.needs_multipart_form and not widget.value_omitted_from_data(data, {}, written):
            found[name] = widget.value_from_datadict(data, {}, written)
    return found


def _here(request: HttpRequest) -> str:
    return request.get_full_path() if request.method == "GET" else request.POST.get(PAGE, request.path)
