"""A copy of the whole key store in one file, sealed to eight words.

Three parts: a line that says what it is, a line of JSON that says how the words become a key, and AES-256-GCM
over the rest with both lines bound in; then the digest of all of it, so that damage is told from wrong words.
"""

import hashlib
import json
import os
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from seren.foundation.sealing import erased, recovery, root
from seren.foundation.sealing.connection import opened, said, say
from seren.foundation.sealing.rotation import alone
from seren.foundation.sealing.wrapping import KeyMissing, unwrap, wrapper

_MAGIC = b"seren-keys 1\n"
_DIGEST = 32
_NONCE = 12


class NotACopy(ValueError):
    """The file is not what was written. The message names what of it is not."""


class WrongWords(ValueError):
    """The file is whole, and these are not its words."""


@dataclass(frozen=True)
class Copy:
    """Everything a key store holds."""

    made_at: str
    installation_key: bytes
    lasting: bytes | None  # wrapped: what keys for purposes hang on, where it is not the key above
    subjects: dict[str, bytes]  # wrapped, by subject
    erased: dict[str, str]  # the day each was erased
    closed: int = 0  # keys that do not open: left out, or none of the others could come back

    def lasting_key(self) -> bytes:
        if self.lasting is None:
            return self.installation_key
        return unwrap(wrapper(self.installation_key), b"lasting", self.lasting)


def take(folder: Path, made_at: str) -> Copy:
    """The store as it stands at one instant. Raises KeysMissing."""
    store = opened(folder)
    with alone(store):
        key = root.named(folder, said(store, "wrapped_by") or b"")
        rows = store.execute("SELECT subject, wrapped FROM subject_key").fetchall()
        lasting, gone = said(store, "lasting"), erased.read(folder)
    by = wrapper(key)
    subjects = {subject: bytes(wrapped) for subject, wrapped in rows if _opens(by, subject, bytes(wrapped))}
    return Copy(made_at, key, lasting, subjects, gone, len(rows) - len(subjects))


def remember(folder: Path, copy: Copy) -> None:
    """The copy lies safe: which keys are in it, for `doctor`."""
    store = opened(folder)
    with store:
        store.execute("DELETE FROM copied")
        store.executemany("INSERT INTO copied VALUES (?)", [(subject,) for subject in copy.subjects])
        say(store, "copied_at", copy.made_at.encode())


def seal(copy: Copy, words: str) -> bytes:
    """The bytes of the file. `words` are those of `recovery.fresh`, shown to one person, once."""
    cost, salt, nonce = recovery.Cost(), os.urandom(16), os.urandom(_NONCE)
    how = {"made_at": copy.made_at, "argon2id": asdict(cost), "salt": salt.hex(), "nonce": nonce.hex()}
    head = _MAGIC + json.dumps(how).encode() + b"\n"
    whole = head + AESGCM(cost.key(words, salt)).encrypt(nonce, _pack(copy), head)
    return whole + hashlib.sha256(whole).digest()


def unseal(raw: bytes, words: str) -> Copy:
    """What was copied, once every part of it is found right. Raises NotACopy, WrongWords or BadWords."""
    how, head, body = whole(raw)
    words = recovery.typed(words)
    try:
        key = recovery.Cost(**how["argon2id"]).key(words, bytes.fromhex(how["salt"]))
        nonce = bytes.fromhex(how["nonce"])
    except (ValueError, TypeError, KeyError) as broken:
        raise NotACopy("its second line") from broken
    try:
        plain = AESGCM(key).decrypt(nonce, body, head)
    except (InvalidTag, ValueError) as broken:
        raise WrongWords from broken
    return _unpack(plain, how)


def whole(raw: bytes) -> tuple[dict[str, Any], bytes, bytes]:
    """How the words become a key, both lines, and what is sealed. Needs no words. Raises NotACopy."""
    if not raw.startswith(_MAGIC):
        raise NotACopy("its first line (it is no backup of keys)")
    if hashlib.sha256(raw[:-_DIGEST]).digest() != raw[-_DIGEST:]:
        raise NotACopy("the digest at its end (it was changed, or is cut short)")
    line, _, body = raw[len(_MAGIC) : -_DIGEST].partition(b"\n")
    try:
        how = json.loads(line)
    except ValueError as broken:
        raise NotACopy("its second line") from broken
    if not isinstance(how, dict):
        raise NotACopy("its second line")
    return how, _MAGIC + line + b"\n", body


def _pack(copy: Copy) -> bytes:
    parts = {
        "installation_key": copy.installation_key.hex(),
        "lasting": copy.lasting.hex() if copy.lasting else "",
        "subjects": {subject: b64encode(key).decode() for subject, key in copy.subjects.items()},
        "erased": copy.erased,
    }
    return json.dumps(parts).encode()


def _unpack(plain: bytes, how: dict[str, Any]) -> Copy:
    """Nothing of it is used before each key in it has opened."""
    try:
        said = json.loads(plain)
        copy = Copy(
            made_at=str(how["made_at"]),
            installation_key=bytes.fromhex(said["installation_key"]),
            lasting=bytes.fromhex(said["lasting"]) or None,
            subjects={str(UUID(subject)): b64decode(key) for subject, key in said["subjects"].items()},
            erased={
                str(UUID(subject)): date.fromisoformat(day).isoformat()
                for subject, day in said["erased"].items()
            },
        )
    except (ValueError, TypeError, KeyError, AttributeError) as broken:
        raise NotACopy("what is sealed in it") from broken
    _check(copy)
    return copy


def _check(copy: Copy) -> None:
    if len(copy.installation_key) != root.LENGTH:
        raise NotACopy("the installation key in it")
    by = wrapper(copy.installation_key)
    closed = [subject for subject, wrapped in copy.subjects.items() if not _opens(by, subject, wrapped)]
    if closed or (copy.lasting is not None and not _opens(by, b"lasting", copy.lasting)):
        raise NotACopy("one of the keys in it, which does not open")


def _opens(by: AESGCM, whose: str | bytes, wrapped: bytes) -> bool:
    try:
        unwrap(by, UUID(whose).bytes if isinstance(whose, str) else whose, wrapped)
    except KeyMissing:
        return False
    return True
