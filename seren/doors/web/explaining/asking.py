"""The page itself, asked as somebody: what it would answer. Whatever it writes is undone."""

from datetime import datetime
from io import BytesIO
from types import SimpleNamespace
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.http import Http404

from seren.doors.web.explaining.addresses import Address
from seren.foundation.access.door import Actor, Level, may
from seren.foundation.audit.door import unwatched
from seren.people.accounts.queries import Who, who_of


def signed_in(person: UUID, now: datetime) -> tuple[Who, Actor] | None:
    """As if they had just signed in with both steps. None: their account is closed."""
    who = who_of(person, now)
    return (
        None
        if who is None
        else (who, Actor(who.person, who.provider, Level.STRONG, now, at_work=who.at_work))
    )


def sees(address: Address, who: Who, actor: Actor) -> bool:
    """Whether the page opens to them; of a button, whether they may press it."""
    if address.is_button and address.rule is not None:
        return allowed(address, actor)
    return opens(address, who, actor)


def allowed(address: Address, actor: Actor) -> bool:
    """Whether the rule opens one of the rows: asked before a page that costs much more."""
    return address.rule is not None and any(may(actor, address.rule.action, key) for key in address.rows)


def opens(address: Address, who: Who, actor: Actor) -> bool:
    """Whether this person's browser would be shown the page. What a page notes of its reader is undone.

    How many children they opened within the hour is not asked: what is theirs by every rule is theirs.
    """
    if address.match is None:
        return False
    request = _request(address, who, actor)
    with transaction.atomic(), unwatched():
        try:
            answer = address.match.func(request, *address.match.args, **address.match.kwargs)
            return bool(answer.status_code < 400)
        except Http404:
            return False
        finally:
            transaction.set_rollback(True)


def _request(address: Address, who: Who, actor: Actor) -> WSGIRequest:
    site = urlsplit(settings.PUBLIC_URL)
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": address.path,
            "QUERY_STRING": address.query,
            "SERVER_NAME": site.hostname or "127.0.0.1",
            "SERVER_PORT": str(site.port or 80),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": "http",
        }
    )
    request.session = SessionStore()
    request.user = AnonymousUser()
    request.resolver_match = address.match
    extra = {"who": who, "actor": actor, "partial": actor, "htmx": SimpleNamespace(boosted=False)}
    for name, value in {**extra, "_messages": FallbackStorage(request)}.items():
        setattr(request, name, value)
    return request
