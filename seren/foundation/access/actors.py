"""Who is acting, and how sure we are that it is them (trust.md 4.3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum
from uuid import UUID


class Level(IntEnum):
    """How a person showed who they are."""

    CODE = 1  # a mailed code on a device nobody knows: good for binding that device, nothing else
    KNOWN = 2  # a code on a device bound to this adult
    STRONG = 3  # a passkey with user verification, or a code and a second factor


class Floor(Enum):
    """The least a permit asks of the actor's level."""

    KNOWN = "known"
    STRONG = "strong"
    FRESH = "fresh"  # strong, or a new code, within ten minutes
    STRONG_AND_FRESH = "strong and fresh"


@dataclass(frozen=True, slots=True)
class Actor:
    """One adult at one instant. Facts are read as they stand at `at`; nothing is remembered.

    `at_work` is False where the sign-in has found, at this instant, that they hold no role anywhere: then no
    permit of staff is asked, and lists of families are the quicker for it. `proved_at`: when they last showed
    who they are, in this sign-in.
    """

    person: UUID
    provider: UUID
    level: Level
    at: datetime
    fresh: bool = False
    at_work: bool = True
    proved_at: datetime | None = None

    def reaches(self, floor: Floor) -> bool:
        """STRONG is the floor of people at work, and of nobody else."""
        if floor in (Floor.FRESH, Floor.STRONG_AND_FRESH) and not self.fresh:
            return False
        if floor in (Floor.STRONG, Floor.STRONG_AND_FRESH):
            return self.at_work and self.level >= Level.STRONG
        return self.level >= Level.KNOWN


@dataclass(frozen=True, slots=True)
class Operator:
    """Whoever has the console of the installation: setup, imports, sweeps, the demo world.

    Bound to one provider; no rule is asked, everything is recorded. Never made from a request.
    """

    provider: UUID
    at: datetime


Doer = Actor | Operator
