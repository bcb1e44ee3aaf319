"""`/`: every hat goes home. And the two switches at the top: another hat, another setting."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from seren.doors.web import statement
from seren.doors.web.hats import HOME, hat_of, usual, who_of, worn
from seren.doors.web.policies import WebAction
from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import db, ids
from seren.foundation.ui.door import Act, Seen, actor_of
from seren.people.accounts.domain import keep_place
from seren.people.accounts.queries import Who
from seren.people.accounts.terms import Hat
from seren.people.provision.queries import workplaces

_LED = "led-to-statement"


class Home(Seen):
    """Leads on. Somebody without any hat reads what that means and what to do.

    A role that waits for its statement comes first (E-10), once for each sign-in: it keeps nobody from the
    work they have elsewhere.
    """

    action = WebAction.GO_HOME
    record_class = RecordClass.C1
    audience = "family"

    def get(self, request: HttpRequest) -> HttpResponse:
        hat = usual(_who(request))
        if (hat is None or not request.session.get(_LED)) and statement.waits(actor_of(request)):
            request.session[_LED] = True
            return HttpResponseRedirect(statement.HERE, status=303)
        if hat is not None:
            return HttpResponseRedirect(HOME[hat], status=303)
        return TemplateResponse(request, "web/no_place.html", {"page": bool(_who(request).hats)}).render()


class ActAs(Act):
    """`/here/as/`: POST `hat`, one of one's own. It opens first from now on."""

    action = WebAction.CHANGE_PLACE
    record_class = RecordClass.C1

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        hat = next((hat for hat in worn(_who(self.request)) if hat == said.get("hat")), None)
        if hat is None:
            raise NotThere("not a hat of theirs")
        with db.writing(housekeeping=True):
            keep_place(actor=actor, hat=hat)
        return HOME[hat]


class ActAt(Act):
    """`/here/at/`: POST `setting`, one where this adult has a role. It is the current one from now on."""

    action = WebAction.CHANGE_PLACE
    record_class = RecordClass.C1

    def act(self, actor: Actor, said: dict[str, Any], **rest: Any) -> str:
        wanted = ids.parse(said.get("setting", ""))
        if wanted not in {place.setting for place in workplaces(actor)}:
            raise NotThere("not a setting of theirs")
        with db.writing(housekeeping=True):
            keep_place(actor=actor, setting=wanted)
        return HOME[_hat_left(self.request)]


def _hat_left(request: HttpRequest) -> Hat:
    """The hat of the page the switch was on."""
    who = _who(request)
    hat = hat_of(urlsplit(request.headers.get("Referer", "")).path, who) or usual(who)
    if hat is None:
        raise NotThere("no hat")
    return hat


def _who(request: HttpRequest) -> Who:
    actor_of(request)
    who = who_of(request)
    if who is None:
        raise NotThere("nobody is signed in")
    return who
