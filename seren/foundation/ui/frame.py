"""What stands around every page: who it belongs to, the places, the foot. Rooms and doors fill it.

Nothing here knows a room. Each registers a function from the request to plain facts; a page shows
without any. The functions run only where a template asks, once a request.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of a navigation. `order` sorts entries that several rooms registered for one hat.

    `within`: the address of the place it lies in. It is then shown on the pages there, and not in the bar.
    `also`: other addresses whose pages lie in it.
    """

    url: str
    label: Words
    icon: str
    order: int = 50
    within: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A place on this page: `current` where the page lies in it."""

    url: str
    label: Words
    icon: str
    current: bool


@dataclass(frozen=True, slots=True)
class Switch:
    """Another hat, or another setting, one may change to. `value` is posted to `url`."""

    label: Words
    url: str
    current: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The facts around a page. All may be missing: then that line is left out."""

    brand: Words = "Seren"  # the setting's name
    home: str = "/"
    me: Words = ""  # “Bev, manager”
    me_url: str = ""
    foot: tuple[Words, ...] = ()  # whole sentences: “Sian Prosser is Mali’s key person.”
    phone: str = ""
    help_url: str = ""  # help in another way
    welsh_first: bool = False
    hats: tuple[Switch, ...] = ()
    settings: tuple[Switch, ...] = ()
    notices: tuple[Words, ...] = ()  # over every page of a practice installation
    elsewhere: Switch | None = None  # one link beside the notices


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an adult wants pages: languages in order, and a theme (day, night, plain; empty: the phone's)."""

    languages: tuple[str, ...] = ()
    theme: str = ""


@dataclass
class _Registered:
    places: dict[str, list[Callable[[HttpRequest], Iterable[Place]]]] = field(default_factory=dict)
    frame: Callable[[HttpRequest], Frame | None] | None = None
    wishes: Callable[[HttpRequest], Wishes | None] | None = None
    keep_language: Callable[[UUID, str], None] | None = None
    wears: Callable[[HttpRequest, str], bool] | None = None


registered = _Registered()


def register_places(hat: str, fill: Callable[[HttpRequest], Iterable[Place]]) -> None:
    """Add entries to the navigation of a hat (“family”, “room”, “desk”). Once per function."""
    fillers = registered.places.setdefault(hat, [])
    if fill not in fillers:
        fillers.append(fill)


def register_frame(fill: Callable[[HttpRequest], Frame | None]) -> None:
    """Say what stands around a page. One function; it gives None where nobody is signed in."""
    registered.frame = fill


def register_wishes(
    read: Callable[[HttpRequest], Wishes | None], keep_language: Callable[[UUID, str], None]
) -> None:
    """`read` gives what the signed-in adult wished; `keep_language(person, code)` keeps a new choice."""
    registered.wishes, registered.keep_language = read, keep_language


def register_wearing(wears: Callable[[HttpRequest, str], bool]) -> None:
    """Say whether whoever asks wears a hat. Nobody is led into places that are not for them."""
    registered.wears = wears


def places_of(hat: str, request: HttpRequest) -> tuple[Shown, ...]:
    """The navigation of a hat on this page. At most one entry is current: the closest one above."""
    found = _found(hat, request)
    here = _top(found, request.path)
    return tuple(Shown(p.url, p.label, p.icon, p.url == here) for p in found if not p.within)


def places_within(hat: str, request: HttpRequest) -> tuple[Shown, ...]:
    """Where this page lies in a place that has others within it: that place, and those. Else nothing."""
    found = _found(hat, request)
    top, here = _top(found, request.path), _closest(found, request.path)
    inside = [place for place in found if top and top in (place.url, place.within)]
    return tuple(Shown(p.url, p.label, p.icon, p.url == here) for p in inside) if len(inside) > 1 else ()


def _found(hat: str, request: HttpRequest) -> list[Place]:
    if registered.wears is not None and not registered.wears(request, hat):
        return []
    found = [place for fill in registered.places.get(hat, []) for place in fill(request)]
    tops = {place.url: place.order for place in found}
    return sorted(found, key=lambda place: (tops.get(place.within, place.order), place.within, place.order))


def _top(found: Sequence[Place], path: str) -> str:
    here = _closest(found, path)
    return next((place.within or place.url for place in found if place.url == here), "")


def _closest(found: Sequence[Place], path: str) -> str:
    under = [
        (len(url), place.url) for place in found for url in (place.url, *place.also) if path.startswith(url)
    ]
    return max(under, default=(0, ""))[1]
