"""A world: the facts at one instant, ready to be asked. Lookup only; every sentence is elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from . import facts as f

P = ParamSpec("P")
T = TypeVar("T")
NOW = datetime(2025, 5, 14, 9, 40, tzinfo=UTC)  # Wednesday 14 May 2025, 10:40 in London


@dataclass(frozen=True)
class World:
    now: datetime = NOW
    settings: tuple[f.Setting, ...] = ()
    rooms: tuple[f.Room, ...] = ()
    adults: tuple[f.Adult, ...] = ()
    children: tuple[f.Child, ...] = ()
    memberships: tuple[f.Membership, ...] = ()
    enrolments: tuple[f.Enrolment, ...] = ()
    key_persons: tuple[f.KeyPerson, ...] = ()
    guardianships: tuple[f.Guardianship, ...] = ()
    viewers: tuple[f.Viewer, ...] = ()
    restrictions: tuple[f.Restriction, ...] = ()
    households: tuple[f.Household, ...] = ()
    household_members: tuple[f.HouseholdMember, ...] = ()
    lives: tuple[f.Lives, ...] = ()
    shown: tuple[f.Shown, ...] = ()
    collectors: tuple[f.Collector, ...] = ()
    moments: tuple[f.Moment, ...] = ()
    photos: tuple[f.Photo, ...] = ()
    permissions: tuple[f.Permission, ...] = ()
    no_images: tuple[f.NoImages, ...] = ()
    replies: tuple[f.Reply, ...] = ()
    steps: tuple[f.NextStep, ...] = ()
    home_words: tuple[f.HomeWords, ...] = ()
    record_requests: tuple[f.RecordRequest, ...] = ()
    at: Lookup = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", Lookup(self))

    def having(self, **changes: Any) -> World:
        """The same world with some kinds of fact replaced."""
        return replace(self, **changes)

    def plus(self, **more: Any) -> World:
        """The same world with one fact more of each kind named:
        `world.plus(restrictions=restriction)`."""
        rows: dict[str, Any] = {kind: (*getattr(self, kind), fact) for kind, fact in more.items()}
        return replace(self, **rows)

    def kinds(self) -> dict[str, tuple[Any, ...]]:
        return {x.name: getattr(self, x.name) for x in fields(self) if x.name not in ("now", "at")}


def by(rows: Iterable[Any], *names: str) -> dict[Any, list[Any]]:
    """Rows under one field's value, or under a tuple of several."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        values = tuple(getattr(row, name) for name in names)
        found[values[0] if len(values) == 1 else values].append(row)
    return dict(found)


class Lookup:
    """Every way the sentences look a fact up. A missing key is “no such fact”."""

    def __init__(self, w: World) -> None:
        self.adult = {x.id: x for x in w.adults}
        self.child = {x.id: x for x in w.children}
        self.moment = {x.id: x for x in w.moments}
        self.step = {x.id: x for x in w.steps}
        self.memberships = by(w.memberships, "person")
        self.enrolments = by(w.enrolments, "child")
        self.key_persons = by(w.key_persons, "person", "child")
        self.guardianships = by(w.guardianships, "adult", "child")
        self.guardianships_of_adult = by(w.guardianships, "adult")
        self.viewers = by(w.viewers, "adult", "child")
        self.viewers_of_adult = by(w.viewers, "adult")
        self.granted = by(w.viewers, "granted_by", "adult")
        self.restrictions = by(w.restrictions, "adult", "child")
        self.household_members = by(w.household_members, "adult", "household")
        self.households_of_adult = by(w.household_members, "adult")
        self.homes_of_child = by(w.lives, "child")
        self.residents = by(w.lives, "household")
        self.permissions = by(w.permissions, "child", "setting")
        self.no_images = by(w.no_images, "child")
        self.shown = by(w.shown, "adult", "to", "kind")
        self.memo: dict[Any, Any] = {}


def remembered(sentence: Callable[P, T]) -> Callable[P, T]:
    """Answer once per world: `(world, person or Who, row or id)`. A world never changes, so nor does
    the answer."""

    @wraps(sentence)
    def answer(*args: P.args, **kwargs: P.kwargs) -> T:
        world: Any = args[0]
        memo = world.at.memo
        key = (sentence.__name__, *map(key_of, args[1:]))
        if key not in memo:
            if len(memo) > 200_000:
                memo.clear()
            memo[key] = sentence(*args, **kwargs)
        return memo[key]  # type: ignore[no-any-return]

    return answer


def key_of(arg: Any) -> Any:
    if type(arg) is str or arg is None:
        return arg
    return (arg.person, arg.level) if type(arg) is f.Who else arg.id
