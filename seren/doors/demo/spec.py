"""How people of the world are written down, before any verb makes them."""

from dataclasses import dataclass
from enum import Enum

from seren.people.accounts.terms import Format
from seren.people.families.terms import (
    LivesWith,
    Pattern,
    Relation,
    Responsibility,
    ResponsibilityBasis,
)
from seren.people.provision.terms import Role

PRE_SCHOOL, BRYN_AWEL, CLUB = "pre-school", "bryn-awel", "club"


class Joined(Enum):
    """How an adult came in, if they did."""

    BY_EMAIL = "e-mail"
    BY_PHONE = "phone"
    ON_PAPER = "paper"
    NOT_YET = "not yet"


@dataclass(frozen=True)
class Grown:
    """An adult of a family. `speaks` is what they read as well, and the pages they see."""

    name: str
    relation: Relation
    speaks: str = "en"
    slug: str = ""
    responsible: Responsibility = Responsibility.YES
    basis: ResponsibilityBasis | str = ""
    lives: LivesWith = LivesWith.YES
    natural: bool | None = True
    cares: bool = True
    joined: Joined = Joined.BY_EMAIL
    format: Format = Format.PAGE

    @property
    def given(self) -> str:
        return self.name.split()[0]

    @property
    def family(self) -> str:
        return self.name.partition(" ")[2]

    @property
    def ties(self) -> bool:
        """Whether they are tied to the children. A viewer is let in by a guardian instead."""
        return self.relation != Relation.GRANDPARENT


@dataclass(frozen=True)
class Home:
    """One household: who belongs to it, and where it is."""

    adults: tuple[Grown, ...]
    street: str
    pattern: Pattern = Pattern.ALL


@dataclass(frozen=True)
class Place:
    """A child's place: setting, room, who looks after them, since how many days, the booked sessions.

    `left` is how many days ago the place ended. Without a key person the child is joining, and not here yet.
    """

    setting: str
    room: str
    key: str
    buddy: str
    since: int
    sessions: str
    left: int = 0


@dataclass(frozen=True)
class Kid:
    """A child. `girl` is for the words others write; `written` is the name in other letters."""

    name: str
    girl: bool
    months: int
    places: tuple[Place, ...]
    known_as: str = ""
    written: str = ""
    safety: str = ""

    @property
    def called(self) -> str:
        return self.known_as or self.name.split()[0]


@dataclass(frozen=True)
class Family:
    kids: tuple[Kid, ...]
    homes: tuple[Home, ...]
    languages: tuple[str, ...] = ("en",)


@dataclass(frozen=True)
class Job:
    """A role at a setting, since and until so many days ago."""

    setting: str
    role: Role
    room: str = ""
    since: int = 700
    until: int = 0


@dataclass(frozen=True)
class Worker:
    """Somebody of the staff or the committee. `days` are the sessions they work; `away` counts from today."""

    name: str
    jobs: tuple[Job, ...]
    slug: str = ""
    also_speaks: tuple[str, ...] = ()
    speaks: str = "en"
    days: str = ""
    away: tuple[tuple[int, int], ...] = ()

    @property
    def given(self) -> str:
        return self.name.split()[0]

    @property
    def family(self) -> str:
        return self.name.partition(" ")[2]
