"""One value sealed: version, nonce, AES-256-GCM of the text, with its place bound in."""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from seren.foundation.sealing import store

_VERSION = b"\x01"
_NONCE = 12


class Tampered(ValueError):
    """A sealed value was changed, or moved from another row or field."""


def seal(subject: UUID, place: str, plain: bytes) -> bytes:
    """Seal `plain` for `subject` at `place` (table|row|field)."""
    key = store.data_key(settings.KEYS, subject, make=True)
    nonce = os.urandom(_NONCE)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, plain, place.encode())


def unseal(subject: UUID, place: str, box: bytes) -> bytes:
    """What was sealed. Raises KeyMissing (the subject was erased) or Tampered."""
    if box[:1] != _VERSION:
        raise Tampered(place)
    key = store.data_key(settings.KEYS, subject, make=False)
    nonce, body = box[1 : 1 + _NONCE], box[1 + _NONCE :]
    try:
        return AESGCM(key).decrypt(nonce, body, place.encode())
    except InvalidTag as broken:
        raise Tampered(place) from broken
