"""Joining with a letter, one thing a page (experience.md J3). No page needs script.

What is known so far is kept in the browser's session on the server: which letter, and what was shown.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from seren.foundation.access.door import RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import SerenForm
from seren.people.accounts.domain import codes, joining, meeting, signing
from seren.people.accounts.domain.addressing import typed_address
from seren.people.accounts.domain.codes import Purpose
from seren.people.accounts.domain.reaching import set_reach
from seren.people.accounts.forms import CodeForm, ContactForm, LetterForm, ProofForm, ReachForm
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.queries.wishes import wishes_of
from seren.people.accounts.terms import Channel, Shown
from seren.people.accounts.views.base import GoTo, OpenPage, actor_here
from seren.people.accounts.views.sofar import (
    SoFar,
    finish,
    forget,
    joined_of,
    keep,
    opened_of,
    shown_of,
    so_far_of,
)
from seren.people.accounts.views.steps import NOT_MET
from seren.people.accounts.views.wishes import as_wishes


class JoinPage(OpenPage):
    action = AccountsAction.JOIN
    record_class = RecordClass.C1


class LetterPage(JoinPage):
    """`/join/` and `/join/<code>/`: the code, typed or from the picture. Opening it spends nothing."""

    template_name = "accounts/join/letter.html"

    def form(self, request: HttpRequest, data: Any = None, **ids: Any) -> SerenForm:
        return LetterForm(data, initial={"code": ids.get("code", "")})

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        now = clock.now()
        try:
            opened = joining.find_letter(said["code"], now=now)
        except Refused:
            signing.count(request, "wrong_letter")
            raise
        keep(request, SoFar(opened.invitation))
        return "/join/proof/"


class ProofPage(JoinPage):
    """`/join/proof/`: a code to the address on file for this adult alone, or staff face to face."""

    template_name = "accounts/join/proof.html"
    form_class = ProofForm

    def read(self, request: HttpRequest, **ids: Any) -> None:
        opened_of(request)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        opened, now = opened_of(request), clock.now()
        keep(request, SoFar(opened.invitation))
        if said["shown"] == Shown.FACE_TO_FACE:
            meeting.show_words(request, invitation=opened.invitation, now=now)
            return "/join/waiting/"
        if not opened.address:
            raise Refused(
                "address-missing", _("We hold no e-mail address of yours. Show your phone to staff.")
            )
        codes.ask_code(request, Purpose.JOIN, opened.address, None, sends=True, now=now)
        return "/join/code/"


class JoinCodePage(JoinPage):
    """`/join/code/`: the code from the mail."""

    template_name = "accounts/code.html"
    form_class = CodeForm

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        if codes.asked(request, Purpose.JOIN, now=clock.now()) is None:
            raise GoTo("/join/proof/")
        return super().get(request, **ids)

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        so_far, opened = so_far_of(request), opened_of(request)
        waited = codes.spend_code(request, Purpose.JOIN, said["code"], now=clock.now())
        if so_far.shown:  # met already: this is the address they want from now on
            return finish(request, so_far, Channel.EMAIL, address=waited.address)
        if waited.address != opened.address:  # a code that was asked for with another letter shows nothing
            raise GoTo("/join/proof/")
        keep(request, SoFar(so_far.invitation, Shown.ADDRESS.value, waited.address))
        return "/join/contact/"


class WaitingPage(JoinPage):
    """`/join/waiting/`: words to show to staff. It may take days; the page keeps them."""

    template_name = "accounts/join/waiting.html"

    def read(self, request: HttpRequest, **ids: Any) -> str:
        words = meeting.words_shown(request)
        if not words:
            raise GoTo("/join/proof/")
        return words

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        opened = opened_of(request)
        person = meeting.met(request, now=clock.now())
        if person != opened.person:
            raise Refused("not-met-yet", NOT_MET)
        keep(request, SoFar(opened.invitation, Shown.FACE_TO_FACE.value))
        return "/join/contact/"


class ContactPage(JoinPage):
    """`/join/contact/`: e-mail, phone, or paper only."""

    template_name = "accounts/join/contact.html"

    def form(self, request: HttpRequest, data: Any = None, **ids: Any) -> SerenForm:
        return ContactForm(data, proved=bool(shown_of(request).address))

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        so_far, channel = shown_of(request), Channel(said["channel"])
        if channel is Channel.EMAIL and not so_far.address:
            address, now = typed_address(said["email"]), clock.now()
            codes.ask_code(request, Purpose.JOIN, address, None, sends=True, now=now)
            return "/join/code/"
        return finish(request, so_far, channel, address=so_far.address, phone=said["phone"])


class HowPage(JoinPage):
    """`/join/how/`: language, format, times. Prefilled with what is known; nothing is asked twice."""

    template_name = "accounts/join/how.html"

    def form(self, request: HttpRequest, data: Any = None, **ids: Any) -> SerenForm:
        return ReachForm(data, initial=wishes_of(joined_of(request).person))

    def act(self, request: HttpRequest, said: dict[str, Any], **ids: Any) -> str:
        actor = joined_of(request)
        set_reach(actor=actor, person=actor.person, wishes=as_wishes(said), now=clock.now())
        forget(request)
        return "/join/done/"


class DonePage(JoinPage):
    template_name = "accounts/join/done.html"

    def read(self, request: HttpRequest, **ids: Any) -> bool:
        """Whether they sign in at all."""
        return actor_here(request) is not None
