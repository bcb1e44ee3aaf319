"""Dated facts: when one holds and when it is over (trust.md 4.1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any


def in_force(fact: Any, now: datetime) -> bool:
    """Dated facts are `[from, to)` (4.1). A beginning nobody knows is no beginning."""
    return fact.from_at is not None and fact.from_at <= now and not ended(fact, now)


def ended(fact: Any, now: datetime) -> bool:
    """“end date ends everything at the next request” (abuse 10)."""
    return fact.until_at is not None and fact.until_at <= now
