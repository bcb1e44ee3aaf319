"""Every address of the product with every id of the world in it. A new page is swept by itself."""

import inspect
import re
from collections.abc import Callable, Collection, Iterator
from itertools import cycle
from typing import Any

from django.urls import resolve

from seren.doors.demo.world import World
from seren.foundation.access.door import routes
from seren.foundation.kernel import ids
from seren.people.families.terms import COLLECTOR_PHOTO
from tests.sweep.canaries import rows

_HOLE = re.compile(r"<(?:(\w+):)?(\w+)>")


# The rows a hole of this name stands for. The world has names for the first ones: there all its ids are.
ROWS = {
    "moment": "journal.Moment",
    "photo": "media.Photo",
    "reply": "journal.Reply",
    "wish": "journal.RecordRequest",
    "step": "journal.NextStep",
    "words": "journal.HomeWords",
    "child": "families.Child",
    "tie": "families.Guardianship",
    "home": "families.Household",
    "household": "families.Household",
    "note": "families.SafetyNote",
    "restriction": "families.Restriction",
    "collector": "families.Collector",
    "viewer": "families.FamilyViewer",
    "person": "accounts.Person",
    "adult": "accounts.Person",
    "setting": "provision.Setting",
    "room": "provision.Room",
    "session": "provision.Session",
    "membership": "provision.Membership",
    "term": "provision.Term",
    "delivery": "notify.Delivery",
    "asked": "consent.Asked",
    "outing": "days.Outing",
    "release": "days.Release",
    "word": "days.CollectWord",
    "notice": "notify.Notice",
    "entry": "days.CareEntry",
    "medicine": "days.Medicine",
    "copy": "journal.Copy",
    "alarm": "guarding.Stop",
    "bulk": "guarding.BulkRequest",
}


def _all(label: str) -> Callable[[World], list[Any]]:
    """Every row, and one that is not there."""
    return lambda world: [*rows(label).order_by("pk").values_list("pk", flat=True), ids.new()]


def _photos_of_collectors() -> list[Any]:
    """The world names those of moments."""
    held = rows("media.Photo").filter(belongs_to_type=COLLECTOR_PHOTO)
    return list(held.order_by("pk").values_list("pk", flat=True))


# Where the ids of a hole come from. A page with a hole of another name stops the sweep until it is said here.
IDS: dict[str, Callable[[World], list[Any]]] = {
    **{name: _all(label) for name, label in ROWS.items()},
    "moment": lambda world: list(world.moments.values()),
    "photo": lambda world: [*world.photos.values(), *_photos_of_collectors()],
    "reply": lambda world: list(world.replies.values()),
    "wish": lambda world: list(world.requests.values()),
    "step": lambda world: list(world.steps.values()),
    "words": lambda world: list(world.home_words.values()),
    "job": lambda world: [ids.new()],
    "intake": lambda world: [ids.new()],
    "clause": lambda world: ["A1", "A5", "A6", "A11", "B8", "nothing"],
    "permission": lambda world: ["photo-web", "sun-cream", "out-specific", "observer", "nothing"],
    "sheet": lambda world: ["staff", "families"],
    "day": lambda world: [20250514],
    "stamp": lambda world: [0],
    "what": lambda world: ["letters", "nothing"],
    "children": lambda world: [31],
    "size": lambda world: ["thumb"],
    "month": lambda world: ["2025-05"],
    "form": lambda world: ["journal.star"],
    "token": lambda world: ["nothing"],
    "code": lambda world: list(world.slip_codes.values()),
}
PLAIN = {
    "size",
    "month",
    "form",
    "token",
    "day",
    "stamp",
    "permission",
    "what",
    "children",
}  # no row stands behind these
# Rows that lie under another of the same address: by the field that leads there.
UNDER = {
    "tie": ("families.Guardianship", "child_id"),
    "note": ("families.SafetyNote", "child_id"),
    "restriction": ("families.Restriction", "child_id"),
    "asked": ("consent.Asked", "child_id"),
    "release": ("days.Release", "child_id"),
    "medicine": ("days.Medicine", "child_id"),
    "photo": ("media.Photo", "belongs_to_id"),
    "reply": ("journal.Reply", "moment_id"),
    "membership": ("provision.Membership", "person_id"),
}


