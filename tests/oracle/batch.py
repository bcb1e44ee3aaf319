"""One batch: some persons × some ties, all side by side in one provider, ready for one database.

Children are the ties: child *n* has the family that tie *n* needs (mother, father, perhaps a granter)
and every moment, picture, reply, step and household a reader could be wrong about. Every person of the
batch has tie *n* to child *n*. Key persons are one per child, so they get children of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from zlib import crc32

from . import facts as f
from .ids import of
from .shapes import Person, Tie
from .world import NOW, World

T = TypeVar("T")
A, B = of("provider A"), of("provider B")
S1, S2, S9 = of("setting 1"), of("setting 2"), of("setting 9")
ROOMS = {"R1": (S1, of("room 1")), "R2": (S1, of("room 2")), "-": (S1, None), "S2": (S2, of("room 3"))}
JANUARY, APRIL, JUNE = (datetime(2025, month, 4, tzinfo=UTC) for month in (1, 4, 6))
# In turn, so that beginnings, ends and the very instant are all met.
DATES: dict[str, tuple[tuple[datetime, datetime | None], ...]] = {
    "now": ((JANUARY, None), (NOW, None), (JANUARY, JUNE)),
    "ended": ((JANUARY, APRIL), (JANUARY, NOW)),
    "ahead": ((JUNE, None),),
}
HOUR = timedelta(hours=1)


def in_turn(label: str, choices: Sequence[T]) -> T:
    """One of them: by its label, so that it is the same each time."""
    return choices[crc32(label.encode()) % len(choices)]


@dataclass(frozen=True)
class Batch:
    """`actors` are to be read; `crossed` are adults whose facts reach over the tenant line, which a
    database may refuse to hold (then leave those adults out: nothing else depends on them)."""

    name: str
    world: World
    actors: tuple[f.Who, ...]
    crossed: frozenset[f.Id]
    labels: dict[f.Id, str] = field(repr=False)


class Rows:
    """The facts of a batch while it is made. `add` names a row once; its id is a hash of that name."""

    def __init__(self) -> None:
        self.kinds: dict[str, list[Any]] = {}
        self.labels: dict[f.Id, str] = {}

    def add(self, kind: str, label: str, make: Any, *values: Any, provider: f.Id = A, **more: Any) -> f.Id:
        id_ = of(label)
        row = make(id_, provider, *values, **more)
        self.labels[id_] = label
        self.kinds.setdefault(kind, []).append(row)
        return id_

    def dated(self, kind: str, label: str, make: Any, *values: Any, when: str = "now", **more: Any) -> f.Id:
        return self.add(kind, label, make, *values, *in_turn(label, DATES[when]), **more)

    def moment(
        self, label: str, author: f.Id, children: tuple[f.Id, ...], setting: f.Id, **more: Any
    ) -> f.Id:
        """A setting's moment shared in the last hour unless `more` says otherwise. `old`: written a day ago,
        or a day and an hour. `shared`: at another time, or never."""
        written = NOW - (in_turn(label, (24, 25)) if more.pop("old", False) else 2) * HOUR
        state = more.get("state", "shared")
        shared = more.pop("shared", None if state == "draft" else NOW - in_turn(label, (0, 1)) * HOUR)
        values = {"origin": "setting", "state": "shared", **more}
        return self.add("moments", label, f.Moment, setting, values.pop("origin"), author, children,
                        values.pop("state"), written, shared, **values)  # fmt: skip

    def star(self, label: str, author: f.Id, child: f.Id, setting: f.Id, audience: str, **more: Any) -> f.Id:
        return self.moment(label, author, (child,), setting, origin="home", audience=audience, **more)

    def world(self) -> World:
        return World(NOW, **{kind: tuple(rows) for kind, rows in self.kinds.items()})


@dataclass(frozen=True)
class Base:
    """People and places every batch has. `noter` writes moments in room 1, `keyer` is key person,
    working in room 2."""

    noter: f.Id
    noter2: f.Id
    keyer: f.Id
    friends: tuple[f.Id, ...]
    friends_mother: f.Id

    @property
    def friend(self) -> f.Id:
        return self.friends[0]


def hat(rows: Rows, label: str, person: f.Id, role: str, where: str, state: str, provider: f.Id = A) -> None:
    setting, room = ROOMS[where]
    when = state if state in DATES else "now"
    given = in_turn(label, (JANUARY, NOW))
    signed = {"unsigned": None, "signs later": JUNE}.get(state, given)
    rows.dated("memberships", f"{label}: {role} {where} {state}", f.Membership, person, setting, role, room,
               when=when, statement_at=signed, provider=provider)  # fmt: skip


def base(rows: Rows) -> Base:
    for setting, label, provider in ((S1, "setting 1", A), (S2, "setting 2", A), (S9, "setting 9", B)):
        rows.add("settings", label, f.Setting, provider=provider)
        assert rows.kinds["settings"][-1].id == setting
    for label, setting, provider in (
        ("room 1", S1, A),
        ("room 2", S1, A),
        ("room 3", S2, A),
        ("room 9", S9, B),
    ):
        rows.add("rooms", label, f.Room, setting, provider=provider)
    made = {
        name: rows.add("adults", name, f.Adult) for name in ("noter", "noter2", "keyer", "friend's mother")
    }
    for name, where in (("noter", "R1"), ("noter2", "S2"), ("keyer", "R2")):
        hat(rows, name, made[name], "practitioner", where, "now")
    rows.moment("noter's about nobody", made["noter"], (), S1)
    rows.moment("noter's draft about nobody", made["noter"], (), S1, state="draft")
    mother = made["friend's mother"]
    aunt = rows.add("adults", "friends' aunt", f.Adult)
    friends = tuple(a_friend(rows, label, mother, aunt, said, reach) for label, said, reach in FRIENDS)
    neighbour(rows)
    return Base(made["noter"], made["noter2"], made["keyer"], friends, mother)


# Children of one mother, in pictures with others: what was said of those, and how far one is kept out.
FRIENDS = (
    ("friend", "yes", None),
    ("friend who was not asked", None, None),
    ("friend kept to her own journal", "yes", "others"),
    ("friend who may not", "no", None),
    ("friend in no picture", "yes", "all"),
    ("friend whose aunt said yes", "yes of one gone", None),
    ("friend who may elsewhere", "yes elsewhere", None),
)


def a_friend(rows: Rows, label: str, mother: f.Id, aunt: f.Id, said: str | None, reach: str | None) -> f.Id:
    friend = rows.add("children", label, f.Child)
    rows.dated("enrolments", f"{label}'s place", f.Enrolment, friend, S1, ROOMS["R1"][1], "attending")
    held = ("yes", True, True)
    rows.dated("guardianships", f"{label}'s mother's", f.Guardianship, mother, friend, *held)
    rows.dated("guardianships", f"{label}'s aunt's", f.Guardianship, aunt, friend, *held, when="ended")
    if said:
        word, _, how = said.partition(" ")
        setting = S2 if how == "elsewhere" else S1
        adult = aunt if how == "of one gone" else mother
        rows.add("permissions", f"{label}: {said}", f.Permission, friend, setting, adult, word)
    if reach:
        rows.add("no_images", f"{label}: no pictures", f.NoImages, friend, reach)
    return friend


def neighbour(rows: Rows) -> None:
    """Another provider with a child, a mother, a manager and a moment, all of its own."""
    mother = rows.add("adults", "neighbour's mother", f.Adult, provider=B)
    manager = rows.add("adults", "neighbour's manager", f.Adult, provider=B)
    child = rows.add("children", "neighbour", f.Child, provider=B)
    room = of("room 9")
    rows.dated("enrolments", "neighbour's place", f.Enrolment, child, S9, room, "attending", provider=B)
    rows.dated(
        "guardianships", "neighbour's mother's", f.Guardianship, mother, child, "yes", True, True, provider=B
    )
    rows.dated("memberships", "neighbour's manager: manager", f.Membership, manager, S9, "manager", None,
               statement_at=JANUARY, provider=B)  # fmt: skip
    moment = rows.moment("neighbour's moment", manager, (child,), S9, provider=B)
    rows.add("photos", "neighbour's photo", f.Photo, moment, (child,), provider=B)
    home = rows.add("households", "neighbour's home", f.Household, provider=B)
    rows.dated("household_members", "neighbour's mother at home", f.HouseholdMember, mother, home, provider=B)
    rows.dated("lives", "neighbour at home", f.Lives, child, home, provider=B)


__all__ = ["Base", "Batch", "Person", "Rows", "Tie", "base", "hat"]
