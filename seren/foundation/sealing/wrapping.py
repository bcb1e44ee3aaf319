"""One key wrapped by another: AES-256-GCM, with the id of its owner bound in."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from seren.foundation.sealing import root

_NONCE = 12


class KeyMissing(LookupError):
    """This subject has no key: it was erased, or the key store is older than the database."""


def wrapper(key: bytes) -> AESGCM:
    """Wraps under this installation key."""
    return AESGCM(root.derive(key, "wrap"))


def wrap(by: AESGCM, whose: bytes, key: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + by.encrypt(nonce, key, whose)


def unwrap(by: AESGCM, whose: bytes, wrapped: bytes) -> bytes:
    """Raises KeyMissing where it was wrapped by another, or for somebody else."""
    try:
        return by.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], whose)
    except (InvalidTag, ValueError) as broken:
        raise KeyMissing("a key in the store is damaged") from broken