HAT_OF = {"desk": "desk", "room": "room", "mine": "room"}
_FEW = 5


class NoIds(AssertionError):
    """Somebody made a page, and the sweep does not know what to put in its address."""


def addresses(world: World, hats: Collection[str], turn: int = 0, *, whole: bool = False) -> Iterator[str]:
    """Every route, with every id where an address ends with it and its hat is worn.

    Elsewhere a few ids, others at each `turn`, so that all persons together go through all of them. `whole`
    is everything for everybody.
    """
    done: set[str] = set()
    for route in routes():
        found = list(_filled(route.path, world))
        if not whole and not _in_full(route.path, hats):
            start = turn * _FEW % len(found)
            found = (found[start:] + found[:start])[:_FEW]
        for address in found[: None if _shows(found[0]) else 1]:
            if address not in done:  # one address, several methods
                done.add(address)
                yield address


def of_each_route(world: World) -> Iterator[tuple[str, list[str]]]:
    """Every route at which something is shown, with all addresses it has in this world."""
    done: set[str] = set()
    for route in routes():
        found = list(_filled(route.path, world))
        if route.path not in done and _shows(found[0]):
            done.add(route.path)
            yield route.path, found


def worn(pattern: str, hats: Collection[str]) -> bool:
    """Whether these hats belong in this part of the product. What has no hat is for all."""
    needed = HAT_OF.get(pattern.split("/")[1])
    return needed is None or needed in hats


def _in_full(pattern: str, hats: Collection[str]) -> bool:
    first = pattern.split("/")[1]
    worn = HAT_OF.get(first, next(iter(hats), None)) in hats
    return worn and first != "api" and pattern.rstrip("/").endswith(">")


def methods(address: str) -> set[str]:
    """How this address may be asked. A plain function takes both: it says itself what it refuses."""
    view = inspect.unwrap(resolve(address).func)
    if hasattr(view, "view_class"):
        known = ("GET", "POST", "PUT", "PATCH", "DELETE")
        return {method for method in known if hasattr(view.view_class, method.lower())}
    held = [cell.cell_contents for cell in getattr(view, "__closure__", None) or ()]
    calls = [call for one in held for call in getattr(one, "operations", ())]
    return {method for call in calls for method in call.methods} or {"GET", "POST"}


def _shows(address: str) -> bool:
    """Whether anything is there to be asked for: a page, not a button; of the API, a GET."""
    return "GET" in methods(address)


def holes(pattern: str) -> list[str]:
    """The names of the rows an address leads through, the innermost last."""
    return [name for _kind, name in _HOLE.findall(pattern)]


def fill(pattern: str, values: dict[str, Any]) -> str:
    return _HOLE.sub(lambda hole: str(values[hole.group(2)]), pattern)


def _filled(pattern: str, world: World) -> Iterator[str]:
    names = holes(pattern)
    for name in names:
        if name not in IDS:
            raise NoIds(f"{pattern}: say in tests/sweep/addresses.py where the ids of <{name}> come from")
    for values in _values(names, world):
        yield fill(pattern, dict(zip(names, values, strict=True)))


def _values(holes: list[str], world: World) -> Iterator[tuple[Any, ...]]:
    """Each id of the innermost row; what it lies under is the row it belongs to, and once another one."""
    rows_of = [name for name in holes if name not in PLAIN]
    if not rows_of:
        yield tuple(IDS[name](world)[0] for name in holes)
        return
    *outer, inner = rows_of
    others = {name: cycle(IDS[name](world)) for name in outer}
    for value in IDS[inner](world):
        parents = {name: parent(inner, value) for name in outer}
        for above in ([parents] if all(parents.values()) else []) + (
            [{n: next(o) for n, o in others.items()}]
        ):
            yield tuple(
                above.get(name) or (value if name == inner else IDS[name](world)[0]) for name in holes
            )
            if not outer:
                break


def parent(inner: str, value: Any) -> Any:
    """The row above, where the inner one says which it is."""
    if inner not in UNDER:
        return None
    label, field = UNDER[inner]
    return rows(label).filter(pk=value).values_list(field, flat=True).first()
