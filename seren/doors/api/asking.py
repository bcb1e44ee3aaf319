"""Who asks: found out by the middleware before any address is looked up. Here only how they may ask."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from seren.foundation.access.door import Actor
from seren.foundation.ui.door import actor_of


class ForeignPage(Exception):
    """A call by session without the token of one of our pages."""


class Bearer(HttpBearer):
    """`Authorization: Bearer …`, made by `seren api-token`."""

    def __call__(self, request: HttpRequest) -> Any:
        return getattr(request, "actor", None) if getattr(request, "bearer", False) else None

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        raise NotImplementedError  # the middleware has looked at the token


class Session(APIKeyCookie):
    """The session of a page. What changes something carries the CSRF header."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self) -> None:
        super().__init__(csrf=False)

    def __call__(self, request: HttpRequest) -> Any:
        if check_csrf(request) is not None:
            raise ForeignPage
        return getattr(request, "actor", None)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        raise NotImplementedError  # the middleware has looked at the session


def asker(request: HttpRequest) -> tuple[Actor, tuple[str, ...]]:
    """Who asks, and the languages they read, the one of their pages first."""
    who: Any = getattr(request, "who", None)
    return actor_of(request), who.reads if who is not None else ()
