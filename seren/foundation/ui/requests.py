"""The request as pages see it: an actor is on it, or nobody is signed in."""

from uuid import UUID

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from seren.foundation.access.door import Actor, NotThere


class Request(HttpRequest):
    """For types only: what the middleware put on the request."""

    actor: Actor | None
    setting_id: UUID | None  # the current setting of a person with several


def actor_of(request: HttpRequest) -> Actor:
    """Who is acting. Raises NotThere where nobody is signed in."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        raise NotThere("nobody is signed in")
    return actor


def local_path(address: str) -> str:
    """`address` if it is a path on this site, else `/`. Anything a browser could read as elsewhere is not."""
    if (
        not address.startswith("/")
        or address.startswith("//")
        or any(sign <= " " or sign in "\\\x7f" for sign in address)
    ):
        return "/"
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else "/"
