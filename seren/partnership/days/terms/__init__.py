"""The words of a day, and its state tables."""

from seren.partnership.days.terms.collection import (
    WORD_CLOCK,
    CollectionEvent,
    Ended,
    KnownBy,
    ReachedBy,
    WordKind,
    WordOutcome,
)

__all__ = [
    "WORD_CLOCK",
    "CollectionEvent",
    "Ended",
    "KnownBy",
    "ReachedBy",
    "WordKind",
    "WordOutcome",
]
