"""What a list says, what stands here, and what the import set last: which of the three holds.

Facts are compared as text. Of what the import set last only keyed fingerprints are kept.
"""

import hmac
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from uuid import UUID

from seren.foundation.sealing.door import key_for
from seren.people.families.terms import ImportedKind

Facts = Mapping[str, str]
Print = Callable[[str, str], str]
_CODE = 16  # bytes of HMAC-SHA-256 kept


@dataclass(frozen=True)
class Merged:
    """`take`: facts to set, as the list has them. `left`: facts a person changed, or never from a list."""

    take: Mapping[str, str]
    left: tuple[str, ...]


def merge(said: Facts, here: Facts, last: Facts, of: Print, kept: Container[str] = ()) -> Merged:
    """A fact is taken where nobody has changed it since the last list, or where nothing was known.

    `kept` are facts no list may change any more. A list that is silent about a fact changes nothing.
    """
    take: dict[str, str] = {}
    left: list[str] = []
    for fact, value in said.items():
        if value == here.get(fact, ""):
            continue
        known, stands = last.get(fact), here.get(fact, "")
        free = known == of(fact, stands) if known else not stands
        if free and fact not in kept:
            take[fact] = value
        elif known or value:
            left.append(fact)
    return Merged(take, tuple(left))


def ref_of(setting: UUID, kind: ImportedKind, *parts: str) -> bytes:
    """The fingerprint a key of the setting's books is found by."""
    return hmac.digest(key_for("intake:ref"), _joined(str(setting), kind, *parts), "sha256")


def prints_for(ref: bytes) -> Print:
    """Fingerprints of facts about one thing: equal values of two children look different."""

    def of(fact: str, value: str) -> str:
        covered = ref + _joined(fact, value)
        return hmac.digest(key_for("intake:fact"), covered, "sha256")[:_CODE].hex()

    return of


def _joined(*parts: str) -> bytes:
    return "\x1f".join(parts).encode()  # no cell holds a control character
