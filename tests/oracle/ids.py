"""Ids that look like the product's (UUIDv7) and are the same on every run: a hash of the thing's own name."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from uuid import UUID

FIRST_MS = 1_735_689_600_000  # 1 January 2025, so that every id is older than the fixed instant


@cache
def of(name: str) -> str:
    digest = int.from_bytes(blake2b(name.encode(), digest_size=16).digest())
    moment = FIRST_MS + (digest >> 98) % 10_000_000_000
    bits = moment << 80 | 7 << 76 | (digest >> 64 & 0xFFF) << 64 | 2 << 62 | digest & (1 << 62) - 1
    return str(UUID(int=bits))
