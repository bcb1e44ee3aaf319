"""Hats: what somebody is here as, where each begins, and which one a page belongs to."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_urlconf, is_valid_path

from seren.people.accounts.queries import Who
from seren.people.accounts.terms import Hat

HOME = {Hat.FAMILY: "/today/", Hat.ROOM: "/room/", Hat.DESK: "/desk/", Hat.COMMITTEE: "/committee/"}
# Where nobody has chosen yet: what somebody came to work for first.
FIRST = (Hat.DESK, Hat.ROOM, Hat.FAMILY, Hat.COMMITTEE)
_PAGES_OF = {
    "today": Hat.FAMILY,
    "stars": Hat.FAMILY,
    "family": Hat.FAMILY,
    "room": Hat.ROOM,
    "mine": Hat.ROOM,
    "desk": Hat.DESK,
    "committee": Hat.COMMITTEE,
}


def who_of(request: HttpRequest) -> Who | None:
    """Whoever is signed in, with every step taken."""
    who: Who | None = getattr(request, "who", None)
    return who


def worn(who: Who) -> tuple[Hat, ...]:
    """The hats of an adult that have pages, in the order they are shown."""
    return tuple(hat for hat in Hat if hat in who.hats and has_pages(hat))


def usual(who: Who) -> Hat | None:
    """The hat that opens first: the last one chosen, while it is still theirs."""
    held = worn(who)
    if who.last_hat in held:
        return Hat(who.last_hat)
    return next((hat for hat in FIRST if hat in held), None)


def hat_here(request: HttpRequest, who: Who) -> Hat | None:
    """The hat this page belongs to; the usual one on pages of no hat, and on the page that is not there.

    What is missing must look alike whatever the address was, so it is never asked there.
    """
    nowhere = getattr(request, "nowhere", False)
    return (None if nowhere else hat_of(request.path, who)) or usual(who)


def hat_at(path: str) -> Hat | None:
    """The hat whose pages lie there, whoever asks."""
    return _PAGES_OF.get(path.removeprefix("/").partition("/")[0])


def hat_of(path: str, who: Who) -> Hat | None:
    """The hat whose pages lie there, if this adult wears it."""
    hat = hat_at(path)
    return hat if hat in worn(who) else None


def wears(request: HttpRequest, hat: str) -> bool:
    """Whether the navigation of a hat is for whoever asks: a manager on a family's page has none there."""
    who = who_of(request)
    return who is not None and hat in who.hats


def has_pages(hat: Hat) -> bool:
    return _is_there(HOME[hat], get_urlconf() or settings.ROOT_URLCONF)


@lru_cache(maxsize=64)
def _is_there(path: str, urls: str) -> bool:
    return bool(is_valid_path(path, urls))
