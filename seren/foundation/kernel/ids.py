"""Two kinds of id: *new* ones tell their order, *blind* ones tell nothing."""

import hashlib
import os
import secrets
import threading
import time
from uuid import UUID

# Codes are read from paper and typed on phones: nothing that looks like another letter.
CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"

_lock = threading.Lock()
_last = 0


def new() -> UUID:
    """A UUIDv7 (RFC 9562): 48 bits of milliseconds, then a counter that never runs backwards.

    For rows whose order may be known. Never for ballots, survey answers, reports or codes.
    """
    global _last
    with _lock:
        ticks = time.time_ns() // 1_000_000 << 12
        _last = ticks = max(ticks, _last + 1)
    stamp, counter = ticks >> 12, ticks & 0xFFF
    tail = int.from_bytes(os.urandom(8)) & (1 << 62) - 1
    return UUID(int=stamp << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | tail)


def blind() -> str:
    """A random token of 256 bits, for links and addresses. Store only its `digest`."""
    return secrets.token_urlsafe(32)


def code(length: int = 8) -> str:
    """A code a person can read from paper and type: no 0, O, 1, I or L."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(length))


def digest(token: str) -> bytes:
    """What is stored of a blind id. Short codes need the key as well: `sealing.blind`."""
    return hashlib.sha256(token.encode()).digest()


def parse(text: str) -> UUID | None:
    """The UUID somebody wrote, or None where it is none."""
    try:
        return UUID(text)
    except (ValueError, AttributeError, TypeError):
        return None
