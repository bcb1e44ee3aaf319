"""What has happened, as a person would write it down from the acts alone: no row and no rule is read here.

Everything the invariants ask is answered from this. Names stand for people, children and homes; ids of rows
are as the database writes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from typing import Any

from tests.stateful.nursery import FAMILY, HOMES, PARENTS, STAFF

# trust.md 4.2, the codes of P-08: the classes each closes to the adult it binds.
CLOSES = {
    "no-info": frozenset({"C3", "C4", "C5", "C6", "C7", "C8", "C9", "C13"}),
    "no-images": frozenset({"C4"}),
    "no-address": frozenset({"C6"}),
    "no-contact-at-site": frozenset[str](),
    "no-collect": frozenset[str](),
    "supervised": frozenset[str](),
}
TELLS_WHERE = frozenset({"no-info", "no-address", "no-contact-at-site"})  # C7 places, trips


@dataclass
class Bond:
    """A restriction as it was set. Two lift it; past its day, one other than its author (trust.md 4.3)."""

    adult: str
    child: str
    code: str
    by: str
    decide_by: datetime | None
    asked_by: str | None = None
    lifted: bool = False

    def may_lift(self, who: str, now: datetime) -> bool:
        second = self.asked_by is not None and self.asked_by != who
        overdue = self.decide_by is not None and self.decide_by <= now
        return not self.lifted and (second or (overdue and who != self.by))


@dataclass
class Told:
    """A moment. `shown_at`: from when families see it; None while it is a draft."""

    author: str
    children: tuple[str, ...]
    from_home: bool
    to_family: bool
    state: str = "draft"
    shown_at: datetime | None = None
    binned: bool = False


@dataclass(frozen=True)
class Talk:
    """A reply: the moment it hangs on, with whom, about which of their children."""

    moment: str
    talker: str
    about: frozenset[str]


@dataclass
class Law:
    now: datetime
    bonds: dict[str, Bond] = field(default_factory=dict)
    guardians: dict[tuple[str, str], bool] = field(
        default_factory=lambda: dict.fromkeys(PARENTS.items(), True)
    )  # (adult, child) → whether they are responsible
    ever: set[tuple[str, str]] = field(default_factory=lambda: set(PARENTS.items()))
    roles: set[str] = field(default_factory=lambda: set(STAFF))
    grants: set[tuple[str, str, str]] = field(default_factory=set)  # (granter, adult, child)
    members: set[tuple[str, str]] = field(default_factory=lambda: set(HOMES.items()))
    lived: set[tuple[str, str]] = field(
        default_factory=lambda: {(PARENTS[who], home) for who, home in HOMES.items()}
    )  # (child, home), once and for ever
    shown: set[tuple[str, str]] = field(default_factory=set)  # (adult, child)
    closed: set[str] = field(default_factory=set)
    moments: dict[str, Told] = field(default_factory=dict)
    photos: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)  # → its moment, its children
    photos_binned: set[str] = field(default_factory=set)
    talks: dict[str, Talk] = field(default_factory=dict)
    collectors: dict[str, tuple[str, str]] = field(default_factory=dict)  # → (who named them, child)
    asked: dict[str, tuple[str, str]] = field(default_factory=dict)  # asking → (child, code)
    said: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)  # (child, code) → adult → word
    narrowed: bool = False  # the last act took something away, or forbade it
    touched: frozenset[str] | None = None  # whom the last act may show in; None: everybody

    def children_of(self, adult: str, moment: str) -> frozenset[str]:
        """Their own children in it."""
        return frozenset(c for c in self.moments[moment].children if (adult, c) in self.guardians)

    def codes(self, adult: str, child: str) -> set[str]:
        held = self.bonds.values()
        return {b.code for b in held if (b.adult, b.child) == (adult, child) and not b.lifted}

    def closed_to(self, adult: str, child: str) -> frozenset[str]:
        return frozenset[str]().union(*(CLOSES[code] for code in self.codes(adult, child)))

    def bound(self) -> set[tuple[str, str]]:
        return {(b.adult, b.child) for b in self.bonds.values() if not b.lifted}

    def viewer_reaches(self, adult: str, child: str) -> bool:
        """Grants hold as long as, and as far as, their granter sees."""
        return any(
            self.guardians.get((granter, child)) and granter not in self.closed
            and "C3" not in self.closed_to(granter, child)
            for granter, viewer, about in self.grants
            if (viewer, about) == (adult, child)
        )  # fmt: skip

    def has_nothing(self, adult: str) -> bool:
        """No role, no child, no home, nobody who lets them in."""
        tied = any(who == adult for who, _child in self.guardians)
        let_in = any(self.viewer_reaches(adult, child) for child in ("mali", "osian"))
        at_home = any(who == adult for who, _home in self.members)
        return not (tied or let_in or at_home or adult in self.roles)

    def noticed_by(self, adult: str) -> frozenset[str]:
        """In whose pages a restriction may show: the bound adult, and those they let in. To whichever child:
        of what is about two, they see no more than who let them in.
        """
        return frozenset({adult, *(viewer for granter, viewer, _about in self.grants if granter == adult)})

    def strangers_to(self, home: str) -> set[str]:
        """Parents of a child who lives or lived there, who do not belong to it: it is the other home."""
        children = {child for child, where in self.lived if where == home}
        parents = {who for who, child in self.ever if child in children}
        return {who for who in parents if (who, home) not in self.members}

    def chose_each_other(self, one: str, other: str) -> bool:
        return any({(one, child), (other, child)} <= self.shown for child in ("mali", "osian"))

    def people(self) -> tuple[str, ...]:
        return (*FAMILY, *STAFF)

    def pairs(self) -> list[tuple[str, str]]:
        return list(product(self.people(), ("mali", "osian")))


def key(row: Any) -> str:
    """The id of a row as the database writes it."""
    return str(row.pk.hex)
