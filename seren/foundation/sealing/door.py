"""The door of sealing: sealed fields, the blind index, derived keys."""

import hmac
from collections.abc import Iterable
from contextlib import AbstractContextManager
from uuid import UUID

from django.conf import settings

from seren.foundation.sealing import root, store
from seren.foundation.sealing.boxes import Tampered
from seren.foundation.sealing.fields import SealedJSON, SealedText
from seren.foundation.sealing.root import KeysMissing
from seren.foundation.sealing.store import KeyMissing

__all__ = [
    "KeyMissing",
    "KeysMissing",
    "SealedJSON",
    "SealedText",
    "Tampered",
    "blind",
    "forget",
    "key_for",
    "keys_together",
    "lacking",
]


def key_for(purpose: str) -> bytes:
    """32 bytes for a mechanism that signs or hashes (audit, cursors). Not in the database."""
    return root.derived(settings.KEYS, purpose)


def forget(subject: UUID) -> None:
    """Throw the subject's key away: what was sealed for it cannot be opened again, in a backup either."""
    store.forget(settings.KEYS, subject)


def blind(value: str, purpose: str) -> bytes:
    """A keyed fingerprint of a phone number, address or code: finds the equal one, tells nothing else."""
    return hmac.digest(key_for(f"blind:{purpose}"), value.encode(), "sha256")


def keys_together() -> AbstractContextManager[None]:
    """For a verb that seals for hundreds of new subjects: inside its section, around all it seals."""
    return store.together(settings.KEYS)


def lacking(subjects: Iterable[UUID]) -> list[UUID]:
    """Those of the subjects that have no key: what was sealed for them cannot be opened."""
    return store.lacking(settings.KEYS, subjects)
