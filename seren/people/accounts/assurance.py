"""How sure we are of somebody: the level of a sign-in, from what was proved in it (trust.md 4.3).

Pure: proofs in, level out. Nothing here reads a session or a row.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, StrEnum
from typing import Any

from seren.foundation.access.door import Level
from seren.people.accounts.terms import STRONG_HATS, Hat


class Proof(StrEnum):
    """What somebody did to show who they are, in this sign-in."""

    CODE = "code"  # a code mailed to their own address
    LINK = "link"  # a one-time link printed by whoever has the console
    MET = "met"  # staff beside them typed the words shown on this device
    PASSKEY = "webauthn"  # always with user verification
    APP = "totp"
    RECOVERY = "recovery_codes"
    DEMO = "demo"  # a link in a demo or practice installation: counts as two


FIRST = frozenset({Proof.CODE, Proof.LINK, Proof.MET})
SECOND = frozenset({Proof.APP, Proof.RECOVERY})
WHOLE = frozenset({Proof.PASSKEY, Proof.DEMO})


@dataclass(frozen=True, slots=True)
class Shown:
    """One proof, at one instant."""

    proof: Proof
    at: datetime


@dataclass(frozen=True, slots=True)
class Assurance:
    """`level` None: nothing was proved, so nobody is signed in. `fresh` needs KNOWN at the least."""

    level: Level | None
    fresh: bool
    proved_at: datetime | None = None


class Step(Enum):
    """What is missing before anything opens."""

    DEVICE = "device"
    SECOND = "second"


def assure(shown: Iterable[Shown], *, device_known: bool, at: datetime, fresh_for: timedelta) -> Assurance:
    proofs = list(shown)
    level = _level({one.proof for one in proofs}, device_known)
    if level is None or level is Level.CODE:
        return Assurance(level, fresh=False)
    last = max(one.at for one in proofs)
    return Assurance(level, any(timedelta() <= at - one.at < fresh_for for one in proofs), last)


def _level(proofs: set[Proof], device_known: bool) -> Level | None:
    if proofs & WHOLE or (proofs & FIRST and proofs & SECOND):
        return Level.STRONG
    if not proofs & FIRST:
        return None
    return Level.KNOWN if device_known else Level.CODE


def missing(level: Level, hats: Collection[Hat]) -> Step | None:
    """The step still to take, for every address alike. Staff and committee need STRONG to read anything."""
    if level is Level.CODE:
        return Step.DEVICE
    if level is not Level.STRONG and STRONG_HATS & set(hats):
        return Step.SECOND
    return None


def shown_in(records: Iterable[Mapping[str, Any]]) -> list[Shown]:
    """The proofs in the sign-in library's records of a session. What it does not know it does not count."""
    known = set(Proof)
    found = []
    for record in records:
        kind = record.get("type") if record.get("method") == "mfa" else record.get("method")
        if kind in known:
            found.append(Shown(Proof(kind), datetime.fromtimestamp(record["at"], UTC)))
    return found
