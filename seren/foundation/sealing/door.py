"""The door of sealing: sealed fields, the blind index, derived keys; for the commands, the store as a whole.

What takes a folder works before there are settings.
"""

import hmac
from collections.abc import Iterable
from contextlib import AbstractContextManager
from uuid import UUID

from django.conf import settings

from seren.foundation.kernel import clock
from seren.foundation.sealing import root, store
from seren.foundation.sealing.boxes import Tampered
from seren.foundation.sealing.copies import Copy, NotACopy, WrongWords
from seren.foundation.sealing.copies import remember as remember_copy
from seren.foundation.sealing.copies import seal as seal_copy
from seren.foundation.sealing.copies import take as take_copy
from seren.foundation.sealing.copies import unseal as open_copy
from seren.foundation.sealing.fields import SealedJSON, SealedText
from seren.foundation.sealing.putting_back import OfAnother, lives, put_back
from seren.foundation.sealing.recovery import BadWords
from seren.foundation.sealing.recovery import fresh as fresh_words
from seren.foundation.sealing.root import KeysMissing
from seren.foundation.sealing.root import waiting as waiting_key
from seren.foundation.sealing.rotation import NotYet, rotate
from seren.foundation.sealing.store import KeyMissing

__all__ = [
    "BadWords",
    "Copy",
    "KeyMissing",
    "KeysMissing",
    "NotACopy",
    "NotYet",
    "OfAnother",
    "SealedJSON",
    "SealedText",
    "Tampered",
    "WrongWords",
    "blind",
    "erased",
    "forget",
    "fresh_words",
    "key_for",
    "keys_there",
    "keys_together",
    "lacking",
    "last_copy",
    "lives",
    "open_copy",
    "put_back",
    "remember_copy",
    "rotate",
    "seal_copy",
    "take_copy",
    "waiting_key",
]


def key_for(purpose: str) -> bytes:
    """32 bytes for a mechanism that signs or hashes (audit, cursors). Not in the database."""
    return store.purpose_key(settings.KEYS, purpose)


def forget(subject: UUID) -> None:
    """Throw the subject's key away: what was sealed for it cannot be opened again, in a backup either.

    Its id and the day are in `erased.log`, on the disk, before the key goes. It never gets another key.
    """
    store.forget(settings.KEYS, subject, clock.today())


def blind(value: str, purpose: str) -> bytes:
    """A keyed fingerprint of a phone number, address or code: finds the equal one, tells nothing else."""
    return hmac.digest(key_for(f"blind:{purpose}"), value.encode(), "sha256")


def keys_together() -> AbstractContextManager[None]:
    """For a verb that seals for hundreds of new subjects: inside its section, around all it seals."""
    return store.together(settings.KEYS)


def lacking(subjects: Iterable[UUID]) -> list[UUID]:
    """Those of the subjects that have no key: what was sealed for them cannot be opened."""
    return store.lacking(settings.KEYS, subjects)


def erased(subjects: Iterable[UUID]) -> list[UUID]:
    """Those of the subjects that were erased: they rightly have no key."""
    return store.gone(settings.KEYS, subjects)


def last_copy() -> tuple[str, int]:
    """When the last backup of the keys was made ("" for never), and how many keys were made since."""
    return store.last_copy(settings.KEYS)


def keys_there() -> bool:
    """The installation key and the key store are where the settings say."""
    return root.there(settings.KEYS)
