"""The keyed codes: one over each entry, one over the chain so far."""

import hmac
import json
from typing import Any

from seren.foundation.sealing.door import key_for

# The fields an entry's code covers, in this order. Adding one is a change of format.
COVERED = (
    "id",
    "provider_id",
    "setting_id",
    "at",
    "actor_id",
    "event",
    "subject_type",
    "subject_id",
    "child_id",
    "record_class",
    "page",
    "details",
)
_DETAILS = COVERED.index("details")
_AT = COVERED.index("at")


def of_entry(key: bytes, values: tuple[Any, ...]) -> bytes:
    """The code over the covered fields, given in the order of COVERED."""
    parts = [str(value) for value in values]
    parts[_AT] = values[_AT].isoformat(timespec="microseconds")
    parts[_DETAILS] = json.dumps(values[_DETAILS], sort_keys=True, separators=(",", ":"))
    return hmac.digest(key, "\x1f".join(parts).encode(), "sha256")


def of_link(key: bytes, before: bytes, number: int, mac: bytes) -> bytes:
    return hmac.digest(key, before + number.to_bytes(8) + mac, "sha256")


def entry_key() -> bytes:
    return key_for("audit:entry")


def chain_key() -> bytes:
    return key_for("audit:chain")
